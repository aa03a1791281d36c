import { importsPerDay } from "./schema";

export type ImportRefusal =
  | "empty"
  | "tooLarge"
  | "wrongType"
  | "oldExcel"
  | "encrypted"
  | "numbers"
  | "webPage"
  | "binaryExcel"
  | "openDocument"
  | "macros"
  | "bomb"
  | "unreadable"
  | "tooHeavy"
  | "busy"
  | "cutOff"
  | "tooManyToday"
  | "headings"
  | "noRow"
  | "tooManyRows"
  | "addressToConfirm"
  | "notFound"
  | "cellChanged"
  | "alreadyStarted"
  | "depositNotOpen"
  | "depositClosed"
  | "nothingToWrite";

export const importRefusalLabels: Record<ImportRefusal, string> = {
  empty: "Choisissez un fichier qui n’est pas vide.",
  tooLarge: "Ce fichier dépasse 5 Mo. Répartissez vos offres dans plusieurs fichiers.",
  wrongType: "Ce fichier n’est ni un classeur Excel (.xlsx) ni un fichier CSV.",
  oldExcel:
    "Ce classeur est dans un ancien format d’Excel (.xls). Ouvrez-le, choisissez " +
    "« Enregistrer sous », puis le format « Classeur Excel (.xlsx) ».",
  encrypted:
    "Ce classeur est protégé par un mot de passe. Ouvrez-le, retirez le mot de passe " +
    "(« Fichier », « Informations », « Protéger le classeur »), enregistrez et réessayez.",
  numbers:
    "Ce classeur vient de Numbers. Ouvrez-le, choisissez « Fichier », « Exporter vers », " +
    "« Excel », et envoyez le fichier .xlsx.",
  webPage:
    "Ce fichier est une page web, même si son nom se termine par .xls. Ouvrez-le dans votre " +
    "tableur et enregistrez-le au format « Classeur Excel (.xlsx) ».",
  binaryExcel:
    "Ce classeur est au format binaire d’Excel (.xlsb). Enregistrez-le au format " +
    "« Classeur Excel (.xlsx) ».",
  openDocument:
    "Ce classeur est au format OpenDocument (.ods). Dans LibreOffice, choisissez « Fichier », " +
    "« Enregistrer sous », puis « Excel 2007-365 (.xlsx) » ou « Texte CSV (.csv) ».",
  macros:
    "Ce classeur contient des macros. Enregistrez-le au format « Classeur Excel " +
    "(.xlsx) », qui n’en contient pas.",
  bomb:
    "Ce classeur est bien trop grand une fois décompressé. Copiez vos lignes dans le " +
    "modèle, sans les feuilles ni les images qui ne servent pas.",
  unreadable:
    "Ce fichier est abîmé : il n’a pas pu être lu. Dans un CSV, des guillemets peuvent " +
    "ne pas être refermés. Enregistrez-le de nouveau depuis votre tableur.",
  tooHeavy:
    "La lecture de ce fichier demande trop de temps ou de mémoire. Copiez vos lignes " +
    "dans le modèle, sans mise en forme, et envoyez-le.",
  busy: "Un autre fichier est en cours de lecture. Réessayez dans quelques secondes.",
  cutOff: "L’envoi n’est pas arrivé en entier. Réessayez.",
  tooManyToday:
    `Votre structure a déjà envoyé ${importsPerDay} fichiers aujourd’hui. Reprenez demain, ` +
    "ou remplissez le formulaire.",
  headings: "La première ligne doit porter les titres du modèle. Il manque au moins une colonne",
  noRow: "Ce fichier ne contient aucune offre sous la ligne des titres.",
  tooManyRows: "Ce fichier compte plus de 500 offres. Répartissez-les dans plusieurs fichiers.",
  addressToConfirm:
    "Confirmez d’abord votre adresse : ouvrez le lien reçu par mail, puis importez vos offres.",
  notFound: "Cet import est introuvable.",
  cellChanged:
    "Cette cellule a été corrigée ailleurs entre-temps : elle dit maintenant « {cell} ». Votre " +
    "saisie « {typed} » n’est pas enregistrée.",
  alreadyStarted: "Cet import est déjà lancé, terminé ou annulé.",
  depositNotOpen:
    "Le dépôt des offres de cette campagne ouvre le {day} : rien n’est soumis avant. Créez les " +
    "brouillons : vous les soumettrez alors.",
  depositClosed:
    "Le dépôt des offres de cette campagne est clos depuis le {day} : rien n’est plus soumis. " +
    "Vous pouvez créer les brouillons.",
  nothingToWrite:
    "Aucune ligne n’est complète. Cochez « Garder aussi les lignes à corriger » pour en " +
    "faire des brouillons, ou corrigez le fichier.",
};

/** At a cell there is no box that confirms. */
export function outsideRegion(commune: string): string {
  return (
    `${commune} est hors de la région. Si le stage y a bien lieu, gardez la ligne comme brouillon, ` +
    "puis confirmez ce lieu dans le formulaire."
  );
}

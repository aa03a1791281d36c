import { inFigures } from "@/lib/platform/values/french";
import { dailyQuota, structureQuota, unconfirmedQuota } from "./rules";

export type DocumentRefusal =
  | "notFound"
  | "empty"
  | "tooLarge"
  | "wrongType"
  | "tooMany"
  | "macros"
  | "program"
  | "remoteTemplate"
  | "encrypted"
  | "truncated"
  | "damaged"
  | "heic"
  | "picture"
  | "oldWord"
  | "nameMissing"
  | "tooHeavy"
  | "busy"
  | "malformed"
  | "tooManyToday"
  | "structureFull"
  | "confirmFirst";

const megabytes = (bytes: number) => `${inFigures(bytes / 1024 / 1024)} Mo`;

export const documentRefusalLabels: Record<DocumentRefusal, string> = {
  notFound: "Cette offre est introuvable.",
  empty: "Ce fichier est vide.",
  tooLarge: "Ce fichier dépasse 5 Mo.",
  wrongType:
    "Ce fichier n’est pas un PDF, une image JPEG, PNG ou WebP, ni un document DOCX ou ODT.",
  tooMany: "Une offre porte au plus 10 documents.",
  macros: "Ce document contient des macros. Enregistrez-le sans elles, ou en PDF.",
  program:
    "Ce document contient un programme, une page web ou un fichier incorporé. Retirez-le, ou " +
    "enregistrez le document en PDF.",
  remoteTemplate:
    "Ce document appelle un modèle ou un objet qui se trouve sur un serveur : qui l’ouvre s’y " +
    "connecterait. Enregistrez-le en PDF.",
  encrypted:
    "Ce document est protégé par un mot de passe. Enregistrez-le sans mot de passe, puis " +
    "réessayez.",
  truncated:
    "Ce PDF est incomplet : sa fin manque. Enregistrez-le ou téléchargez-le de nouveau, puis " +
    "réessayez.",
  damaged: "Ce document est abîmé ou incomplet. Enregistrez-le de nouveau, ou en PDF.",
  heic:
    "Cette photo est au format HEIC de l’iPhone, que beaucoup d’ordinateurs n’ouvrent pas, même " +
    "si son nom se termine par .jpg. Sur l’iPhone, copiez-la dans « Fichiers », appuyez " +
    "longuement dessus, puis « Actions rapides », « Convertir l’image », « JPEG ». Sur un " +
    "ordinateur, ouvrez-la et exportez-la en JPEG.",
  picture:
    "Cette image n’est ni en JPEG, ni en PNG, ni en WebP. Enregistrez-la dans l’un de ces formats.",
  oldWord:
    "Ce document est dans un ancien format de Word (.doc). Enregistrez-le au format « Document " +
    "Word (.docx) », ou en PDF.",
  tooHeavy:
    "Ce document demande trop de temps ou de mémoire pour être vérifié. Enregistrez-le en PDF.",
  busy: "Beaucoup d’envois arrivent en même temps. Réessayez dans une minute.",
  malformed: "L’envoi n’est pas arrivé en entier. Réessayez.",
  tooManyToday:
    `Votre structure a déjà joint ${dailyQuota.documents} documents, ou ` +
    `${megabytes(dailyQuota.bytes)}, aujourd’hui. Reprenez demain.`,
  structureFull:
    `Les documents de votre structure atteindraient ${megabytes(structureQuota.bytes)}. ` +
    "Retirez-en de vos offres, ou joignez des fichiers plus légers.",
  confirmFirst:
    "Tant que votre adresse n’est pas confirmée, vous pouvez joindre " +
    `${unconfirmedQuota.documents} documents, ${megabytes(unconfirmedQuota.bytes)} en ` +
    "tout. Suivez le lien reçu par courriel, puis réessayez.",
  nameMissing: "Donnez un nom au document.",
};

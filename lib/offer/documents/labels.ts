import { dailyQuota, structureQuota, unconfirmedQuota } from "./rules";

export type DocumentRefusal =
  | "notFound"
  | "empty"
  | "tooLarge"
  | "wrongType"
  | "tooMany"
  | "macros"
  | "encrypted"
  | "nameMissing"
  | "tooHeavy"
  | "busy"
  | "malformed"
  | "tooManyToday"
  | "structureFull"
  | "confirmFirst";

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toLocaleString("fr-FR")} Mo`;

export const documentRefusalLabels: Record<DocumentRefusal, string> = {
  notFound: "Cette offre est introuvable.",
  empty: "Ce fichier est vide.",
  tooLarge: "Ce fichier dépasse 5 Mo.",
  wrongType: "Ce fichier n'est pas un PDF, une image JPEG ou PNG, ni un document DOCX ou ODT.",
  tooMany: "Une offre porte au plus 10 documents.",
  macros: "Ce document contient des macros ou des programmes. Enregistrez-le sans eux, ou en PDF.",
  encrypted:
    "Ce document est protégé par un mot de passe. Enregistrez-le sans protection, ou en PDF.",
  tooHeavy:
    "Ce document demande trop de temps ou de mémoire pour être vérifié. Enregistrez-le en PDF.",
  busy: "Beaucoup d’envois arrivent en même temps. Réessayez dans une minute.",
  malformed: "L’envoi n’est pas arrivé en entier. Réessayez.",
  tooManyToday:
    `Votre structure a déjà joint ${dailyQuota.documents} documents, ou ` +
    `${megabytes(dailyQuota.bytes)}, aujourd’hui. Reprenez demain.`,
  structureFull:
    `Les documents de votre structure atteindraient ${megabytes(structureQuota.bytes)}. ` +
    "Retirez-en de vos offres, ou joignez des fichiers plus légers.",
  confirmFirst:
    "Tant que votre adresse n’est pas confirmée, vous pouvez joindre " +
    `${unconfirmedQuota.documents} documents, ${megabytes(unconfirmedQuota.bytes)} en ` +
    "tout. Suivez le lien reçu par courriel, puis réessayez.",
  nameMissing: "Donnez un nom au document.",
};

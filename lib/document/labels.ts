export type DocumentRefusal = "notFound" | "empty" | "tooLarge" | "wrongType" | "tooMany" | "macros" | "encrypted" | "nameMissing";

export const documentRefusalLabels: Record<DocumentRefusal, string> = {
  notFound: "Cette offre est introuvable.",
  empty: "Ce fichier est vide.",
  tooLarge: "Ce fichier dépasse 5 Mo.",
  wrongType: "Ce fichier n'est pas un PDF, une image JPEG ou PNG, ni un document DOCX ou ODT.",
  tooMany: "Une offre porte au plus 10 documents.",
  macros: "Ce document contient des macros ou des programmes. Enregistrez-le sans eux, ou en PDF.",
  encrypted: "Ce document est protégé par un mot de passe. Enregistrez-le sans protection, ou en PDF.",
  nameMissing: "Donnez un nom au document.",
};

export type DocumentRefusal = "notFound" | "empty" | "tooLarge" | "wrongType" | "tooMany";

export const documentRefusalLabels: Record<DocumentRefusal, string> = {
  notFound: "Cette offre est introuvable.",
  empty: "Ce fichier est vide.",
  tooLarge: "Ce fichier dépasse 5 Mo.",
  wrongType: "Ce fichier n'est pas un PDF, une image JPEG ou PNG, ni un document DOCX ou ODT.",
  tooMany: "Une offre porte au plus 10 documents.",
};

import type { ReportOutcome, ReportReason, ReportRefusal } from "./rules";

export const reportReasonLabels: Record<ReportReason, string> = {
  outdated: "L’offre n’a plus cours",
  wrongFacts: "Une information est fausse",
  noAnswer: "La structure ne répond pas",
  personalData: "Elle montre les coordonnées d’une personne",
  unsuitable: "Elle ne convient pas à des étudiants",
  other: "Autre chose",
};

export const reportOutcomeLabels: Record<ReportOutcome, string> = {
  noEffect: "Sans suite",
  suspended: "Offre suspendue",
};

export const reportRefusalLabels: Record<ReportRefusal, string> = {
  notFound: "Cette offre n’est pas, ou plus, dans le catalogue.",
  tooManyReports:
    "Cette offre vient d’être signalée plusieurs fois : l’agence est prévenue. Réessayez " +
    "dans {wait}, ou écrivez-lui.",
  conflict:
    "Ces signalements ont déjà été traités : quelqu’un d’autre vient peut-être de le " +
    "faire. Rechargez la page.",
  messageMissing: "Écrivez un message : la structure le recevra tel quel.",
  messageUnread:
    "Sans suite, aucun message ne part : la structure ne lirait pas ce texte. Effacez-le, ou " +
    "suspendez l’offre.",
  alreadySuspended:
    "L’offre vient d’être suspendue avec le message de quelqu’un d’autre : rechargez la page " +
    "pour le lire.",
  gone:
    "L’offre est supprimée : il n’y a plus rien à suspendre. Classez ces signalements sans " +
    "suite.",
};

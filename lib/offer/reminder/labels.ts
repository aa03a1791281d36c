import type { ReminderKind } from "./rules";

/** What each reminder says of an offer, after its title. */
export const reminderLabels: Record<ReminderKind, string> = {
  correctionWaiting: "l’agence attend votre correction.",
  unpublished: "elle est validée mais pas encore publiée : personne ne la voit.",
  draftWaiting: "un brouillon attend d’être soumis.",
  elapsed: "tous ses mois sont passés. Ajoutez-en, renouvelez-la ou archivez-la.",
  untouched: "rien n’y a changé depuis un an. Est-elle toujours juste ?",
};

export const reminderRefusalLabels = {
  linkUnknown: "Ce lien n’est pas valable. Réglez vos rappels dans « Mon profil ».",
};

/** What was done, as a sentence whose subject is who did it. A deed without a word here is told in general terms. */
const deedLabels: Readonly<Record<string, string>> = {
  "offer:create": "a commencé une offre",
  "offer:submit": "a soumis l’offre",
  "offer:applyMinorEdit": "a modifié l’offre",
  "offer:approve": "a validé l’offre",
  "offer:requestChanges": "a demandé une correction",
  "offer:refuse": "n’a pas retenu l’offre",
  "offer:publish": "a publié l’offre",
  "offer:unpublish": "a dépublié l’offre",
  "offer:pause": "a mis l’offre en pause",
  "offer:wake": "a remis l’offre en ligne à la fin de sa pause",
  "offer:archive": "a archivé l’offre",
  "offer:unarchive": "a sorti l’offre des archives",
  "offer:delete": "a supprimé l’offre",
  "offer:restore": "a rétabli l’offre",
  "offer:duplicate": "a dupliqué l’offre",
  "offer:renew": "a renouvelé l’offre",
  "document:attach": "a joint un document à l’offre",
  "document:detach": "a retiré un document de l’offre",
  "account:register": "a inscrit la structure",
  "account:close": "a fermé son compte",
  "structure:edit": "a modifié les informations de la structure",
  "structure:close": "a fermé la structure",
  "colleague:invite": "a invité un collègue",
  "colleague:inviteAgain": "a renvoyé une invitation",
  "colleague:cancelInvitation": "a annulé une invitation",
  "colleague:join": "a rejoint la structure",
  "colleague:changeRole": "a changé le rôle d’un collègue",
  "colleague:remove": "a retiré un collègue",
};

/** The sentence of a deed. */
export function deedInWords(deed: string): string {
  if (Object.hasOwn(deedLabels, deed)) return deedLabels[deed] ?? "";
  return deed.startsWith("offer:") || deed.startsWith("document:") ? "a modifié l’offre" : "a modifié les informations de la structure";
}

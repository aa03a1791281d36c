/** First words of deeds, by what they are about. */
export const deedGroups = [
  "offer",
  "document",
  "account",
  "structure",
  "colleague",
  "import",
  "campaign",
  "template",
  "text",
  "vocabulary",
  "moderator",
  "report",
] as const;
export type DeedGroup = (typeof deedGroups)[number];

export const deedGroupLabels: Record<DeedGroup, string> = {
  offer: "Offres",
  document: "Documents",
  account: "Comptes",
  structure: "Structures",
  colleague: "Collègues",
  import: "Imports",
  campaign: "Campagnes",
  template: "Motifs",
  text: "Textes",
  vocabulary: "Vocabulaires",
  moderator: "Modérateurs",
  report: "Signalements",
};

const objectKindLabels: Readonly<Record<string, string>> = {
  offer: "Offre",
  structure: "Structure",
  account: "Compte",
  import: "Import",
  campaign: "Campagne",
  template: "Motif",
  text: "Texte",
  term: "Terme",
  synonyms: "Synonymes",
  structureType: "Type de structure",
};

/** What a deed was done to. */
export function objectKindInWords(kind: string): string {
  return Object.hasOwn(objectKindLabels, kind) ? (objectKindLabels[kind] ?? "") : "Autre";
}

export const actorKindLabels = {
  moderator: "ARS",
  offeror: "Structure",
  portal: "Portail",
} as const;

/**
 * What was done, as a sentence whose subject is who did it. A deed without a word here is told in
 * general terms.
 */
const deedLabels: Readonly<Record<string, string>> = {
  "offer:create": "a commencé une offre",
  "offer:submit": "a soumis l’offre",
  "offer:applyMinorEdit": "a modifié l’offre",
  "offer:approve": "a validé l’offre",
  "offer:requestChanges": "a demandé une correction",
  "offer:refuse": "n’a pas retenu l’offre",
  "offer:undoDecision": "a annulé sa décision sur l’offre",
  "offer:note": "a laissé une note aux modérateurs",
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
  "offer:import": "a créé l’offre par un import",
  "offer:purge": "a effacé l’offre",
  "offer:answerRenewal": "a répondu à la question du renouvellement",
  "document:rename": "a renommé un document de l’offre",
  "account:register": "a inscrit la structure",
  "account:close": "a fermé son compte",
  "account:confirmAddress": "a confirmé son adresse",
  "account:choosePassword": "a choisi un mot de passe",
  "account:changePassword": "a changé de mot de passe",
  "account:askAddressChange": "a demandé un changement d’adresse",
  "account:changeAddress": "a changé d’adresse",
  "account:edit": "a modifié ses informations",
  "account:stopReminders": "a arrêté ses rappels",
  "account:inviteModerator": "a invité un modérateur",
  "import:read": "a déposé un tableur",
  "import:correct": "a corrigé des lignes d’un tableur",
  "import:start": "a lancé un import",
  "import:finish": "a terminé un import",
  "import:cancel": "a arrêté un import",
  "import:resume": "a repris un import",
  "campaign:save": "a changé les dates d’une campagne",
  "text:save": "a changé un texte",
  "template:save": "a enregistré un motif",
  "template:delete": "a retiré un motif",
  "structure:edit": "a modifié les informations de la structure",
  "structure:close": "a fermé la structure",
  "vocabulary:add": "a ajouté un terme",
  "vocabulary:rename": "a changé le libellé d’un terme",
  "vocabulary:move": "a déplacé un terme dans sa liste",
  "vocabulary:retire": "a retiré un terme",
  "vocabulary:takeBack": "a proposé de nouveau un terme",
  "vocabulary:merge": "a fusionné un terme avec un autre",
  "vocabulary:saveSynonyms": "a enregistré des synonymes de la recherche",
  "vocabulary:deleteSynonyms": "a supprimé des synonymes de la recherche",
  "moderator:invite": "a invité un modérateur",
  "moderator:inviteAgain": "a renvoyé l’invitation d’un modérateur",
  "moderator:cancelInvitation": "a annulé l’invitation d’un modérateur",
  "moderator:join": "a rejoint la modération",
  "moderator:changeRole": "a changé le rôle d’un modérateur",
  "moderator:disable": "a désactivé un modérateur",
  "moderator:enable": "a réactivé un modérateur",
  "moderator:stopDigest": "a arrêté ses mails sur les offres qui attendent",
  "structure:correct": "a corrigé les informations de la structure",
  "structure:suspend": "a suspendu la structure",
  "structure:lift": "a levé la suspension de la structure",
  "structure:suspendType": "a suspendu un type de structure",
  "structure:liftType": "a levé la suspension d’un type de structure",
  "structure:merge": "a fusionné la structure avec une autre",
  "structure:view": "a regardé l’espace de la structure",
  "account:deactivate": "a désactivé le compte",
  "account:reactivate": "a réactivé le compte",
  "account:resendConfirmation": "a renvoyé le message de confirmation",
  "account:suspend": "a suspendu le compte",
  "account:lift": "a levé la suspension du compte",
  "offer:suspend": "a suspendu l’offre",
  "offer:lift": "a levé la suspension de l’offre",
  "report:make": "a reçu un signalement de l’offre",
  "report:treat": "a traité un signalement",
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
  return deed.startsWith("offer:") || deed.startsWith("document:")
    ? "a modifié l’offre"
    : "a agi sur le portail";
}

/**
 * What was just done, told on the page that follows: the address carries a code, the sentence
 * stands here. One code is one sentence, wherever it is shown.
 */
export const confirmations = {
  // Accounts
  inscription: "Votre compte est créé. Vous pouvez déposer votre première offre.",
  deconnexion: "Vous êtes déconnecté.",
  "mot-de-passe-choisi": "Votre mot de passe est enregistré.",
  "mot-de-passe": "Votre mot de passe est changé. Vos autres sessions sont fermées.",
  compte: "Votre compte est à jour.",
  adresse:
    "Un message est parti à la nouvelle adresse. Ouvrez son lien pour confirmer le changement.",
  "adresse-gardee": "Votre adresse reste la même.",
  choix: "Vos choix sont enregistrés.",
  session: "Cette session est fermée.",
  sessions: "Toutes vos autres sessions sont fermées.",
  "compte-ferme": "Votre compte est fermé. Un dernier message vous le confirme.",

  // Members of a structure, and of the agency
  invitation: "L’invitation est partie. Son lien est valable sept jours.",
  annulation: "L’invitation est annulée : son lien ne marche plus.",
  bienvenue: "Bienvenue ! Voici les offres de votre structure.",
  "bienvenue-moderation": "Votre compte est créé. Bienvenue dans la modération.",
  role: "Le rôle est changé. Cette personne en est prévenue.",
  "role-sans-mail": "Le rôle est enregistré.",
  transfert: "Votre rôle est transmis. Vous êtes maintenant éditeur.",
  "collegue-retire":
    "Cette personne n’a plus accès au portail. Ses offres sont maintenant les vôtres.",
  "moderateur-desactive": "Cette personne n’a plus accès au portail.",
  "moderateur-reactive": "Cette personne a de nouveau accès au portail.",

  // Structures
  structure: "Les informations de la structure sont enregistrées. Vos offres publiées sont à jour.",
  lieu: "Le lieu est enregistré.",
  referent: "Le référent est enregistré.",
  "lieu-retire": "C’est retiré de vos listes. Vos offres n’ont pas changé.",

  // Offers
  brouillon: "Votre brouillon est enregistré. Reprenez-le quand vous voulez.",
  "lignes-verifiees": "Vos corrections sont gardées et vérifiées.",
  "corrections-a-relire":
    "Vos corrections sont gardées et vérifiées. Relisez les lignes, puis créez les offres.",
  gardee: "Votre saisie est enregistrée.",
  dupliquee: "L’offre est copiée dans ce nouveau brouillon. Changez ce qui doit l’être.",
  renouvelee:
    "L’offre de la prochaine campagne est prête. Relisez-la, modifiez ce qui change, puis " +
    "soumettez-la.",
  soumise:
    "Votre offre est soumise à l’agence. Sa décision sera envoyée par mail à la personne qui a " +
    "déposé l’offre.",
  "en-attente":
    "L’offre est prête. Elle partira à l’agence dès que vous aurez confirmé votre adresse.",
  appliquee: "Vos changements sont appliqués : ils ne demandaient pas de validation.",
  inchangee: "Rien n’avait changé : l’offre reste comme elle est.",
  publiee: "L’offre est publiée.",
  "publication-demandee": "L’offre sera publiée dès sa validation.",
  depubliee: "L’offre n’est plus publiée.",
  "en-pause": "L’offre est en pause. Elle reviendra seule dans le catalogue à la date choisie.",
  archivee: "L’offre est archivée : elle n’est plus visible, et rien n’en est perdu.",
  desarchivee: "L’offre est sortie des archives. Publiez-la pour qu’elle soit de nouveau visible.",
  supprimee: "L’offre est supprimée.",
  retablie: "L’offre est rétablie.",

  // What visitors ask
  message: "Votre message est transmis",
  signalement: "Votre signalement est envoyé",
  alerte: "Un message vous attend",
  terminee: "Cette alerte est terminée et votre adresse est effacée.",

  // Moderation. The structure hears of a decision when it can no longer be taken back.
  approve: "L’offre est validée.",
  requestChanges: "La correction est demandée.",
  refuse: "L’offre est refusée.",
  lot: "La décision est enregistrée pour les offres choisies.",
  "lot-partiel":
    "La décision est enregistrée, sauf pour des offres qui avaient changé entre-temps : elles " +
    "restent dans la file ou ont été décidées par quelqu’un d’autre.",
  annulee: "La décision est annulée : l’offre attend de nouveau.",
  "annulee-partiel":
    "La décision est annulée, sauf pour des offres que leur structure a déjà reprises.",
  prise: "Les autres modérateurs voient que vous vous occupez de cette offre.",
  laissee: "Cette offre est de nouveau à tout le monde.",
  note: "La note est enregistrée.",
  "motif-enregistre": "Le motif est enregistré.",
  "motif-supprime": "Le motif est supprimé. Les décisions déjà prises n’ont pas changé.",
  noEffect: "Les signalements sont classés sans suite.",
  suspended: "L’offre est suspendue et les signalements sont traités. La structure est prévenue.",
  suspendedUntold:
    "L’offre est suspendue et les signalements sont traités. Personne n’est prévenu : le compte " +
    "qui l’a déposée ne reçoit pas de mails.",
  alreadySuspended:
    "Les signalements sont traités. L’offre reste suspendue, et aucun autre message n’est parti.",
  suspension:
    "C’est suspendu. Le catalogue ne montre plus rien de ce qui est concerné, et les personnes " +
    "concernées sont prévenues.",
  "suspension-sans-mail":
    "C’est suspendu. Le catalogue ne montre plus rien de ce qui est concerné. Personne n’est " +
    "prévenu : aucun compte concerné ne reçoit de mails.",
  levee: "La suspension est levée. Les personnes concernées sont prévenues.",
  "levee-sans-mail":
    "La suspension est levée. Personne n’est prévenu : aucun compte concerné ne reçoit de mails.",

  // What else the agency tends
  dates: "Les dates sont enregistrées.",
  "texte-enregistre": "Le texte est enregistré. Il se lit partout dès maintenant.",
  "synonymes-enregistres": "Les synonymes sont enregistrés : la recherche en tient compte.",
  "synonymes-supprimes": "Les synonymes sont supprimés.",
  "terme-ajoute": "Le terme est ajouté à la fin de la liste.",
  "terme-renomme": "Le libellé est changé, sur les offres publiées aussi.",
  "terme-retire": "Le terme n’est plus proposé. Ce qui l’a déjà le garde.",
  "terme-repris": "Le terme est proposé de nouveau.",
  "termes-fusionnes": "Les deux termes n’en font plus qu’un, sur les offres publiées aussi.",
  correction: "La correction est enregistrée. Les offres publiées la montrent déjà.",
  "compte-desactive":
    "Le compte est désactivé : ses sessions sont finies et ses offres ne sont plus visibles. La " +
    "personne est prévenue par mail.",
  "compte-reactive":
    "Le compte est réactivé. La personne peut se reconnecter : elle est prévenue par mail.",
  confirmation: "Un nouveau message de confirmation est parti.",
  "structures-fusionnees":
    "Les deux structures n’en font plus qu’une. Leurs personnes sont prévenues par mail.",
  "vue-finie":
    "Vous ne voyez plus ce que voit cette personne : la demi-heure est passée, ou son compte " +
    "n’est plus ouvert.",
  "vue-en-cours":
    "Vous voyez encore le portail comme cette personne. Pour décider, choisissez d’abord " +
    "« Revenir à la modération ».",
} as const satisfies Record<string, string>;

export type Confirmation = keyof typeof confirmations;

/**
 * The address of a page that is to say what was done.
 * @param address a path with or without a query, without an anchor
 * @param more what else the page reads from its address
 */
export function withConfirmation<A extends string>(
  address: A,
  code: Confirmation,
  more: Readonly<Record<string, string>> = {},
): `${A}${"?" | "&"}${string}` {
  const query = new URLSearchParams({ fait: code, ...more });
  return `${address}${address.includes("?") ? "&" : "?"}${query.toString()}`;
}

/** The same page without what it told once. */
export function withoutConfirmation(address: string): string {
  const [path = "", query] = address.split(/\?(.*)/s);
  const kept = (query ?? "").split("&").filter((part) => part !== "" && !/^fait=/.test(part));
  return kept.length > 0 ? `${path}?${kept.join("&")}` : path;
}

/** What an address says was done; null when it says nothing, or nothing we know. */
export function confirmationIn(
  query: Readonly<Record<string, string | string[] | undefined>>,
): Confirmation | null {
  const code = query.fait;
  return typeof code === "string" && isConfirmation(code) ? code : null;
}

function isConfirmation(code: string): code is Confirmation {
  return Object.hasOwn(confirmations, code);
}

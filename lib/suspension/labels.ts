import type { SuspendedThing, SuspensionRefusal } from "./rules";

export const suspendedThingLabels: Record<SuspendedThing, string> = {
  offer: "Offre",
  account: "Compte",
  structure: "Structure",
  structureType: "Type de structure",
};

/** What an offer was suspended with, after «Suspendue»; nothing when it was alone. */
export const suspendedWith: Record<SuspendedThing, string> = {
  offer: "",
  account: "avec le compte qui l’a déposée",
  structure: "avec toute la structure",
  structureType: "avec toutes les structures de ce type",
};

/** What stands above the pages of whoever it concerns. */
export const heldTitles: Record<SuspendedThing, string> = {
  offer: "L’agence a suspendu cette offre",
  account: "L’agence a suspendu votre compte",
  structure: "L’agence a suspendu votre structure",
  structureType: "L’agence a suspendu toutes les structures de ce type",
};

/** What suspending means, said before it is done. */
export const consequences: Record<SuspendedThing, string> = {
  offer:
    "L’offre disparaît aussitôt du catalogue. La structure peut encore la corriger ; son déposant reçoit votre message.",
  account:
    "Les offres de ce compte disparaissent aussitôt du catalogue. La personne peut se connecter et lire, sans rien modifier ; elle reçoit votre message.",
  structure:
    "Toutes les offres de la structure disparaissent aussitôt du catalogue. Ses comptes peuvent se connecter et lire, sans rien modifier ; ses administrateurs reçoivent votre message.",
  structureType:
    "Toutes les offres des structures de ce type disparaissent aussitôt du catalogue. Leurs comptes peuvent se connecter et lire, sans rien modifier ; leurs administrateurs reçoivent votre message.",
};

export const suspensionRefusalLabels: Record<SuspensionRefusal | "notFound" | "conflict", string> =
  {
    alreadySuspended:
      "C’est déjà suspendu : quelqu’un d’autre vient peut-être de le faire. Rechargez la page pour lire son message.",
    notSuspended: "Ce n’est plus suspendu.",
    messageMissing: "Écrivez un message : la structure le recevra tel quel.",
    gone: "Il n’y a plus rien à suspendre : c’est fermé ou supprimé.",
    notFound: "Ce que vous voulez suspendre est introuvable.",
    conflict: "L’état a changé entre-temps. Rechargez la page.",
  };

import type { SuspendedThing } from "@/lib/offer/suspended/rules";
import type { SuspensionRefusal } from "./rules";

export const suspendedThingLabels: Record<SuspendedThing, string> = {
  offer: "Offre",
  account: "Compte",
  structure: "Structure",
  structureType: "Type de structure",
};

/** What suspending means, said before it is done. */
export const consequences: Record<SuspendedThing, string> = {
  offer:
    "L’offre disparaît aussitôt du catalogue. La structure peut encore la corriger ; son " +
    "déposant reçoit votre message.",
  account:
    "Les offres de ce compte disparaissent aussitôt du catalogue. La personne peut se " +
    "connecter et lire, sans rien modifier ; elle reçoit votre message.",
  structure:
    "Toutes les offres de la structure disparaissent aussitôt du catalogue. Ses comptes " +
    "peuvent se connecter et lire, sans rien modifier ; ses administrateurs reçoivent " +
    "votre message.",
  structureType:
    "Toutes les offres des structures de ce type disparaissent aussitôt du catalogue. " +
    "Leurs comptes peuvent se connecter et lire, sans rien modifier ; leurs " +
    "administrateurs reçoivent votre message.",
};

export const suspensionRefusalLabels: Record<SuspensionRefusal | "notFound" | "conflict", string> =
  {
    alreadySuspended:
      "C’est déjà suspendu : quelqu’un d’autre vient peut-être de le faire. Rechargez la " +
      "page pour lire son message.",
    notSuspended: "Ce n’est plus suspendu.",
    messageMissing: "Écrivez un message : la structure le recevra tel quel.",
    gone: "Il n’y a plus rien à suspendre : c’est fermé ou supprimé.",
    notFound: "Ce que vous voulez suspendre est introuvable.",
    conflict: "L’état a changé entre-temps. Rechargez la page.",
  };

import type { SuspendedThing } from "./rules";

/** What an offer was suspended with, after «Suspendue»; nothing when it was alone. */
export const suspendedWith: Record<SuspendedThing, string> = {
  offer: "",
  account: "avec le compte qui l’a déposée",
  structure: "avec toute la structure",
  structureType: "avec toutes les structures de ce type",
};

/** What stands above the pages of whoever it concerns. */
export const suspensionTitles: Record<SuspendedThing, string> = {
  offer: "L’agence a suspendu cette offre",
  account: "L’agence a suspendu votre compte",
  structure: "L’agence a suspendu votre structure",
  structureType: "L’agence a suspendu toutes les structures de ce type",
};

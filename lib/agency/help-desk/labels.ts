import type { AccountRefusal, MergeRefusal } from "./rules";
import type { OverseenAccountDto, StructureState } from "./schema";

export const structureStateLabels: Record<StructureState, string> = {
  active: "Active",
  suspended: "Suspendue",
  closed: "Fermée",
};

export const accountStateLabels: Record<OverseenAccountDto["standing"], string> = {
  active: "Actif",
  invited: "Invité",
  suspended: "Suspendu",
  disabled: "Désactivé",
  closed: "Fermé",
};

export const accountRefusalLabels: Record<
  AccountRefusal | "notFound" | "mailedRecently" | "alreadyConfirmed",
  string
> = {
  notActive:
    "Ce compte n’est pas actif : quelqu’un d’autre vient peut-être de le désactiver. " +
    "Rechargez la page.",
  notDisabled:
    "Ce compte n’est pas désactivé : quelqu’un d’autre vient peut-être de le réactiver. " +
    "Rechargez la page.",
  notFound: "Ce compte est introuvable.",
  mailedRecently:
    "Plusieurs messages viennent d’être envoyés à cette adresse. Réessayez dans {wait}.",
  alreadyConfirmed: "Cette adresse est déjà confirmée.",
};

export const mergeRefusalLabels: Record<MergeRefusal | "notFound", string> = {
  sameStructure: "Choisissez une autre structure.",
  notMergeable:
    "L’une des deux n’est plus active : elle est suspendue ou fermée, ou vient d’être " +
    "fusionnée. Rechargez la page.",
  notFound: "Cette structure est introuvable.",
};

/** Fields of a correction as the page of the structure tells them. */
export const changedFieldLabels = {
  name: "Raison sociale",
  street: "Adresse",
  postcode: "Code postal",
  communeName: "Commune",
  cedex: "Ligne CEDEX",
  typeId: "Type",
  representative: "Représentant",
} as const;

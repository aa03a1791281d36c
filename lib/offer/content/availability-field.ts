import { z } from "zod";
import {
  type Availability,
  isMonth,
  monthsOf,
  parseAvailability,
  withinMonths,
} from "@/lib/offer/availability/availability";
import { availabilityWords } from "@/lib/offer/availability/availability-words";
import { fieldList } from "@/lib/platform/values/fields";
import type { FieldWords, Input } from "./kinds";
import { list } from "./parts";

interface Typed {
  months: number[];
  slots: string[];
}

/** Slots of the months that are still chosen; a month taken away takes its slots with it. */
export function chosenAvailability({ months, slots }: Typed): Availability {
  return withinMonths(parseAvailability(slots), months.filter(isMonth));
}

/** When an offer can host: months, then half-days of each. */
export const availabilityField = {
  kind: "group" as const,
  page: "informations" as const,
  label: "Période et créneaux",
  significance: { validated: "les mois et les créneaux" },
  audience: "public",
  /** Where a remark about the field is shown. */
  anchor: "slots",
  inputs: {
    months: {
      kind: "months",
      label: "Mois",
      optional: false,
      schema: fieldList(z.array(z.coerce.number()).min(1, "Choisissez au moins un mois.")),
      column: {
        also: ["periode", "periodes"],
        example: "mars à mai",
        help: "Par exemple : mars à mai ; mars, avril ; toute l’année sauf juillet et août.",
      },
    },
    slots: {
      kind: "slots",
      label: "Créneaux",
      optional: false,
      schema: fieldList(z.array(z.string())),
      column: {
        also: ["creneau", "demi journees"],
        example: "lundi matin, mardi",
        help:
          "Les mêmes pour tous les mois de la ligne. Par exemple : lundi matin, mardi ; " +
          "lundi et mardi matin (les deux matins) ; tous les jours sauf mercredi, samedi, " +
          "dimanche. Un jour seul veut dire matin et après-midi.",
      },
    },
  } satisfies Record<string, Input>,
  content: { availability: list(z.string()).transform(parseAvailability) },
  compared: ({ availability }: { availability: Availability }): unknown => availability,
  words: ({ availability }: { availability: Availability }) => availabilityWords(availability),
} satisfies FieldWords & Record<string, unknown>;

/** Every month that is chosen needs a slot. */
export function checkSlots(value: Typed, context: z.RefinementCtx): void {
  if (value.months.length === 0) return;
  const chosen = value.months.filter(isMonth);
  const open = monthsOf(chosenAvailability(value));
  if (open.length >= chosen.length && open.length > 0) return;
  context.addIssue({
    code: "custom",
    path: ["slots"],
    message:
      open.length === 0
        ? "Choisissez au moins un créneau."
        : "Un des mois choisis n’a aucun créneau : cochez-en un ou retirez ce mois.",
  });
}

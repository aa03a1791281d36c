import { z } from "zod";
import { isDay } from "@/lib/platform/values/calendar-day";

/** What the check page sends. */
export const submitOfferSchema = z.object({
  offerId: z.uuid(),
  version: z.coerce.number().int(),
  publishOnApproval: z.literal("on").optional(),
});

/** A move that needs nothing but the offer. */
export const offerIdSchema = z.object({ offerId: z.uuid() });

/**
 * «Mettre en pause» until the day the offer is visible again; the command says whether that day is
 * near enough.
 */
export const pauseSchema = offerIdSchema.extend({
  until: z
    .string()
    .trim()
    .min(1, "Choisissez le jour où l’offre redevient visible.")
    .refine(
      (day) => day === "" || isDay(day),
      "Écrivez une date qui existe, par exemple 2027-03-03.",
    ),
});

/** A copy whose id comes with the form, so that sending it twice makes one. */
export const copySchema = offerIdSchema.extend({ copyId: z.uuid() });

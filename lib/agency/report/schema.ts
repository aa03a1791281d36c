import { z } from "zod";
import { emailField } from "@/lib/platform/values/email";
import { fieldList, paragraphs } from "@/lib/platform/values/fields";
import { type ReportOutcome, reportOutcomes, type ReportReason, reportReasons } from "./rules";

export const reportSchema = z.object({
  /** Of the offer, as its address says it. */
  reference: z.string().max(40),
  reason: z.enum(reportReasons, "Choisissez ce qui ne va pas."),
  words: paragraphs.pipe(
    z
      .string()
      .min(1, "Expliquez en quelques mots ce qui ne va pas.")
      .max(2000, "Le texte compte au plus 2 000 caractères."),
  ),
  email: z.preprocess(
    (typed) => (typeof typed === "string" && typed.trim() === "" ? undefined : typed),
    emailField.optional(),
  ),
});

export type ReportInput = z.output<typeof reportSchema>;

export const treatSchema = z.object({
  offerId: z.uuid(),
  /** The reports that were read: others are not treated unseen. */
  reportIds: fieldList(z.array(z.uuid()).min(1).max(200)),
  outcome: z.enum(reportOutcomes, "Choisissez une suite."),
  message: paragraphs
    .pipe(z.string().max(2000, "Le message compte au plus 2 000 caractères."))
    .default(""),
});

export type TreatInput = z.output<typeof treatSchema>;

/** The lists of reports, in the address. */
export const reportViews = ["ouverts", "traites"] as const;
export const reportFilterSchema = z.object({ etat: z.enum(reportViews).catch("ouverts") });
export type ReportView = (typeof reportViews)[number];

export interface ReportDto {
  id: string;
  offerId: string;
  reference: string;
  title: string;
  structureName: string;
  reason: ReportReason;
  words: string;
  /** Null when none was given, or once it was forgotten. */
  email: string | null;
  createdAt: Date;
  treated: { outcome: ReportOutcome; by: string; at: Date } | null;
}

import { z } from "zod";
import { halfDays, months } from "@/lib/offer/availability/availability";
import { emailField } from "@/lib/platform/values/email";
import { fieldList, paragraphs } from "@/lib/platform/values/fields";
import { nameLine } from "@/lib/platform/values/names";
import { disciplines } from "./labels";

export const messageLimit = 2000;
/** More than a whole year of a training. */
const mostStudents = 500;
const studentsMessage = `Écrivez un nombre d’étudiants, de 1 à ${mostStudents}.`;

export const contactSchema = z.object({
  /** Of the offer, as its address says it. */
  reference: z.string().max(40),
  name: nameLine(120, "Le nom").pipe(z.string().min(1, "Renseignez votre nom.")),
  email: emailField,
  establishment: nameLine(160, "L’établissement"),
  students: z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, studentsMessage)
    .transform(Number)
    .pipe(z.int().min(1, studentsMessage).max(mostStudents, studentsMessage)),
  disciplines: fieldList(
    z.array(z.enum(disciplines, "Choisissez une filière de la liste.")).max(disciplines.length),
  ).pipe(z.array(z.enum(disciplines)).min(1, "Choisissez au moins une filière.")),
  months: fieldList(
    z
      .array(z.enum(months.map(String), "Choisissez un mois de la liste."))
      .max(months.length)
      .transform((chosen) => months.filter((month) => chosen.includes(String(month)))),
  ),
  halfDays: fieldList(
    z
      .array(z.enum(halfDays, "Choisissez une demi-journée de la liste."))
      .max(halfDays.length)
      .transform((chosen) => halfDays.filter((halfDay) => chosen.includes(halfDay))),
  ),
  words: paragraphs.pipe(
    z
      .string()
      .min(1, "Écrivez votre message.")
      .max(messageLimit, "Le message compte au plus 2 000 caractères."),
  ),
});
export type ContactInput = z.output<typeof contactSchema>;

import { z } from "zod";
import { emailField } from "@/lib/platform/values/email";
import { paragraphs } from "@/lib/platform/values/fields";
import { nameLine } from "@/lib/platform/values/names";

export const messageLimit = 2000;

export const contactSchema = z.object({
  /** Of the offer, as its address says it. */
  reference: z.string().max(40),
  name: nameLine(120, "Le nom").pipe(z.string().min(1, "Renseignez votre nom.")),
  email: emailField,
  establishment: nameLine(160, "L’établissement"),
  words: paragraphs.pipe(
    z
      .string()
      .min(1, "Écrivez votre message.")
      .max(messageLimit, "Le message compte au plus 2 000 caractères."),
  ),
});
export type ContactInput = z.output<typeof contactSchema>;

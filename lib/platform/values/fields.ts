import { z } from "zod";
import { readable } from "./characters";
import "./default-messages";
import { parseFrenchPhone } from "./french-phone";

/**
 * One line of text, trimmed, inner white space folded.
 * @param subject what it is, to begin the sentence that refuses a longer one: «Le titre»
 */
export function line(max: number, subject: string) {
  return z
    .string()
    .transform((text) => readable(text).replaceAll(/\s+/g, " ").trim())
    .pipe(z.string().max(max, `${subject} compte au plus ${max} caractères.`));
}

/** Several lines of text, trimmed. */
export const paragraphs = z.string().transform((text) => readable(text).trim());

/** A field that a form sends no, one or several times. */
export function fieldList<T extends z.ZodType>(schema: T) {
  return z.preprocess(
    (value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]),
    schema,
  );
}

/** An address as it is stored: trimmed, lower case, plain @ (GHSA-7rqj-j65f-68wh). */
export const emailField = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .pipe(
    z
      .string()
      .min(1, "Renseignez l'adresse email.")
      .max(254, "Cette adresse est trop longue.")
      .regex(/^[\x21-\x7e]*$/, "Cette adresse contient un caractère qui n'est pas permis.")
      .pipe(z.email("Écrivez l'adresse sous la forme nom@exemple.fr.")),
  );

/**
 * A number of metropolitan or overseas France as people write it, normalised to E.164
 * (`+33383000000`).
 */
export const frenchPhone = z.string().transform((text, context) => {
  if (text.trim() === "") {
    context.addIssue({ code: "custom", message: "Renseignez le numéro de téléphone." });
    return z.NEVER;
  }
  const number = parseFrenchPhone(text);
  if (!number?.isValid()) {
    context.addIssue({
      code: "custom",
      message: "Écrivez un numéro français, par exemple 03 83 00 00 00.",
    });
    return z.NEVER;
  }
  return number.number as string;
});

/** «+33383000000» → «03 83 00 00 00»; what is not a number stays as typed. */
export function phoneInWords(phone: string): string {
  return parseFrenchPhone(phone)?.formatNational() ?? phone;
}

export const postcodeField = z
  .string()
  .transform((text) => text.replaceAll(/\s/g, ""))
  .pipe(
    z
      .string()
      .min(1, "Renseignez le code postal.")
      .regex(/^$|^\d{5}$/, "Le code postal compte cinq chiffres."),
  );

import { z } from "zod";
import { line } from "@/lib/platform/values/fields";

/**
 * The fields of an address, as far as they can be judged without knowing the communes: any writing
 * that may name one goes (see `understandAddress`).
 */
export const addressFields = {
  street: line(200, "L’adresse").pipe(z.string().min(1, "Renseignez le numéro et la voie.")),
  /** May be left to the commune, which often has one only. */
  postcode: line(80, "Le code postal")
    .default("")
    .refine((typed) => /^$|\p{L}{2}|^(?:\D*\d){5}\D*$/u.test(typed), {
      error: "Le code postal compte cinq chiffres.",
    }),
  commune: line(120, "La commune").pipe(z.string().min(1, "Indiquez la commune.")),
};

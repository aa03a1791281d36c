import { z } from "zod";
import { emailField } from "@/lib/platform/values/email";
import { nameLine } from "@/lib/platform/values/names";
import { phoneField } from "@/lib/platform/values/phone";
import { newPassword } from "./schema";

// Apart from what signing in asks for: numbers of telephones are 11 kB of scripts.

/** Step 2 of the registration, «Compte administrateur». */
export const administratorSchema = z.object({
  lastName: nameLine(80, "Le nom").pipe(z.string().min(1, "Renseignez votre nom.")),
  firstName: nameLine(80, "Le prénom").pipe(z.string().min(1, "Renseignez votre prénom.")),
  function: nameLine(120, "La fonction").pipe(
    z.string().min(1, "Renseignez la fonction de l’administrateur."),
  ),
  phone: phoneField,
  email: emailField,
  password: newPassword,
});

export type Administrator = z.output<typeof administratorSchema>;

/** Who the account belongs to. */
export const identitySchema = administratorSchema
  .pick({ lastName: true, firstName: true, phone: true })
  .extend({
    function: nameLine(120, "La fonction").pipe(z.string().min(1, "Renseignez votre fonction.")),
  });

export type Identity = z.output<typeof identitySchema>;

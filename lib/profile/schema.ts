import { z } from "zod";
import { administratorSchema, newPassword } from "@/lib/account/schema";
import { emailField } from "@/lib/platform/fields";
import { nameLine } from "@/lib/platform/names";

/** Who the account belongs to. */
export const identitySchema = administratorSchema
  .pick({ lastName: true, firstName: true, phone: true })
  .extend({
    function: nameLine(120, "La fonction").pipe(z.string().min(1, "Renseignez votre fonction.")),
  });

export type Identity = z.output<typeof identitySchema>;

const ownPassword = z
  .string()
  .min(1, "Renseignez votre mot de passe actuel.")
  .max(1000, "Ce mot de passe est trop long.");

export const changePasswordSchema = z.object({
  currentPassword: ownPassword,
  password: newPassword,
});

export const changeAddressSchema = z.object({ email: emailField, currentPassword: ownPassword });

/** An unticked box sends nothing. */
export const mailPreferencesSchema = z.object({
  wantsReceipts: z.literal("on").optional(),
  wantsReminders: z.literal("on").optional(),
});

export const sessionIdSchema = z.object({ sessionId: z.uuid() });

export const closeAccountSchema = z.object({ currentPassword: ownPassword });

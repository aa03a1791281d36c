import { z } from "zod";
import { newPassword } from "@/lib/people/account/schema";
import { emailField } from "@/lib/platform/values/email";

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

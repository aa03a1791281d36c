import { z } from "zod";
import { newPassword } from "@/lib/account/schema";
import { emailField } from "@/lib/platform/fields";
import { nameLine } from "@/lib/platform/names";
import { identitySchema } from "@/lib/profile/schema";

const role = z.enum(["editor", "administrator"], "Choisissez un rôle.");

export const invitationSchema = z.object({
  email: emailField,
  firstName: nameLine(80, "Le prénom"),
  lastName: nameLine(80, "Le nom"),
  role,
});

export type Invitation = z.output<typeof invitationSchema>;

export const colleagueSchema = z.object({ accountId: z.uuid() });

export const roleSchema = colleagueSchema.extend({ role });

export const joinSchema = identitySchema.extend({
  token: z.string().max(200),
  password: newPassword,
});

export type Joining = z.output<typeof joinSchema>;

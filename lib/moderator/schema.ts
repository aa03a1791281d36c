import { z } from "zod";
import { administratorSchema, newPassword } from "@/lib/account/schema";
import { emailField, fieldList } from "@/lib/platform/fields";
import { nameLine } from "@/lib/platform/names";
import { digests } from "./rules";

const role = z.enum(["moderator", "administrator"], "Choisissez un rôle.");

export const moderatorInvitationSchema = z.object({
  email: emailField,
  firstName: nameLine(80, "Le prénom"),
  lastName: nameLine(80, "Le nom"),
  role,
});

export type ModeratorInvitation = z.output<typeof moderatorInvitationSchema>;

export const moderatorSchema = z.object({ accountId: z.uuid() });

export const moderatorRoleSchema = moderatorSchema.extend({ role });

export const joinModeratorsSchema = administratorSchema
  .pick({ lastName: true, firstName: true })
  .extend({ token: z.string().max(200), password: newPassword });

export type ModeratorJoining = z.output<typeof joinModeratorsSchema>;

/** What a moderator follows and how they hear of it; an unticked box sends nothing. */
export const preferencesSchema = z.object({
  departments: fieldList(z.array(z.string().regex(/^(\d{2,3}|2[AB])$/)).max(20)),
  digest: z.enum(digests, "Choisissez un rythme."),
});

export type Preferences = z.output<typeof preferencesSchema>;

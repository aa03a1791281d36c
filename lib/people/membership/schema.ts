import { z } from "zod";
import { administratorSchema, identitySchema } from "@/lib/people/account/person";
import { newPassword } from "@/lib/people/account/schema";
import { emailField } from "@/lib/platform/values/email";
import { nameLine } from "@/lib/platform/values/names";
import { type MemberRole, type Team, teamRoles } from "./rules";

/** One member of the viewer's team. */
export const memberSchema = z.object({ accountId: z.uuid() });

const role = (team: Team) => z.enum<readonly MemberRole[]>(teamRoles[team], "Choisissez un rôle.");

const invitation = (team: Team) =>
  z.object({
    email: emailField,
    firstName: nameLine(80, "Le prénom"),
    lastName: nameLine(80, "Le nom"),
    role: role(team),
  });

export const invitationSchemas = {
  structure: invitation("structure"),
  agency: invitation("agency"),
};

export type Invitation = z.output<(typeof invitationSchemas)[Team]>;

export const roleSchemas = {
  structure: memberSchema.extend({ role: role("structure") }),
  agency: memberSchema.extend({ role: role("agency") }),
};

const answer = { token: z.string().max(200), password: newPassword };

/** Whom offers name can be called; a moderator has a name only. */
export const joinSchemas = {
  structure: identitySchema.extend(answer),
  agency: administratorSchema.pick({ lastName: true, firstName: true }).extend(answer),
};

export type Joining = z.output<(typeof joinSchemas)[Team]>;

"use server";

import type { z } from "zod";
import type { Viewer } from "@/lib/platform/access/policy";
import { requestUserAgent, writeSessionCookie } from "@/lib/platform/access/session";
import { type ActionDefinition, defineAction } from "@/lib/platform/action/define-action";
import { done, type Outcome } from "@/lib/platform/form/action-result";
import { type Confirmation, withConfirmation } from "@/lib/platform/form/confirmations";
import { cancelInvitation, invite, resendInvitation } from "./commands/invite";
import { join } from "./commands/join";
import {
  changeRole,
  disableModerator,
  enableModerator,
  removeColleague,
  transferRole,
} from "./commands/manage";
import { type MembershipRefusal, membershipRefusalLabels } from "./labels";
import { managePermissions, type Team } from "./rules";
import { invitationSchemas, joinSchemas, memberSchema, roleSchemas } from "./schema";

const pages = { structure: "/espace/collegues", agency: "/admin/moderateurs" };
const welcomes = {
  structure: withConfirmation("/espace", "bienvenue"),
  agency: withConfirmation("/admin", "bienvenue-moderation"),
};

type Definition<Schemas extends Record<Team, z.ZodType>, T = null> = ActionDefinition<
  Schemas[Team],
  T,
  MembershipRefusal
>;

function inviteTo(team: Team): Definition<typeof invitationSchemas, { accountId: string }> {
  return {
    permission: managePermissions[team],
    schema: invitationSchemas[team],
    messages: membershipRefusalLabels[team],
    run: ({ viewer, input }) => invite(viewer, team, input),
    then: () => withConfirmation(pages[team], "invitation"),
  };
}

function changeRoleIn(team: Team): Definition<typeof roleSchemas, { told: boolean }> {
  return {
    permission: managePermissions[team],
    schema: roleSchemas[team],
    messages: membershipRefusalLabels[team],
    run: ({ viewer, input }) => changeRole(viewer, team, input),
    then: ({ told }) => withConfirmation(pages[team], told ? "role" : "role-sans-mail"),
  };
}

function joinTeam(team: Team): Definition<typeof joinSchemas> {
  return {
    permission: "public",
    schema: joinSchemas[team],
    messages: membershipRefusalLabels[team],
    run: async ({ input }) => signIn(await join(team, input, await requestUserAgent())),
    then: () => welcomes[team],
  };
}

/** What is asked about one member and nothing else. */
function aboutMember<T>(
  team: Team,
  confirmation: Confirmation,
  run: (viewer: Viewer, accountId: string) => Promise<Outcome<T, MembershipRefusal>>,
): ActionDefinition<typeof memberSchema, T, MembershipRefusal> {
  return {
    permission: managePermissions[team],
    schema: memberSchema,
    messages: membershipRefusalLabels[team],
    run: ({ viewer, input }) => run(viewer, input.accountId),
    then: () => withConfirmation(pages[team], confirmation),
  };
}

function resendTo(team: Team) {
  return aboutMember(team, "invitation", (viewer, id) => resendInvitation(viewer, team, id));
}

function cancelOf(team: Team) {
  return aboutMember(team, "annulation", (viewer, id) => cancelInvitation(viewer, team, id));
}

async function signIn(
  opened: Outcome<{ sessionId: string }, MembershipRefusal>,
): Promise<Outcome<null, MembershipRefusal>> {
  if (!opened.ok) return opened;
  await writeSessionCookie(opened.data.sessionId);
  return done(null);
}

export const inviteColleagueAction = defineAction(inviteTo("structure"));
export const resendInvitationAction = defineAction(resendTo("structure"));
export const cancelInvitationAction = defineAction(cancelOf("structure"));
export const changeRoleAction = defineAction(changeRoleIn("structure"));
export const joinStructureAction = defineAction(joinTeam("structure"));
export const removeColleagueAction = defineAction(
  aboutMember("structure", "collegue-retire", removeColleague),
);
export const transferRoleAction = defineAction(
  aboutMember("structure", "transfert", async (viewer, id) =>
    signIn(await transferRole(viewer, id, await requestUserAgent())),
  ),
);

export const inviteModeratorAction = defineAction(inviteTo("agency"));
export const resendModeratorInvitationAction = defineAction(resendTo("agency"));
export const cancelModeratorInvitationAction = defineAction(cancelOf("agency"));
export const changeModeratorRoleAction = defineAction(changeRoleIn("agency"));
export const joinModeratorsAction = defineAction(joinTeam("agency"));
export const disableModeratorAction = defineAction(
  aboutMember("agency", "moderateur-desactive", disableModerator),
);
export const enableModeratorAction = defineAction(
  aboutMember("agency", "moderateur-reactive", enableModerator),
);

"use server";

import { done } from "@/lib/platform/action-result";
import { defineAction } from "@/lib/platform/define-action";
import { requestUserAgent, writeSessionCookie } from "@/lib/platform/session";
import { cancelInvitation, inviteColleague, resendInvitation } from "./commands/invite";
import { joinStructure } from "./commands/join";
import { changeRole, removeColleague, transferRole } from "./commands/manage";
import { colleagueRefusalLabels } from "./labels";
import { colleagueSchema, invitationSchema, joinSchema, roleSchema } from "./schema";

const page = "/espace/collegues";

export const inviteColleagueAction = defineAction({
  permission: "colleague:manage",
  schema: invitationSchema,
  messages: colleagueRefusalLabels,
  run: ({ viewer, input }) => inviteColleague(viewer, input),
  then: () => `${page}?fait=invitation`,
});

export const resendInvitationAction = defineAction({
  permission: "colleague:manage",
  schema: colleagueSchema,
  messages: colleagueRefusalLabels,
  run: ({ viewer, input }) => resendInvitation(viewer, input.accountId),
  then: () => `${page}?fait=invitation`,
});

export const cancelInvitationAction = defineAction({
  permission: "colleague:manage",
  schema: colleagueSchema,
  messages: colleagueRefusalLabels,
  run: ({ viewer, input }) => cancelInvitation(viewer, input.accountId),
  then: () => `${page}?fait=annulation`,
});

export const changeRoleAction = defineAction({
  permission: "colleague:manage",
  schema: roleSchema,
  messages: colleagueRefusalLabels,
  run: ({ viewer, input }) => changeRole(viewer, input),
  then: () => `${page}?fait=role`,
});

export const transferRoleAction = defineAction({
  permission: "colleague:manage",
  schema: colleagueSchema,
  messages: colleagueRefusalLabels,
  run: async ({ viewer, input }) => {
    const transferred = await transferRole(viewer, input.accountId, await requestUserAgent());
    if (!transferred.ok) return transferred;
    await writeSessionCookie(transferred.data.sessionId);
    return done(null);
  },
  then: () => `${page}?fait=transfert`,
});

export const removeColleagueAction = defineAction({
  permission: "colleague:manage",
  schema: colleagueSchema,
  messages: colleagueRefusalLabels,
  run: ({ viewer, input }) => removeColleague(viewer, input.accountId),
  then: () => `${page}?fait=retrait`,
});

export const joinStructureAction = defineAction({
  permission: "public",
  schema: joinSchema,
  messages: colleagueRefusalLabels,
  run: async ({ input }) => {
    const joined = await joinStructure(input, await requestUserAgent());
    if (!joined.ok) return joined;
    await writeSessionCookie(joined.data.sessionId);
    return done(null);
  },
  then: () => "/espace?fait=bienvenue",
});

"use server";

import { z } from "zod";
import { done } from "@/lib/platform/action-result";
import { defineAction } from "@/lib/platform/define-action";
import { requestUserAgent, writeSessionCookie } from "@/lib/platform/session";
import {
  cancelModeratorInvitation,
  inviteAmongModerators,
  resendModeratorInvitation,
} from "./commands/invite";
import { joinModerators } from "./commands/join";
import { changeModeratorRole, disableModerator, enableModerator } from "./commands/manage";
import { choosePreferences, stopDigest } from "./commands/preferences";
import { digestRefusalLabels, moderatorRefusalLabels } from "./labels";
import {
  joinModeratorsSchema,
  moderatorInvitationSchema,
  moderatorRoleSchema,
  moderatorSchema,
  preferencesSchema,
} from "./schema";

const page = "/admin/moderateurs";

export const inviteModeratorAction = defineAction({
  permission: "moderator:manage",
  schema: moderatorInvitationSchema,
  messages: moderatorRefusalLabels,
  run: ({ viewer, input }) => inviteAmongModerators(viewer, input),
  then: () => `${page}?fait=invitation`,
});

export const resendModeratorInvitationAction = defineAction({
  permission: "moderator:manage",
  schema: moderatorSchema,
  messages: moderatorRefusalLabels,
  run: ({ viewer, input }) => resendModeratorInvitation(viewer, input.accountId),
  then: () => `${page}?fait=invitation`,
});

export const cancelModeratorInvitationAction = defineAction({
  permission: "moderator:manage",
  schema: moderatorSchema,
  messages: moderatorRefusalLabels,
  run: ({ viewer, input }) => cancelModeratorInvitation(viewer, input.accountId),
  then: () => `${page}?fait=annulation`,
});

export const changeModeratorRoleAction = defineAction({
  permission: "moderator:manage",
  schema: moderatorRoleSchema,
  messages: moderatorRefusalLabels,
  run: ({ viewer, input }) => changeModeratorRole(viewer, input),
  then: () => `${page}?fait=role`,
});

export const disableModeratorAction = defineAction({
  permission: "moderator:manage",
  schema: moderatorSchema,
  messages: moderatorRefusalLabels,
  run: ({ viewer, input }) => disableModerator(viewer, input.accountId),
  then: () => `${page}?fait=desactivation`,
});

export const enableModeratorAction = defineAction({
  permission: "moderator:manage",
  schema: moderatorSchema,
  messages: moderatorRefusalLabels,
  run: ({ viewer, input }) => enableModerator(viewer, input.accountId),
  then: () => `${page}?fait=reactivation`,
});

export const joinModeratorsAction = defineAction({
  permission: "public",
  schema: joinModeratorsSchema,
  messages: moderatorRefusalLabels,
  run: async ({ input }) => {
    const joined = await joinModerators(input, await requestUserAgent());
    if (!joined.ok) return joined;
    await writeSessionCookie(joined.data.sessionId);
    return done(null);
  },
  then: () => "/admin?fait=bienvenue",
});

export const choosePreferencesAction = defineAction({
  permission: "moderator:prefer",
  schema: preferencesSchema,
  messages: moderatorRefusalLabels,
  run: ({ viewer, input }) => choosePreferences(viewer, input),
  then: () => "/admin/preferences?fait=preferences",
});

export const stopDigestAction = defineAction({
  permission: "public",
  schema: z.object({ token: z.string().max(300) }),
  messages: digestRefusalLabels,
  run: ({ input }) => stopDigest(input.token),
  then: (_, { input }) => `/avis/${input.token}`,
});

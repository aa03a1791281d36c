"use server";

import { z } from "zod";
import { identitySchema } from "@/lib/people/account/person";
import { linkSchema } from "@/lib/people/account/schema";
import {
  clearSessionCookie,
  requestUserAgent,
  writeSessionCookie,
} from "@/lib/platform/access/session";
import { defineAction } from "@/lib/platform/action/define-action";
import { done } from "@/lib/platform/form/action-result";
import { withConfirmation } from "@/lib/platform/form/confirmations";
import {
  cancelAddressChange,
  confirmNewAddress,
  requestAddressChange,
} from "./commands/change-address";
import { closeAccount } from "./commands/close-account";
import { changePassword, chooseMails, editIdentity } from "./commands/edit-account";
import { endOtherSessions, endSession } from "./commands/sessions";
import { profileRefusalLabels } from "./labels";
import {
  changeAddressSchema,
  changePasswordSchema,
  closeAccountSchema,
  mailPreferencesSchema,
  sessionIdSchema,
} from "./schema";

const page = "/espace/profil";

export const editIdentityAction = defineAction({
  permission: "account:manageOwn",
  schema: identitySchema,
  messages: profileRefusalLabels,
  run: ({ viewer, input }) => editIdentity(viewer, input),
  then: () => withConfirmation(page, "compte"),
});

export const chooseMailsAction = defineAction({
  permission: "account:manageOwn",
  schema: mailPreferencesSchema,
  messages: profileRefusalLabels,
  run: ({ viewer, input }) =>
    chooseMails(viewer, {
      receipts: input.wantsReceipts === "on",
      reminders: input.wantsReminders === "on",
    }),
  then: () => withConfirmation(page, "choix"),
});

export const changePasswordAction = defineAction({
  permission: "account:manageOwn",
  schema: changePasswordSchema,
  messages: profileRefusalLabels,
  run: async ({ viewer, input }) => {
    const changed = await changePassword(viewer, input, await requestUserAgent());
    if (!changed.ok) return changed;
    await writeSessionCookie(changed.data.sessionId);
    return done(null);
  },
  then: () => withConfirmation(page, "mot-de-passe"),
});

export const requestAddressChangeAction = defineAction({
  permission: "account:manageOwn",
  schema: changeAddressSchema,
  messages: profileRefusalLabels,
  run: ({ viewer, input }) => requestAddressChange(viewer, input),
  then: () => withConfirmation(page, "adresse"),
});

export const cancelAddressChangeAction = defineAction({
  permission: "account:manageOwn",
  schema: z.object({}),
  messages: profileRefusalLabels,
  run: ({ viewer }) => cancelAddressChange(viewer),
  then: () => withConfirmation(page, "adresse-gardee"),
});

export const confirmNewAddressAction = defineAction({
  permission: "public",
  schema: linkSchema,
  messages: profileRefusalLabels,
  run: ({ input }) => confirmNewAddress(input.token),
  then: ({ submitted, incomplete }) =>
    `/confirmation?soumises=${submitted}&incompletes=${incomplete}`,
});

export const endSessionAction = defineAction({
  permission: "account:manageOwn",
  schema: sessionIdSchema,
  messages: profileRefusalLabels,
  run: ({ viewer, input }) => endSession(viewer, input.sessionId),
  then: () => withConfirmation(`${page}/sessions`, "session"),
});

export const endOtherSessionsAction = defineAction({
  permission: "account:manageOwn",
  schema: z.object({}),
  messages: profileRefusalLabels,
  run: ({ viewer }) => endOtherSessions(viewer),
  then: () => withConfirmation(`${page}/sessions`, "sessions"),
});

export const closeAccountAction = defineAction({
  permission: "account:close",
  schema: closeAccountSchema,
  messages: profileRefusalLabels,
  run: async ({ viewer, input }) => {
    const closed = await closeAccount(viewer, input.currentPassword);
    if (closed.ok) await clearSessionCookie();
    return closed;
  },
  then: () => withConfirmation("/", "compte-ferme"),
});

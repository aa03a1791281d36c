"use server";

import { defineAction } from "@/lib/platform/define-action";
import { resendConfirmationOf } from "./commands/resend-confirmation";
import { switchAccount } from "./commands/switch-account";
import { accountRefusalLabels } from "./labels";
import { accountIdSchema } from "./schema";

export const deactivateAccountAction = defineAction({
  permission: "account:oversee",
  schema: accountIdSchema,
  messages: accountRefusalLabels,
  run: ({ viewer, input }) => switchAccount(viewer, input.accountId, "deactivate"),
  then: ({ accountId }) => `/admin/structures/comptes/${accountId}?fait=desactivation`,
});

export const reactivateAccountAction = defineAction({
  permission: "account:oversee",
  schema: accountIdSchema,
  messages: accountRefusalLabels,
  run: ({ viewer, input }) => switchAccount(viewer, input.accountId, "reactivate"),
  then: ({ accountId }) => `/admin/structures/comptes/${accountId}?fait=reactivation`,
});

export const resendConfirmationOfAction = defineAction({
  permission: "account:oversee",
  schema: accountIdSchema,
  messages: accountRefusalLabels,
  run: ({ viewer, input }) => resendConfirmationOf(viewer, input.accountId),
  then: ({ accountId }) => `/admin/structures/comptes/${accountId}?fait=confirmation`,
});

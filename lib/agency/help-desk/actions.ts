"use server";

import { z } from "zod";
import { defineAction } from "@/lib/platform/action/define-action";
import { withConfirmation } from "@/lib/platform/form/confirmations";
import { mergeStructures } from "./commands/merge-structures";
import { resendConfirmationOf } from "./commands/resend-confirmation";
import { switchAccount } from "./commands/switch-account";
import { endViewAs, viewAs } from "./commands/view-as";
import { accountRefusalLabels, mergeRefusalLabels } from "./labels";
import { accountIdSchema, mergeSchema } from "./schema";

const accountPage = (accountId: string) => `/admin/structures/comptes/${accountId}`;

export const deactivateAccountAction = defineAction({
  permission: "account:oversee",
  schema: accountIdSchema,
  messages: accountRefusalLabels,
  run: ({ viewer, input }) => switchAccount(viewer, input.accountId, "deactivate"),
  then: ({ accountId }) => withConfirmation(accountPage(accountId), "compte-desactive"),
});

export const reactivateAccountAction = defineAction({
  permission: "account:oversee",
  schema: accountIdSchema,
  messages: accountRefusalLabels,
  run: ({ viewer, input }) => switchAccount(viewer, input.accountId, "reactivate"),
  then: ({ accountId }) => withConfirmation(accountPage(accountId), "compte-reactive"),
});

export const resendConfirmationOfAction = defineAction({
  permission: "account:oversee",
  schema: accountIdSchema,
  messages: accountRefusalLabels,
  run: ({ viewer, input }) => resendConfirmationOf(viewer, input.accountId),
  then: ({ accountId }) => withConfirmation(accountPage(accountId), "confirmation"),
});

export const mergeStructuresAction = defineAction({
  permission: "structure:oversee",
  schema: mergeSchema,
  messages: mergeRefusalLabels,
  run: ({ viewer, input }) => mergeStructures(viewer, input),
  then: ({ targetId }) =>
    withConfirmation(`/admin/structures/${targetId}`, "structures-fusionnees"),
});

export const viewAsAction = defineAction({
  permission: "account:oversee",
  schema: accountIdSchema,
  messages: accountRefusalLabels,
  run: ({ viewer, input }) => viewAs(viewer, input.accountId),
  then: () => "/espace",
});

export const endViewAsAction = defineAction({
  // Of someone who is not looking at a space it changes nothing.
  permission: "public",
  schema: z.object({}),
  messages: accountRefusalLabels,
  run: ({ viewer }) => endViewAs(viewer),
  then: ({ accountId }) => (accountId ? accountPage(accountId) : "/admin/structures"),
});

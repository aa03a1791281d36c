"use server";

import { defineAction } from "@/lib/platform/action/define-action";
import { withConfirmation } from "@/lib/platform/form/confirmations";
import { suspensionAddress } from "./addresses";
import { liftSuspension, suspend } from "./commands/suspend";
import { suspensionRefusalLabels } from "./labels";
import { liftSchema, suspendSchema } from "./schema";

export const suspendAction = defineAction({
  permission: "suspension:decide",
  schema: suspendSchema,
  messages: suspensionRefusalLabels,
  run: ({ viewer, input }) => suspend(viewer, input),
  then: ({ thing, id, told }) =>
    withConfirmation(
      suspensionAddress(thing, id),
      told > 0 ? "suspension" : "suspension-sans-mail",
    ),
});

export const liftSuspensionAction = defineAction({
  permission: "suspension:decide",
  schema: liftSchema,
  messages: suspensionRefusalLabels,
  run: ({ viewer, input }) => liftSuspension(viewer, input),
  then: ({ thing, id, told }) =>
    withConfirmation(suspensionAddress(thing, id), told > 0 ? "levee" : "levee-sans-mail"),
});

"use server";

import { defineAction } from "@/lib/platform/action/define-action";
import { withConfirmation } from "@/lib/platform/form/confirmations";
import { requestCaller } from "@/lib/platform/visitor/caller";
import { writeToStructure } from "./commands/write-to-structure";
import { contactRefusalLabels } from "./labels";
import { contactSchema } from "./schema";

export const writeToStructureAction = defineAction({
  permission: "public",
  schema: contactSchema,
  messages: contactRefusalLabels,
  run: async ({ input }) => writeToStructure(input, await requestCaller()),
  then: ({ reference }) => withConfirmation(`/offres/${reference}/contact`, "message"),
});

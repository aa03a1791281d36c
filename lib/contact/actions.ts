"use server";

import { requestCaller } from "@/lib/platform/caller";
import { withConfirmation } from "@/lib/platform/confirmations";
import { defineAction } from "@/lib/platform/define-action";
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

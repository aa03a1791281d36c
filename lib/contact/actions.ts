"use server";

import { defineAction } from "@/lib/platform/define-action";
import { writeToStructure } from "./commands/write-to-structure";
import { contactRefusalLabels } from "./labels";
import { contactSchema } from "./schema";

export const writeToStructureAction = defineAction({
  permission: "public",
  schema: contactSchema,
  messages: contactRefusalLabels,
  run: ({ input }) => writeToStructure(input),
  then: ({ reference }) => `/offres/${reference}/contact?fait=message`,
});

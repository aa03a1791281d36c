"use server";

import { defineAction } from "@/lib/platform/define-action";
import { editStructure } from "./commands";
import { structureRefusalLabels } from "./labels";
import { structureSchema } from "./schema";

export const editStructureAction = defineAction({
  permission: "structure:edit",
  schema: structureSchema,
  messages: structureRefusalLabels,
  run: ({ viewer, input }) => editStructure(viewer, input),
  then: () => "/espace/profil?fait=structure",
});

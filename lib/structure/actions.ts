"use server";

import { withoutSecrets } from "@/lib/account/registration";
import { defineAction } from "@/lib/platform/define-action";
import { clearSealedCookie, writeSealedCookie } from "@/lib/platform/sealed-cookie";
import { correctStructure, editStructure } from "./commands";
import { structureRefusalLabels } from "./labels";
import { correctStructureSchema, structureFormCookie, structureSchema } from "./schema";

export const editStructureAction = defineAction({
  permission: "structure:edit",
  schema: structureSchema,
  messages: structureRefusalLabels,
  keep: async ({ viewer, values }) => {
    if (viewer.kind === "offeror")
      await writeSealedCookie(
        structureFormCookie,
        { ...withoutSecrets(values), typedBy: viewer.accountId },
        600,
      );
    return null;
  },
  run: async ({ viewer, input }) => {
    const edited = await editStructure(viewer, input);
    if (edited.ok) await clearSealedCookie(structureFormCookie);
    return edited;
  },
  then: () => "/espace/profil?fait=structure",
});

export const correctStructureAction = defineAction({
  permission: "structure:oversee",
  schema: correctStructureSchema,
  messages: structureRefusalLabels,
  keep: async ({ viewer, values }) => {
    if (viewer.kind === "moderator")
      await writeSealedCookie(
        structureFormCookie,
        { ...withoutSecrets(values), typedBy: viewer.accountId },
        600,
      );
    return null;
  },
  run: async ({ viewer, input }) => {
    const corrected = await correctStructure(viewer, input);
    if (corrected.ok) await clearSealedCookie(structureFormCookie);
    return corrected;
  },
  then: (_, { input }) => `/admin/structures/${input.structureId}?fait=correction`,
});

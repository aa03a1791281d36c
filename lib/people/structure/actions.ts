"use server";

import type { Viewer } from "@/lib/platform/access/policy";
import { defineAction } from "@/lib/platform/action/define-action";
import type { FormValues } from "@/lib/platform/form/action-result";
import { basesIn } from "@/lib/platform/form/base";
import { withConfirmation } from "@/lib/platform/form/confirmations";
import { clearSealedCookie, writeSealedCookie } from "@/lib/platform/visitor/sealed-cookie";
import { withoutSecrets } from "@/lib/platform/visitor/without-secrets";
import {
  addressErrors,
  structureNames,
  withAddress,
} from "@/lib/reference/commune/queries/addresses";
import { correctStructure, editStructure } from "./commands";
import { structureRefusalLabels } from "./labels";
import { correctStructureSchema, structureFormCookie, structureSchema } from "./schema";

export const editStructureAction = defineAction({
  permission: "structure:edit",
  schema: structureSchema,
  messages: structureRefusalLabels,
  keep: ({ viewer, values }) => keepTyped(viewer, values),
  run: async ({ viewer, input, values }) => {
    const edited = await editStructure(viewer, input, basesIn(values));
    if (edited.ok) await clearSealedCookie(structureFormCookie);
    return edited;
  },
  then: () => withConfirmation("/espace/profil", "structure"),
});

export const correctStructureAction = defineAction({
  permission: "structure:oversee",
  schema: correctStructureSchema,
  messages: structureRefusalLabels,
  keep: ({ viewer, values }) => keepTyped(viewer, values),
  run: async ({ viewer, input, values }) => {
    const corrected = await correctStructure(viewer, input, basesIn(values));
    if (corrected.ok) await clearSealedCookie(structureFormCookie);
    return corrected;
  },
  then: (_, { input }) => withConfirmation(`/admin/structures/${input.structureId}`, "correction"),
});

/** The page that answers shows what was typed, its address as it was understood. */
async function keepTyped(viewer: Viewer, values: FormValues) {
  const whole = await withAddress(values, structureNames);
  if (viewer.kind !== "anonymous")
    await writeSealedCookie(
      structureFormCookie,
      { ...withoutSecrets(whole), typedBy: viewer.accountId },
      600,
    );
  return { values: whole, found: await addressErrors(values, structureNames) };
}

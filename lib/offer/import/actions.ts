"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/platform/action/define-action";
import { done } from "@/lib/platform/form/action-result";
import { withConfirmation } from "@/lib/platform/form/confirmations";
import { correctImport } from "./commands/correct-import";
import { cancelImport, resumeImport, startImport } from "./commands/start-import";
import { importRefusalLabels } from "./labels";
import { choiceBoxes, importIdSchema, startImportSchema } from "./schema";

/**
 * What is asked of a preview. Cells that were changed in it are judged first, whichever button was
 * pressed; what was to be created then is looked at once more.
 */
export const reviewImportAction = defineAction({
  permission: "offer:import",
  schema: startImportSchema,
  messages: importRefusalLabels,
  run: async ({ viewer, input: { importId, ...boxes }, intent, values }) => {
    if (intent === "cancel") return cancelImport(viewer, importId);
    const corrected = await correctImport(viewer, { importId, typed: values });
    // The page shows what the cells say by now: whoever sends it again has read that.
    if (!corrected.ok && corrected.code === "cellChanged")
      revalidatePath(`/espace/offres/importer/${importId}`);
    if (!corrected.ok || intent === "check") return corrected;
    if (corrected.data.rows > 0) return done({ importId, isHeldBack: true });
    return startImport(viewer, {
      importId,
      choices: {
        keepIncomplete: boxes.keepIncomplete === "on",
        submit: intent === "submit",
        publish: boxes.publish === "on",
      },
    });
  },
  then: (data: { importId: string; isHeldBack?: boolean }, { input, intent }) => {
    const address = `/espace/offres/importer/${data.importId}`;
    if (!data.isHeldBack && intent !== "check") return address;
    const ticked = { choix: choiceBoxes.filter((box) => input[box]).join(",") };
    const code = data.isHeldBack ? "corrections-a-relire" : "lignes-verifiees";
    return withConfirmation(address, code, ticked);
  },
});

export const resumeImportAction = defineAction({
  permission: "offer:import",
  schema: importIdSchema,
  messages: importRefusalLabels,
  run: ({ viewer, input }) => resumeImport(viewer, input.importId),
  then: ({ importId }) => `/espace/offres/importer/${importId}`,
});

export const cancelImportAction = defineAction({
  permission: "offer:import",
  schema: importIdSchema,
  messages: importRefusalLabels,
  run: ({ viewer, input }) => cancelImport(viewer, input.importId),
  then: ({ importId }) => `/espace/offres/importer/${importId}`,
});

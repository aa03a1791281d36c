"use server";

import { defineAction } from "@/lib/platform/action/define-action";
import { withConfirmation } from "@/lib/platform/form/confirmations";
import { correctImport } from "./commands/correct-import";
import { cancelImport, startImport } from "./commands/start-import";
import { importRefusalLabels } from "./labels";
import { importIdSchema, startImportSchema } from "./schema";

export const startImportAction = defineAction({
  permission: "offer:import",
  schema: startImportSchema,
  messages: importRefusalLabels,
  run: ({ viewer, input, intent }) =>
    startImport(viewer, {
      importId: input.importId,
      choices: {
        keepIncomplete: input.keepIncomplete === "on",
        submit: intent === "submit",
        publish: input.publish === "on",
      },
    }),
  then: ({ importId }) => `/espace/offres/importer/${importId}`,
});

export const correctImportAction = defineAction({
  permission: "offer:import",
  schema: importIdSchema,
  messages: importRefusalLabels,
  run: ({ viewer, input, values }) =>
    correctImport(viewer, { importId: input.importId, typed: values }),
  then: ({ importId }) =>
    withConfirmation(`/espace/offres/importer/${importId}`, "lignes-verifiees"),
});

export const cancelImportAction = defineAction({
  permission: "offer:import",
  schema: importIdSchema,
  messages: importRefusalLabels,
  run: ({ viewer, input }) => cancelImport(viewer, input.importId),
  then: ({ importId }) => `/espace/offres/importer/${importId}`,
});

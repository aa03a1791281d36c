"use server";

import { withConfirmation } from "@/lib/platform/confirmations";
import { defineAction } from "@/lib/platform/define-action";
import { saveText } from "./commands";
import { textRefusalLabels } from "./labels";
import { agencyTextSchema } from "./schema";

export const saveTextAction = defineAction({
  permission: "text:manage",
  schema: agencyTextSchema,
  messages: textRefusalLabels,
  run: ({ viewer, input }) => saveText(viewer, input),
  then: () => withConfirmation("/admin/textes", "texte-enregistre"),
});

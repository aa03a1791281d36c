"use server";

import { defineAction } from "@/lib/platform/action/define-action";
import { basesIn } from "@/lib/platform/form/base";
import { withConfirmation } from "@/lib/platform/form/confirmations";
import { saveText } from "./commands";
import { textRefusalLabels } from "./labels";
import { agencyTextSchema } from "./schema";

export const saveTextAction = defineAction({
  permission: "text:manage",
  schema: agencyTextSchema,
  messages: textRefusalLabels,
  run: ({ viewer, input, values }) => saveText(viewer, input, basesIn(values)),
  then: () => withConfirmation("/admin/textes", "texte-enregistre"),
});

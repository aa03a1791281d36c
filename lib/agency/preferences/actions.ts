"use server";

import { z } from "zod";
import { defineAction } from "@/lib/platform/action/define-action";
import { withConfirmation } from "@/lib/platform/form/confirmations";
import { choosePreferences, stopDigest } from "./commands/preferences";
import { digestRefusalLabels, preferencesRefusalLabels } from "./labels";
import { preferencesSchema } from "./schema";

export const choosePreferencesAction = defineAction({
  permission: "moderator:prefer",
  schema: preferencesSchema,
  messages: preferencesRefusalLabels,
  run: ({ viewer, input }) => choosePreferences(viewer, input),
  then: () => withConfirmation("/admin/preferences", "choix"),
});

export const stopDigestAction = defineAction({
  permission: "public",
  schema: z.object({ token: z.string().max(300) }),
  messages: digestRefusalLabels,
  run: ({ input }) => stopDigest(input.token),
  then: (_, { input }) => `/avis/${input.token}`,
});

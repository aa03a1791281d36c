"use server";

import { z } from "zod";
import { withConfirmation } from "@/lib/platform/confirmations";
import { defineAction } from "@/lib/platform/define-action";
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

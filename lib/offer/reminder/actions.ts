"use server";

import { z } from "zod";
import { defineAction } from "@/lib/platform/action/define-action";
import { stopReminders } from "./commands/stop-reminders";
import { reminderRefusalLabels } from "./labels";

export const stopRemindersAction = defineAction({
  permission: "public",
  schema: z.object({ token: z.string().max(300) }),
  messages: reminderRefusalLabels,
  run: ({ input }) => stopReminders(input.token),
  then: (_, { input }) => `/rappels/${input.token}`,
});

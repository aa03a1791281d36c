import { z } from "zod";
import { emailField } from "@/lib/platform/values/email";

export const alertSchema = z.object({
  /** The search, as its address says it. */
  recherche: z.string().max(4000),
  email: emailField,
});
export type AlertInput = z.output<typeof alertSchema>;

export const alertAnswerSchema = z.object({ token: z.string().max(300) });

import { z } from "zod";
import { fieldList } from "@/lib/platform/values/fields";
import { digests } from "./rules";

/** What a moderator follows and how they hear of it; an unticked box sends nothing. */
export const preferencesSchema = z.object({
  departments: fieldList(z.array(z.string().regex(/^(\d{2,3}|2[AB])$/)).max(20)),
  digest: z.enum(digests, "Choisissez un rythme."),
});

export type Preferences = z.output<typeof preferencesSchema>;

import { z } from "zod";
import { departmentCode } from "@/lib/platform/values/department-code";
import { fieldList } from "@/lib/platform/values/fields";
import { digests } from "./rules";

/** What a moderator follows and how they hear of it; an unticked box sends nothing. */
export const preferencesSchema = z.object({
  departments: fieldList(z.array(departmentCode).max(20)),
  digest: z.enum(digests, "Choisissez un rythme."),
});

export type Preferences = z.output<typeof preferencesSchema>;

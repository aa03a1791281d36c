import "server-only";
import { offerSiteSchema } from "@/lib/offer/content/schema";
import type { FormValues } from "@/lib/platform/form/action-result";
import { fieldErrorsOf } from "@/lib/platform/values/field-errors";
import { addressProblemWords } from "@/lib/reference/commune/labels";
import { siteNames, understoodSite } from "@/lib/reference/commune/queries/addresses";

/** What page 2 would be refused with as it stands, by field; null for nothing. Public. */
export async function siteErrors(values: FormValues): Promise<Record<string, string[]> | null> {
  const judged = offerSiteSchema.safeParse(values);
  if (!judged.success) return fieldErrorsOf(judged.error);
  const address = await understoodSite(values);
  return address.ok ? null : { [siteNames[address.field]]: [addressProblemWords(address)] };
}

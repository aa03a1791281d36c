import "server-only";
import { offerSiteSchema } from "@/lib/offer/content/schema";
import type { FormValues } from "@/lib/platform/form/action-result";
import { fieldErrorsOf, withFound } from "@/lib/platform/values/field-errors";
import { addressErrors, siteNames } from "@/lib/reference/commune/queries/addresses";

/** What page 2 would be refused with as it stands, by field; null for nothing. Public. */
export async function siteErrors(values: FormValues): Promise<Record<string, string[]> | null> {
  const { error } = offerSiteSchema.safeParse(values);
  const found = await addressErrors(values, siteNames);
  const errors = withFound(error ? fieldErrorsOf(error) : {}, found, values);
  return Object.keys(errors).length > 0 ? errors : null;
}

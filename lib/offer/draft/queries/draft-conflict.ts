import "server-only";
import { eq } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { isMonth } from "@/lib/offer/availability/availability";
import { availabilityWords, monthLabels } from "@/lib/offer/availability/availability-words";
import { termInputs } from "@/lib/offer/content/current-terms";
import type { FormPage } from "@/lib/offer/content/draft";
import { availabilityOf, listOf, textOf } from "@/lib/offer/content/draft-reading";
import { differingFields, draftVersion } from "@/lib/offer/content/draft-version";
import { type InputName, inputs } from "@/lib/offer/content/inputs";
import { offer } from "@/lib/offer/content/tables";
import type { Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import type { Conflict, FormValues } from "@/lib/platform/form/action-result";
import { savedBySelf } from "@/lib/platform/form/labels";
import { fullName } from "@/lib/platform/values/full-name";
import { siteNames, withCommuneName } from "@/lib/reference/commune/queries/addresses";
import { termLabels } from "@/lib/reference/vocabulary/queries";
import { labelsOf } from "@/lib/reference/vocabulary/rules";
import { offerForm } from "./offer-form";

/**
 * What stands on the server beside what was typed: who typed it, when, and which fields differ.
 * @returns null for an offer the viewer may not edit
 */
export async function draftConflict(
  viewer: Viewer,
  offerId: string,
  page: FormPage,
  mine: FormValues,
): Promise<Conflict | null> {
  const form = await offerForm(viewer, offerId);
  if (!form) return null;
  const theirs = form.draft.values;
  const [row] = await db
    .select({
      at: offer.updatedAt,
      accountId: offer.draftBy,
      firstName: account.firstName,
      lastName: account.lastName,
    })
    .from(offer)
    .leftJoin(account, eq(account.id, offer.draftBy))
    .where(eq(offer.id, offerId));
  const self = viewer.kind !== "anonymous" && row?.accountId === viewer.accountId;
  const name = fullName(row);
  const words = await wordsOf([mine, theirs]);
  return {
    by: self ? savedBySelf : name || "votre structure",
    at: (row?.at ?? new Date(0)).toISOString(),
    base: draftVersion(page, theirs),
    differences: differingFields(page, theirs, mine)
      .map((field) => ({
        label: inputs[field].label,
        mine: words(field, mine),
        theirs: words(field, theirs),
      }))
      // A commune by its code and by its name is the same.
      .filter((difference) => difference.mine !== difference.theirs),
  };
}

/** Reads a field of either side in French words. */
async function wordsOf(
  sides: readonly FormValues[],
): Promise<(field: InputName, values: FormValues) => string> {
  const ids = sides.flatMap((values) => termInputs.flatMap((field) => listOf(values[field])));
  const [terms, ...named] = await Promise.all([
    termLabels(ids),
    ...sides.map((values) => withCommuneName(values, siteNames)),
  ]);
  return (field, side) => {
    const values = named[sides.indexOf(side)] ?? side;
    const list = listOf(values[field]);
    const { kind, options = {} } = inputs[field];
    switch (kind) {
      case "slots":
        return availabilityWords(availabilityOf(values)).join(" ; ");
      case "months":
        return list
          .map(Number)
          .filter(isMonth)
          .map((month) => monthLabels[month])
          .join(", ");
      case "flags":
        return list.map((code) => options[code] ?? code).join(", ");
      case "term":
      case "terms":
        return labelsOf(list, terms).join(", ");
      case "line":
      case "paragraphs":
      case "number":
      case "postcode":
      case "commune":
      case "phone":
      case "email":
        return textOf(values[field]);
    }
  };
}

import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { account } from "@/db/schema/account";
import { offer } from "@/db/schema/offer";
import { fullName } from "@/lib/account/full-name";
import { communesOfPostcode } from "@/lib/commune/queries/communes";
import type { Conflict, FormValues } from "@/lib/platform/action-result";
import type { Viewer } from "@/lib/platform/policy";
import { termLabels } from "@/lib/vocabulary/queries";
import { labelsOf } from "@/lib/vocabulary/rules";
import { isMonth } from "../availability";
import { availabilityWords, monthLabels } from "../availability-words";
import type { FormPage } from "../content/draft";
import { availabilityOf, listOf, textOf } from "../content/draft-reading";
import { differingFields, draftVersion } from "../content/draft-version";
import { draftFieldLabels, supportLabels } from "../content/labels";
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
  const words = await wordsOf(page, [mine, theirs]);
  return {
    by: self ? "vous, dans un autre onglet" : name || "votre structure",
    at: (row?.at ?? new Date(0)).toISOString(),
    base: draftVersion(page, theirs),
    differences: differingFields(page, theirs, mine).map((field) => ({
      label: draftFieldLabels[field] ?? field,
      mine: words(field, mine),
      theirs: words(field, theirs),
    })),
  };
}

/** Reads a field of either side in French words. */
async function wordsOf(
  page: FormPage,
  sides: readonly FormValues[],
): Promise<(field: string, values: FormValues) => string> {
  const ids = sides.flatMap((values) =>
    ["themeIds", "audienceIds", "siteTypeId"].flatMap((field) => listOf(values[field])),
  );
  const postcodes = page === "terrain" ? sides.map((values) => textOf(values.sitePostcode)) : [];
  const [terms, communes] = await Promise.all([
    termLabels(ids),
    Promise.all(postcodes.map(communesOfPostcode)).then(
      (lists) => new Map(lists.flat().map(({ code, name }) => [code, name])),
    ),
  ]);
  const supports: Readonly<Record<string, string>> = supportLabels;
  return (field, values) => {
    const list = listOf(values[field]);
    switch (field) {
      case "slots":
        return availabilityWords(availabilityOf(values)).join(" ; ");
      case "months":
        return list
          .map(Number)
          .filter(isMonth)
          .map((month) => monthLabels[month])
          .join(", ");
      case "support":
        return list.map((code) => supports[code] ?? code).join(", ");
      case "siteCommune":
        return list.map((code) => communes.get(code) ?? code).join(", ");
      case "themeIds":
      case "audienceIds":
      case "siteTypeId":
        return labelsOf(list, terms).join(", ");
      default:
        return textOf(values[field]);
    }
  };
}

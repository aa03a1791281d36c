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
import { termInputs } from "../content/current-terms";
import type { FormPage } from "../content/draft";
import { availabilityOf, listOf, textOf } from "../content/draft-reading";
import { differingFields, draftVersion } from "../content/draft-version";
import { type InputName, inputs } from "../content/inputs";
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
      label: inputs[field].label,
      mine: words(field, mine),
      theirs: words(field, theirs),
    })),
  };
}

/** Reads a field of either side in French words. */
async function wordsOf(
  page: FormPage,
  sides: readonly FormValues[],
): Promise<(field: InputName, values: FormValues) => string> {
  const ids = sides.flatMap((values) => termInputs.flatMap((field) => listOf(values[field])));
  const postcodes = page === "terrain" ? sides.map((values) => textOf(values.sitePostcode)) : [];
  const [terms, communes] = await Promise.all([
    termLabels(ids),
    Promise.all(postcodes.map(communesOfPostcode)).then(
      (lists) => new Map(lists.flat().map(({ code, name }) => [code, name])),
    ),
  ]);
  return (field, values) => {
    const list = listOf(values[field]);
    const { kind, options = {} } = inputs[field];
    switch (kind) {
      case "slots":
        return availabilityWords(availabilityOf(values)).join(" ; ");
      case "months":
        return list
          .map(Number)
          .filter(isMonth)
          .map((month) => monthLabels[month])
          .join(", ");
      case "flags":
        return list.map((code) => options[code] ?? code).join(", ");
      case "commune":
        return list.map((code) => communes.get(code) ?? code).join(", ");
      case "term":
      case "terms":
        return labelsOf(list, terms).join(", ");
      case "line":
      case "paragraphs":
      case "number":
      case "postcode":
      case "phone":
      case "email":
        return textOf(values[field]);
    }
  };
}

"use client";

import type { AutosaveSettings } from "@/components/ui/autosave-engine";
import { useField } from "@/components/ui/form-context";
import { type FormPage, pageFields } from "@/lib/offer/content/draft";
import { textOf } from "@/lib/offer/content/draft-reading";
import { draftVersion } from "@/lib/offer/content/draft-version";
import type { FormValues } from "@/lib/platform/form/action-result";

interface Draft {
  offerId: string;
  /** What the server has, not what the page proposes. */
  values: FormValues;
  owner: string;
  fresh?: boolean;
}

/** How a page of the deposit is saved while it is typed. */
export function draftAutosave(
  page: FormPage,
  { offerId, values, owner, fresh = false }: Draft,
): AutosaveSettings {
  return {
    id: offerId,
    idField: "offerId",
    url: "/espace/offres/[id]/brouillon",
    page,
    owner,
    fields: pageFields[page],
    base: draftVersion(page, values),
    versionOf: (typed) => draftVersion(page, typed),
    madeAt: fresh ? "/espace/offres/[id]/informations" : undefined,
  };
}

/**
 * Which offer the page is about, and which state of it the typing was made from: a form sent twice
 * is one offer.
 */
export function DraftFields() {
  const [offerId, base] = [useField("offerId"), useField("base")];
  return (
    <>
      <input type="hidden" name="offerId" value={textOf(offerId.value)} />
      <input type="hidden" name="base" value={textOf(base.value)} />
    </>
  );
}

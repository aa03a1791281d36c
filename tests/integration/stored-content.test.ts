import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { saveDraft } from "@/lib/offer/draft/commands/save-draft";
import { submitOffer } from "@/lib/offer/draft/commands/submit-offer";
import { checkedOffer } from "@/lib/offer/draft/queries/checked-offer";
import { forgetReferent } from "@/lib/offer/lifecycle/commands/forget-referent";
import { hashContent } from "@/lib/offer/lifecycle/commands/write";
import { refreshCatalogue } from "@/lib/offer/projection/commands/refresh";
import { publicOfferByReference } from "@/lib/offer/projection/queries/public-offer";
import { publicOffer } from "@/lib/offer/projection/tables";
import { offerHistory } from "@/lib/offer/view/queries/offer-history";
import { db } from "@/lib/platform/database/client";
import { newId } from "@/lib/platform/values/id";
import { approved, newOfferor, type Offeror, ownOffers, rowOf } from "../support/people";

/**
 * An approved offer as a portal that knew fewer fields wrote it. @param change of the stored
 * content, in SQL
 */
async function olderOffer(
  viewer: Offeror,
  change = sql`content - '{documentIds,lodging}'::text[]`,
) {
  const offerId = await approved(viewer);
  const id = newId();
  await db.execute(sql`
    insert into offer_revision (id, offer_id, number, content, content_hash, decision, submitted_by, submitted_at, decided_by, decided_at)
    select ${id}, offer_id, 2, ${change}, 'of what was stored', 'approved', submitted_by, submitted_at, decided_by, decided_at
    from offer_revision where offer_id = ${offerId} and number = 1`);
  await db
    .update(offer)
    .set({ currentRevisionId: id, approvedRevisionId: id })
    .where(eq(offer.id, offerId));
  return offerId;
}

async function typedReferent(
  viewer: Offeror,
  offerId: string,
  changes: Record<string, string | string[]>,
) {
  const form = await checkedOffer(viewer, offerId);
  await saveDraft(viewer, {
    offerId,
    page: "terrain",
    values: { ...form?.draft.values, ...changes },
  });
}

describe("a revision that is older than some fields", () => {
  it("is told of alike on the check page and by the submission", async () => {
    const viewer = await newOfferor();
    const offerId = await olderOffer(viewer);
    await typedReferent(viewer, offerId, { referentName: "Anne Petit" });
    const checked = await checkedOffer(viewer, offerId);
    expect(checked?.changes?.map(({ part, needsValidation }) => [part, needsValidation])).toEqual([
      ["referent", false],
    ]);
    const sent = await submitOffer(viewer, {
      offerId,
      version: checked?.version ?? 0,
      publishOnApproval: true,
    });
    expect(sent).toMatchObject({ ok: true, data: { outcome: "minor" } });
    expect((await offerHistory(viewer, offerId))[0]?.changes.map(({ part }) => part)).toEqual([
      "referent",
    ]);
  });

  it("is unchanged when nothing was typed, however its texts were once written", async () => {
    const viewer = await newOfferor();
    const stored = sql`jsonb_set(jsonb_set(jsonb_set(content, '{site,communeName}', '"Épinal (ancien nom)"'), '{referent,phone}', '"03 29 00 00 01"'), '{description}', '" Deux\\r\\nlignes "')`;
    const offerId = await olderOffer(viewer, stored);
    const checked = await checkedOffer(viewer, offerId);
    expect(checked?.changes).toEqual([]);
    const sent = await submitOffer(viewer, {
      offerId,
      version: checked?.version ?? 0,
      publishOnApproval: true,
    });
    expect(sent).toMatchObject({ ok: true, data: { outcome: "unchanged" } });
    expect(await db.$count(offerRevision, eq(offerRevision.offerId, offerId))).toBe(2);
  });

  it("shows in the catalogue and in «Mes offres»", async () => {
    const viewer = await newOfferor();
    const offerId = await olderOffer(viewer);
    await db.transaction((tx) => refreshCatalogue(tx, { offerId }));
    const { reference } = await rowOf(offerId);
    expect(await publicOfferByReference(reference)).toMatchObject({
      lodging: false,
      page: { documents: [] },
    });
    await db.execute(
      sql`update public_offer set page = page - 'documents' where reference = ${reference}`,
    );
    expect((await publicOfferByReference(reference))?.page.documents).toEqual([]);
    expect((await ownOffers(viewer, "titre")).map(({ id }) => id)).toEqual([offerId]);
    await db.delete(publicOffer).where(eq(publicOffer.offerId, offerId));
  });

  it("keeps the hash of what is stored when its referent is forgotten", async () => {
    const viewer = await newOfferor();
    const offerId = await olderOffer(viewer);
    const person = { names: [], emails: ["canary-referent@exemple.fr"] };
    await db.transaction((tx) => forgetReferent(tx, viewer.structureId, person));
    const [row] = await db.execute<{ content: Record<string, unknown>; content_hash: string }>(
      sql`select content, content_hash from offer_revision where offer_id = ${offerId} and number = 2`,
    );
    expect(Object.keys(row?.content ?? {})).not.toContain("documentIds");
    expect(row?.content_hash).toBe(hashContent(row?.content ?? {}));
    expect(row?.content.referent).toEqual({ name: "", function: "", phone: "", email: "" });
  });

  it("with an id that is none, stored in a draft, fails no page", async () => {
    const viewer = await newOfferor();
    const offerId = await approved(viewer);
    const dashes = "-".repeat(36);
    const draft = {
      values: { title: "x", themeIds: [dashes], audienceIds: dashes, siteTypeId: dashes },
      documentIds: [dashes],
    };
    await db.execute(
      sql`update offer set draft = ${JSON.stringify(draft)}::jsonb where id = ${offerId}`,
    );
    expect((await ownOffers(viewer, "titre")).map(({ id }) => id)).toEqual([offerId]);
    expect((await checkedOffer(viewer, offerId))?.preview.themes).toEqual([]);
  });
});

import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { offer } from "@/lib/offer/content/tables";
import { ownOfferDownload } from "@/lib/offer/download/queries";
import { duplicateOffer } from "@/lib/offer/draft/commands/copy-offer";
import { submitOffer } from "@/lib/offer/draft/commands/submit-offer";
import { checkedOffer } from "@/lib/offer/draft/queries/checked-offer";
import { draftConflict } from "@/lib/offer/draft/queries/draft-conflict";
import { offerForm } from "@/lib/offer/draft/queries/offer-form";
import { offerDetail } from "@/lib/offer/view/queries/offer-detail";
import { offerHistory } from "@/lib/offer/view/queries/offer-history";
import { personalData } from "@/lib/people/privacy/queries";
import { db } from "@/lib/platform/database/client";
import { newId } from "@/lib/platform/values/id";
import { newDraft, newOfferor, ownOffers, rowOf } from "../support/people";

// What no form of ours sends, as a version of the portal that took it would have stored it.
const noIds = [
  "-".repeat(36),
  "0".repeat(36),
  "abcdef01-2345-6789-abcd-",
  "",
  "é",
  "'); drop table offer; --",
  `${newId()} `,
  "9".repeat(99),
];

describe("ids stored as they were typed", () => {
  it.each(noIds.map((id) => [id.slice(0, 40), id]))(
    "%s keeps no page from being made and no button from answering",
    async (_, id) => {
      const claire = await newOfferor();
      const offerId = await newDraft(claire);
      const { draft } = await rowOf(offerId);
      const values = {
        ...draft?.values,
        themeIds: [id, ...[draft?.values.themeIds ?? []].flat()],
        audienceIds: id,
        siteTypeId: id,
        siteCommune: id,
        sitePostcode: id,
      };
      await db
        .update(offer)
        .set({ draft: { values, documentIds: [] } })
        .where(eq(offer.id, offerId));

      expect(await ownOffers(claire, "modification")).toMatchObject([
        { title: "Prévention de l’obésité" },
      ]);
      expect((await offerForm(claire, offerId))?.draft.values.siteTypeId).toBe(id);
      expect((await checkedOffer(claire, offerId))?.preview.themes).toEqual([
        "Alimentation / Nutrition",
      ]);
      expect((await offerDetail(claire, offerId))?.id).toBe(offerId);
      expect(await offerHistory(claire, offerId)).not.toHaveLength(0);
      expect(await ownOfferDownload(claire, offerId)).not.toBeUndefined();
      expect(
        (await draftConflict(claire, offerId, "informations", { themeIds: [id] }))?.differences
          .length,
      ).toBeGreaterThan(0);
      expect(
        (await draftConflict(claire, offerId, "terrain", { siteTypeId: "" }))?.differences.length,
      ).toBeGreaterThan(0);
      expect(await personalData(claire)).not.toBeNull();

      const { version } = await rowOf(offerId);
      expect((await submitOffer(claire, { offerId, version, publishOnApproval: false })).ok).toBe(
        false,
      );
      expect(await duplicateOffer(claire, { offerId, copyId: newId() })).toMatchObject({
        ok: true,
      });
    },
  );
});

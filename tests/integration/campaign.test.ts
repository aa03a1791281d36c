import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { auditEntry } from "@/db/schema/audit";
import { campaign } from "@/db/schema/campaign";
import { saveDraft } from "@/lib/offer/draft/commands/save-draft";
import { submitOffer } from "@/lib/offer/draft/commands/submit-offer";
import { db } from "@/lib/platform/database/client";
import { dayAfter, dayOf } from "@/lib/platform/values/calendar-day";
import { now } from "@/lib/platform/values/clock";
import { campaignFor } from "@/lib/reference/campaign/campaign-year";
import { saveCampaign } from "@/lib/reference/campaign/commands";
import { campaignAuditId } from "@/lib/reference/campaign/id";
import { campaigns, depositOf } from "@/lib/reference/campaign/queries";
import {
  decided,
  informationValues,
  newDraft,
  newModerator,
  newOfferor,
  type Offeror,
  rowOf,
  submitted,
} from "../support/people";

const year = campaignFor(now());
const day = (days: number) => dayAfter(dayOf(now()), days);

afterEach(async () => {
  await db.delete(campaign).where(eq(campaign.year, year));
});

const submit = async (viewer: Offeror, offerId: string) =>
  submitOffer(viewer, {
    offerId,
    version: (await rowOf(offerId)).version,
    publishOnApproval: true,
  });

describe("the deposit of a campaign", () => {
  it(
    "is shut before its first day and after its last, for first submissions only; the " +
      "draft stays",
    async () => {
      const [viewer, moderator] = [await newOfferor(), await newModerator()];
      const [draft, corrected] = [await newDraft(viewer), await decided(viewer, "requestChanges")];
      const pending = await submitted(viewer);
      for (const [opensOn, closesOn, code] of [
        [day(1), null, "depositNotOpen"],
        [null, day(-1), "depositClosed"],
      ] as const) {
        expect(await saveCampaign(moderator, { year, opensOn, closesOn })).toMatchObject({
          ok: true,
        });
        expect(await submit(viewer, draft)).toMatchObject({
          ok: false,
          code,
          params: { day: expect.stringMatching(/\d{4}$/) as string },
        });
        expect(await rowOf(draft)).toMatchObject({
          validation: "draft",
          draft: { values: { places: "5" } },
        });
      }
      await saveDraft(viewer, {
        offerId: corrected,
        page: "informations",
        values: { ...(await informationValues()), title: "Corrigée" },
      });
      expect(await submit(viewer, corrected)).toMatchObject({ ok: true });
      await saveDraft(viewer, {
        offerId: pending,
        page: "informations",
        values: { ...(await informationValues()), title: "Reprise" },
      });
      expect(await submit(viewer, pending)).toMatchObject({ ok: true });
      // Both days count.
      await saveCampaign(moderator, { year, opensOn: day(0), closesOn: day(0) });
      expect((await depositOf(year)).state).toBe("closing");
      expect(await submit(viewer, draft)).toMatchObject({ ok: true });
    },
  );

  it("is opened and shut by moderators only, counted, and told in the journal", async () => {
    const [viewer, moderator] = [await newOfferor(), await newModerator()];
    for (const other of [viewer, { kind: "anonymous" } as const]) {
      expect(await saveCampaign(other, { year, opensOn: day(9), closesOn: null })).toMatchObject({
        ok: false,
        code: "notFound",
      });
      expect(await campaigns(other)).toEqual([]);
    }
    expect((await depositOf(year)).state).toBe("open");
    const before = (await campaigns(moderator)).find((one) => one.year === year);
    await submitted(viewer);
    const after = (await campaigns(moderator)).find((one) => one.year === year);
    expect([after?.offers, after?.pending]).toEqual([
      (before?.offers ?? 0) + 1,
      (before?.pending ?? 0) + 1,
    ]);
    await saveCampaign(moderator, { year, opensOn: null, closesOn: day(90) });
    expect(await depositOf(year)).toMatchObject({ state: "open", closesOn: day(90) });
    expect(
      await db.$count(auditEntry, eq(auditEntry.objectId, campaignAuditId(year))),
    ).toBeGreaterThan(0);
  });
});

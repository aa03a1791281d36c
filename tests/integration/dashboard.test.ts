import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { revisionFacts } from "@/db/schema/offer";
import { structure } from "@/db/schema/structure";
import type { Dashboard, Figure } from "@/lib/agency/dashboard/figures";
import { dashboard } from "@/lib/agency/dashboard/queries/dashboard";
import { participation } from "@/lib/agency/dashboard/queries/participation";
import { participationFilterSchema } from "@/lib/agency/dashboard/schema";
import { type OfferFilter, offerFilterSchema } from "@/lib/agency/moderation/offer-filter";
import { allOffers, allOffersPages } from "@/lib/agency/moderation/queries/all-offers";
import { halfDays, months, slotOf, toNumbers } from "@/lib/offer/availability/availability";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { submitOffer } from "@/lib/offer/draft/commands/submit-offer";
import { moveOffer } from "@/lib/offer/lifecycle/commands/move-offer";
import { publicOffer } from "@/lib/offer/projection/tables";
import type { Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { dayOf } from "@/lib/platform/values/calendar-day";
import { shiftClock } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import { campaignFor } from "@/lib/reference/campaign/campaign-year";
import {
  approved,
  decided,
  newDraft,
  newModerator,
  newOfferor,
  type Offeror,
  rowOf,
  submitted,
  termId,
} from "../support/people";

const filter = (given: Partial<OfferFilter> = {}): OfferFilter => offerFilterSchema.parse(given);
const campaign = campaignFor(new Date());
const hour = 3_600_000;

type Naive = Awaited<ReturnType<typeof everything>>[number];

/** Every submitted offer with all that the figures look at, counted below by plain loops. */
async function everything() {
  const [offers, revisions, visible] = await Promise.all([
    db.select().from(offer),
    db.select().from(offerRevision),
    db.select({ id: publicOffer.offerId }).from(publicOffer),
  ]);
  return offers.flatMap((row) => {
    const own = revisions
      .filter(({ offerId }) => offerId === row.id)
      .sort((a, b) => a.number - b.number);
    const current = own.find(({ id }) => id === row.currentRevisionId);
    const [first] = own;
    if (!current || !first || row.deletedAt) return [];
    const decisions = own
      .filter(({ decidedAt, minor }) => decidedAt && !minor)
      .map(({ submittedAt, decidedAt, decision }) => ({
        decision,
        at: decidedAt as Date,
        hours: ((decidedAt as Date).getTime() - submittedAt.getTime()) / hour,
      }));
    const approvals = decisions
      .filter(({ decision }) => decision === "approved")
      .map(({ at }) => at.getTime());
    return [
      {
        row,
        content: current.content,
        firstSubmitted: first.submittedAt,
        firstApproved: approvals.length > 0 ? new Date(Math.min(...approvals)) : null,
        decisions,
        visible: visible.some(({ id }) => id === row.id),
      },
    ];
  });
}

const count = (offers: readonly Naive[], which: (one: Naive) => boolean) =>
  offers.filter(which).length;

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low = 0, high = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
}

describe("the dashboard", () => {
  let moderator: Viewer;
  let offeror: Offeror;
  let offers: Naive[];
  let board: Dashboard;
  let paused: string;

  beforeAll(async () => {
    moderator = await newModerator();
    offeror = await newOfferor();
    const [second, third, silent] = [
      await newOfferor(),
      await newOfferor({ confirmed: false }),
      await newOfferor(),
    ];
    await db
      .update(structure)
      .set({ department: "67" })
      .where(eq(structure.id, silent.structureId));
    const themes = await Promise.all(
      ["Sommeil", "Vaccination", "Autre"].map((label) => termId("theme", label)),
    );
    const audiences = await Promise.all(
      ["Parents", "Adultes"].map((label) => termId("audience", label)),
    );
    const send = async (viewer: Offeror, changes: Record<string, string | string[]>) => {
      const offerId = await newDraft(viewer, changes);
      expect(
        (
          await submitOffer(viewer, {
            offerId,
            version: (await rowOf(offerId)).version,
            publishOnApproval: true,
          })
        ).ok,
      ).toBe(true);
      return offerId;
    };
    await send(offeror, {
      title: "Dormir 100 %",
      themeIds: themes,
      audienceIds: audiences,
      places: "12",
      months: ["9", "8"],
      slots: ["9:sunday-pm", "8:monday-am", "9:monday-am"],
    });
    await send(second, {
      themeIds: themes.slice(1),
      places: "30",
      sitePostcode: "67000",
      siteCommune: "67482",
    });
    await send(second, {
      places: "7",
      sitePostcode: "75001",
      siteCommune: "75056",
      siteOutside: "75056",
    });
    for (const viewer of [offeror, second, third]) {
      await approved(viewer);
      await approved(viewer, false);
      await decided(viewer, "refuse");
      await decided(viewer, "requestChanges");
      await submitted(viewer);
      await newDraft(viewer);
    }
    paused = await approved(second);
    await moveOffer(second, await approved(second), "delete");
    await moveOffer(second, await approved(second), "archive");
    // A past that is not all of today: other days, other delays, another campaign.
    const rows = await db.select().from(offerRevision).orderBy(offerRevision.id);
    for (const [index, { id, offerId, submittedAt, decidedAt }] of rows.entries()) {
      const at = new Date(submittedAt.getTime() - (index % 5) * 29 * 24 * hour);
      // Submission times are immutable: the trigger is set aside for the test's own past.
      await db.transaction(async (tx) => {
        await tx.execute("set local session_replication_role = replica");
        await tx
          .update(offerRevision)
          .set({
            submittedAt: at,
            decidedAt: decidedAt && new Date(at.getTime() + ((index * 37) % 900) * hour),
          })
          .where(eq(offerRevision.id, id));
      });
      if (index % 4 === 3)
        await db
          .update(offer)
          .set({ campaign: campaign - 1 })
          .where(eq(offer.id, offerId));
    }
    await db
      .update(offer)
      .set({ pausedUntil: new Date(Date.now() + 24 * hour) })
      .where(eq(offer.id, paused));
    offers = await everything();
    board = (await dashboard(moderator, { campaign, department: "" })) as Dashboard;
  });

  const ofCampaign = (one: Naive) => one.row.campaign === campaign;
  const offered = (one: Naive) => ofCampaign(one) && one.row.validation !== "refused";

  it("is for the ARS alone, as are its lists", async () => {
    for (const viewer of [offeror, { kind: "anonymous" } as const]) {
      expect(await dashboard(viewer, { campaign, department: "" })).toBeNull();
      expect(await allOffers(viewer, filter())).toEqual({ offers: [], total: 0, next: null });
      expect((await allOffersPages(viewer, filter()).next()).done).toBe(true);
      expect(await participation(viewer, participationFilterSchema.parse({}))).toEqual({
        structures: [],
        total: 0,
        next: null,
      });
    }
  });

  it("counts as a plain loop over the same offers does", () => {
    expect(offers.length).toBeGreaterThan(15);
    for (const { state, offers: figure } of board.states)
      expect([state, figure.value]).toEqual([
        state,
        count(offers, (one) => ofCampaign(one) && one.row.validation === state),
      ]);
    expect(board.visible.value).toBe(count(offers, (one) => ofCampaign(one) && one.visible));
    for (const { code, offers: figure, places } of board.departments) {
      const there = offers.filter((one) => offered(one) && one.content.site.department === code);
      expect([code, figure.value, places.value]).toEqual([
        code,
        there.length,
        there.reduce((sum, { content }) => sum + content.places, 0),
      ]);
    }
    expect(board.departments.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["67", "75", "88", "08"]),
    );
    for (const { theme, offers: figures } of board.matrix) {
      figures.forEach(({ value }, index) => {
        const audience = board.audiences[index]?.id ?? "";
        expect([theme.label, value]).toEqual([
          theme.label,
          count(
            offers,
            (one) =>
              offered(one) &&
              one.content.themeIds.includes(theme.id) &&
              one.content.audienceIds.includes(audience),
          ),
        ]);
      });
    }
    expect(board.week.map(({ halfDay }) => halfDay)).toEqual(halfDays);
    for (const { halfDay, offers: figures } of board.week) {
      figures.forEach(({ value }, index) =>
        expect(value).toBe(
          count(
            offers,
            (one) =>
              offered(one) &&
              one.content.availability.includes(slotOf(months[index] ?? 1, halfDay)),
          ),
        ),
      );
    }
    for (const { month, submitted: came, approved: passed } of board.timeline) {
      expect([month, came.value, passed.value]).toEqual([
        month,
        count(offers, (one) => ofCampaign(one) && dayOf(one.firstSubmitted).startsWith(month)),
        count(
          offers,
          (one) =>
            ofCampaign(one) &&
            one.firstApproved !== null &&
            dayOf(one.firstApproved).startsWith(month),
        ),
      ]);
    }
    expect(board.timeline.reduce((sum, { submitted: came }) => sum + came.value, 0)).toBe(
      count(offers, ofCampaign),
    );
  });

  it("tells how long decisions take as sorting them does", () => {
    const hours = offers
      .filter(ofCampaign)
      .flatMap(({ decisions }) => decisions.map((decision) => decision.hours));
    expect(board.delays.decisions).toBe(hours.length);
    expect(board.delays.median?.value).toBeCloseTo(percentile(hours, 0.5), 6);
    expect(board.delays.ninetieth?.value).toBeCloseTo(percentile(hours, 0.9), 6);
    for (const { band, offers: figure } of board.delays.bands) {
      const [from = 0, until] = band
        .split("-")
        .map((text) => (text === "" ? Infinity : Number(text)));
      expect([band, figure.value]).toEqual([
        band,
        count(
          offers,
          (one) =>
            ofCampaign(one) &&
            one.decisions.some(
              (decision) => decision.hours >= from && decision.hours < (until ?? Infinity),
            ),
        ),
      ]);
    }
  });

  it("compares with the campaign before, and with that on the same day", () => {
    expect(board.comparison.map(({ campaign: year, until }) => [year, until !== null])).toEqual([
      [campaign, false],
      [campaign - 1, true],
      [campaign - 1, false],
    ]);
    for (const { campaign: year, until, figures } of board.comparison) {
      const those = offers.filter(
        (one) =>
          one.row.campaign === year &&
          one.row.validation !== "refused" &&
          (until === null || dayOf(one.firstSubmitted) <= until),
      );
      expect(Object.values(figures).map(({ value }) => value)).toEqual([
        those.length,
        those.reduce((sum, { content }) => sum + content.places, 0),
        new Set(those.map(({ row }) => row.structureId)).size,
        count(
          those,
          (one) =>
            one.row.publishedAt !== null &&
            (until === null || (one.firstApproved !== null && dayOf(one.firstApproved) <= until)),
        ),
      ]);
    }
  });

  it("knows the structures that never published, and those absent from a campaign", async () => {
    const [structures, rows] = await Promise.all([
      db.select().from(structure),
      db.select().from(offer),
    ]);
    const without = (matters: (row: (typeof rows)[number]) => boolean) =>
      structures.filter(
        ({ id, state }) =>
          state === "active" &&
          !rows.some((row) => row.structureId === id && row.publishedAt && matters(row)),
      );
    expect(board.structures.never.value).toBe(without(() => true).length);
    expect(board.structures.absent.value).toBe(without((row) => row.campaign === campaign).length);
    expect(board.structures.never.value).toBeGreaterThan(0);
    const [list] = [
      await participation(
        moderator,
        participationFilterSchema.parse({ situation: "never", departement: "67" }),
      ),
    ];
    expect(list.structures).toMatchObject([
      { department: "67", offers: 0, emails: [expect.stringContaining("@")] },
    ]);
  });

  it("opens behind each number a list of as many, in the region and in one department", async () => {
    for (const department of ["", "88"]) {
      const shown = await dashboard(moderator, { campaign, department });
      const figures = figuresOf(shown);
      expect(figures.length).toBeGreaterThan(400);
      // Hundreds of empty crossings ask the same question: of those a few.
      const asked = figures.filter(({ value }, index) => value > 0 || index % 20 === 0);
      for (const { value, href: behind } of asked)
        expect([behind, await lengthOf(behind)]).toEqual([behind, value]);
      for (const { places, code } of shown?.departments ?? [])
        expect([code, await placesIn(places.href)]).toEqual([code, places.value]);
      for (const { figures: compared } of shown?.comparison ?? [])
        expect(await placesIn(compared.places.href)).toBe(compared.places.value);
    }
  });

  async function lengthOf(address: string): Promise<number> {
    const url = new URL(address, "http://localhost");
    const query = Object.fromEntries(url.searchParams);
    if (url.pathname === "/admin/offres")
      return (await allOffers(moderator, offerFilterSchema.parse(query))).total;
    expect(url.pathname).toBe("/admin/tableau-de-bord/structures");
    return (await participation(moderator, participationFilterSchema.parse(query))).total;
  }

  async function placesIn(address: string): Promise<number> {
    let places = 0;
    for await (const page of allOffersPages(
      moderator,
      offerFilterSchema.parse(
        Object.fromEntries(new URL(address, "http://localhost").searchParams),
      ),
    )) {
      for (const one of page) places += one.places;
    }
    return places;
  }

  it("notes of each submitted content what it counts by, as the value object has it", async () => {
    const rows = await db
      .select()
      .from(offerRevision)
      .innerJoin(revisionFacts, eq(revisionFacts.revisionId, offerRevision.id));
    expect(rows.length).toBe(await db.$count(offerRevision));
    for (const {
      offer_revision: { content },
      revision_facts: facts,
    } of rows) {
      expect(facts).toMatchObject({
        title: content.title,
        department: content.site.department,
        places: content.places,
        themeIds: [...content.themeIds].sort(),
        audienceIds: [...content.audienceIds].sort(),
        slots: toNumbers(content.availability),
      });
    }
  });

  it("stands on the campaign of the day it is looked at", async () => {
    shiftClock(400 * 24 * hour);
    const later = await dashboard(moderator, { campaign, department: "" });
    shiftClock(0);
    expect(later?.comparison).toHaveLength(2);
    expect(later?.timeline.at(-1)?.month).toBe(`${campaign + 1}-08`);
  });

  it("lists by every criterion, and takes none that it does not know", async () => {
    const found = async (given: Partial<OfferFilter>) =>
      (await allOffers(moderator, filter(given))).offers;
    const [sleep] = await found({ q: "dormir 100 %" });
    expect(sleep).toMatchObject({
      title: "Dormir 100 %",
      places: 12,
      audiences: ["Parents", "Adultes"],
      department: "88",
    });
    // No offer is called by a sign.
    expect(await found({ q: "%" })).toEqual([]);
    expect(await found({ q: sleep?.reference.toLowerCase() ?? "aucune" })).toEqual([sleep]);
    expect((await found({ mois: "9", creneau: "sunday-pm" })).map(({ id }) => id)).toEqual([
      sleep?.id,
    ]);
    expect((await found({ creneau: "sunday-pm" })).map(({ id }) => id)).toEqual([sleep?.id]);
    expect(await found({ mois: "8", creneau: "sunday-pm" })).toEqual([]);
    expect((await found({ mois: "8" })).map(({ id }) => id)).toEqual([sleep?.id]);
    expect(
      (await found({ structure: offeror.structureId })).every(
        ({ structureName }) => structureName === sleep?.structureName,
      ),
    ).toBe(true);
    expect((await found({ publication: "paused" })).map(({ id }) => id)).toEqual([paused]);
    expect((await found({ publication: "archived" })).map(({ archived }) => archived)).toEqual([
      true,
    ]);
    expect((await found({ structure: newId() })).length).toBe(0);
    expect(
      offerFilterSchema.parse({
        etat: "draft",
        publication: "x",
        departement: "67' or 1=1",
        theme: "1",
        mois: "13",
        creneau: "monday",
        delai: "24",
        soumisdu: "2026-02-30",
        q: ["a"],
        campagne: "1999",
      }),
    ).toEqual(filter());
  });
});

function figuresOf(board: Dashboard | null): Figure[] {
  if (!board) return [];
  return [
    ...board.states.map(({ offers }) => offers),
    board.visible,
    ...board.departments.map(({ offers }) => offers),
    ...board.matrix.flatMap(({ offers }) => offers),
    ...board.week.flatMap(({ offers }) => offers),
    ...board.timeline.flatMap(({ submitted: came, approved: passed }) => [came, passed]),
    ...board.delays.bands.map(({ offers }) => offers),
    board.structures.never,
    board.structures.absent,
    ...board.comparison.flatMap(({ figures }) => [
      figures.offers,
      figures.structures,
      figures.published,
    ]),
  ];
}

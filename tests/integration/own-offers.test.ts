import { eq, inArray, sql } from "drizzle-orm";
import { beforeAll, expect, it, vi } from "vitest";
import OwnOffersPage from "@/app/espace/offres/page";
import SpacePage from "@/app/espace/page";
import { offer } from "@/lib/offer/content/tables";
import { offerSorts, ownOfferPage } from "@/lib/offer/view/queries/own-offers";
import { spaceOverview } from "@/lib/offer/view/queries/space-overview";
import { shownOthers, shownTodos, todoFor } from "@/lib/offer/view/todo";
import { db } from "@/lib/platform/database/client";
import { now } from "@/lib/platform/values/clock";
import { campaignFor } from "@/lib/reference/campaign/campaign-year";
import { asked } from "../support/asked";
import {
  approved,
  decided,
  newDraft,
  newOfferor,
  type Offeror,
  ownOffers,
} from "../support/people";
import { renderedPage } from "../support/render-page";

const asking = vi.hoisted<{ viewer: unknown }>(() => ({ viewer: undefined }));
vi.mock("next/navigation", async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({}),
}));
vi.mock("@/lib/platform/access/session", async (original) => ({
  ...(await original<object>()),
  pageViewer: () => Promise.resolve(asking.viewer),
}));

const drafts = 501;
let owner: Offeror;

beforeAll(async () => {
  owner = await newOfferor();
  asking.viewer = owner;
  const offerId = await newDraft(owner);
  // As an import makes them: of the same instant, some of the same title.
  await db.execute(sql`
    insert into offer select (jsonb_populate_record(original, jsonb_build_object('id', gen_random_uuid(), 'reference', 'copie' || turn,
      'draft', jsonb_set(original.draft, '{values,title}', to_jsonb('Titre ' || turn % 7))))).*
    from offer original, generate_series(2, ${drafts}) turn where original.id = ${offerId}`);
});

interface ShownPage {
  offers: string[];
  said: string;
  /** Where one goes on from it. */
  next: string | undefined;
}

/** A page of «Mes offres». */
async function pageAt(address: string): Promise<ShownPage> {
  const asked = Object.fromEntries(new URL(address, "https://portail.example").searchParams);
  const page = await renderedPage(OwnOffersPage({ searchParams: Promise.resolve(asked) }));
  const offers = page('h2 a[href$="/informations"]').toArray();
  return {
    offers: offers.map((link) => page(link).attr("href")?.split("/")[3] ?? ""),
    said: page("p.text-lg").text().replaceAll(/\s/g, " "),
    next: page("a:contains('Offres suivantes')").attr("href"),
  };
}

/** Every page of «Mes offres», as one goes on from it to the next. */
async function allPages(): Promise<ShownPage[]> {
  const pages = [await pageAt("/espace/offres")];
  for (let next = pages[0]?.next; next && pages.length < 20; next = pages.at(-1)?.next)
    pages.push(await pageAt(next));
  return pages;
}

it("all of 501 drafts can be reached, and are counted, in the first order", async () => {
  const pages = await allPages();
  expect(pages.map(({ said }) => said)).toEqual(pages.map(() => "501 offres trouvées"));
  const offers = pages.flatMap((page) => page.offers);
  expect(new Set(offers).size).toBe(drafts);
  expect(offers).toHaveLength(drafts);
});

// To draw a hundred offers takes the longest: of the other orders the first page and the last are.
it.each(offerSorts.slice(1))(
  "all of 501 drafts can be reached, and are counted, by %s",
  async (sort) => {
    const address = (after: string) => `/espace/offres?tri=${sort}${after && `&apres=${after}`}`;
    const cursors = [""];
    const pages: string[][] = [];
    for (const after of cursors) {
      const { offers, next } = await ownOfferPage(owner, sort, "live", after);
      pages.push(offers.map(({ id }) => id));
      if (next && pages.length < 20) cursors.push(next);
    }
    expect(new Set(pages.flat()).size).toBe(drafts);
    expect(pages.flat()).toHaveLength(drafts);
    const [first, last] = [await pageAt(address("")), await pageAt(address(cursors.at(-1) ?? ""))];
    expect([first.offers, first.next]).toEqual([pages[0], address(cursors[1] ?? "")]);
    expect([last.offers, last.next]).toEqual([pages.at(-1), undefined]);
    expect([first.said, last.said]).toEqual(["501 offres trouvées", "501 offres trouvées"]);
  },
);

it("what is published comes before the drafts, and a cursor of nobody's is the first page", async () => {
  const offerId = await approved(owner);
  expect((await pageAt("/espace/offres?apres=x")).said).toBe("502 offres trouvées");
  expect((await ownOffers(owner, "publication"))[0]?.id).toBe(offerId);
});

it("«Mon espace» counts all there is to do and reads what it shows of it", async () => {
  // Older than 500 others, and more pressing than all of them.
  const [offerId, fine] = [await decided(owner, "requestChanges"), await approved(owner)];
  await db
    .update(offer)
    .set({ updatedAt: new Date("2026-01-01") })
    .where(eq(offer.id, offerId));
  const page = await renderedPage(SpacePage({ searchParams: Promise.resolve({}) }));
  const words = (selector: string) => page(selector).text().replaceAll(/\s/g, " ");
  expect(words("h1 + p")).toBe("502 choses attendent un geste de votre part.");
  const cards = page("[aria-labelledby=a-faire] li").toArray();
  expect(cards).toHaveLength(shownTodos);
  expect(page(cards[0]).text()).toContain("Correction demandée");
  expect(cards.slice(1).every((card) => page(card).text().includes("Brouillon"))).toBe(true);
  expect(words("[aria-labelledby=a-faire] > p")).toContain("Et 482 autres choses à faire");
  // What needs nothing is not pushed out by what does.
  expect(page(`[aria-labelledby=reste] a[href="/espace/offres/${fine}"]`)).toHaveLength(1);
  const { rows } = await asked(async () => {
    await SpacePage({ searchParams: Promise.resolve({}) });
  });
  expect(rows).toBeLessThan(150);
});

it("what is to do is judged of groups as of each offer, in any state", async () => {
  const [viewer, year] = [await newOfferor(), campaignFor(now())];
  const offerId = await approved(viewer);
  const [validations, publications] = [
    ["draft", "pending", "approved", "changesRequested", "refused"],
    ["unpublished", "onApproval", "published"],
  ];
  // Each with and without an approved version, something typed, a pause, and each answer.
  await db.execute(sql`
    insert into offer select (jsonb_populate_record(original, jsonb_build_object(
      'id', gen_random_uuid(), 'reference', 'etat' || turn, 'campaign', ${year}::int - turn % 2,
      'validation', (array[${sql.join(validations, sql`, `)}])[1 + turn % 5],
      'publication', (array[${sql.join(publications, sql`, `)}])[1 + turn % 3],
      'approved_revision_id', case when turn % 7 > 2 then original.approved_revision_id end,
      'draft', case when turn % 4 = 1 then '{"values":{},"documentIds":[]}'::jsonb end,
      'paused_until', case when turn % 11 = 1 then now() end,
      'submission_asked_at', case when turn % 13 = 1 then now() end,
      'updated_at', original.updated_at - make_interval(mins => turn * 37 % 101)
    ))).* from offer original, generate_series(1, 99) turn where original.id = ${offerId}`);
  await db.execute(sql`
    insert into renewal (offer_id, campaign, answer, renewed_offer_id, asked_at)
    select id, greatest(campaign + 1, ${year}::int), (array['yes', 'maybe', 'no', null])[1 + place % 4]::renewal_answer,
      case when place % 8 < 4 then ${offerId}::uuid end, now()
    from (select *, row_number() over (order by reference) place from offer where structure_id = ${viewer.structureId}) own
    where place % 3 > 0`);
  let met = new Set<string>();
  for (let left = 1; left > 0;) {
    const all = await ownOffers(viewer, "modification");
    const at = now();
    const pressing = all.filter((own) => todoFor(own, at) !== null);
    const { todos, total, others } = await spaceOverview(viewer);
    expect(total).toBe(pressing.length);
    expect(todos).toHaveLength(Math.min(total, shownTodos));
    for (const { kind, offer: own } of todos)
      expect([own.id, todoFor(own, at)]).toEqual([own.id, kind]);
    expect(others.map(({ id }) => id)).toEqual(
      all
        .filter((own) => todoFor(own, at) === null)
        .slice(0, shownOthers)
        .map(({ id }) => id),
    );
    met = new Set([...met, ...todos.map(({ kind }) => kind)]);
    left = total;
    const done = [...todos.map(({ offer: { id } }) => id), ...others.map(({ id }) => id)];
    if (done.length > 0)
      await db.update(offer).set({ deletedAt: at }).where(inArray(offer.id, done));
  }
  expect([...met].sort()).toEqual(["correct", "finishDraft", "publish", "renew", "resubmit"]);
});

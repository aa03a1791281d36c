import { sql } from "drizzle-orm";
import { beforeAll, expect, it, vi } from "vitest";
import OwnOffersPage from "@/app/espace/offres/page";
import { offersOfOwner, offerSorts } from "@/lib/offer/view/queries/own-offers";
import { db } from "@/lib/platform/database/client";
import { approved, newDraft, newOfferor, type Offeror } from "../support/people";
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

/** Every page of «Mes offres», as one goes on from it to the next. */
async function pagesOf(query: string): Promise<{ offers: string[]; said: string }[]> {
  const pages: { offers: string[]; said: string }[] = [];
  for (let address: string | undefined = `/espace/offres?${query}`; address && pages.length < 20;) {
    const asked = Object.fromEntries(new URL(address, "https://portail.example").searchParams);
    const page = await renderedPage(OwnOffersPage({ searchParams: Promise.resolve(asked) }));
    const offers = page('h2 a[href$="/informations"]').toArray();
    pages.push({
      offers: offers.map((link) => page(link).attr("href")?.split("/")[3] ?? ""),
      said: page("p.text-lg").text().replaceAll(/\s/g, " "),
    });
    address = page("a:contains('Offres suivantes')").attr("href");
  }
  return pages;
}

it.each(offerSorts)("all of 501 drafts can be reached, and are counted, by %s", async (sort) => {
  const pages = await pagesOf(`tri=${sort}`);
  expect(pages.map(({ said }) => said)).toEqual(pages.map(() => "501 offres trouvées"));
  const offers = pages.flatMap((page) => page.offers);
  expect(new Set(offers).size).toBe(drafts);
  expect(offers).toHaveLength(drafts);
  // In one order, whatever page they stand on.
  const first = (await offersOfOwner(owner, sort)).map(({ id }) => id);
  expect(offers.slice(0, first.length)).toEqual(first);
});

it("what is published comes before the drafts, and a cursor of nobody's is the first page", async () => {
  const offerId = await approved(owner);
  const [first] = await pagesOf("apres=x");
  expect(first?.said).toBe("502 offres trouvées");
  expect((await offersOfOwner(owner, "publication"))[0]?.id).toBe(offerId);
});

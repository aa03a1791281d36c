import { beforeAll, describe, expect, it, vi } from "vitest";
import CatalogueMapPage from "@/app/(public)/offres/carte/page";
import CataloguePage from "@/app/(public)/offres/page";
import { GET } from "@/app/api/v1/offres/route";
import { newOffersFor, searchToFollow } from "@/lib/catalogue/alert/queries";
import { readFilter } from "@/lib/catalogue/search/filter";
import { catalogue } from "@/lib/catalogue/search/queries/catalogue";
import { searchSheet } from "@/lib/catalogue/search/queries/sheet";
import { env } from "@/lib/platform/environment/env";
import { now } from "@/lib/platform/values/clock";
import type { Commune } from "@/lib/reference/commune/gazetteer";
import { communeWords } from "@/lib/reference/commune/labels";
import { communesAround, communesPlaced } from "@/lib/reference/commune/queries/communes";
import { gazetteer } from "@/lib/reference/commune/queries/gazetteer";
import { foundBy } from "../support/catalogue";
import { newModerator, newOfferor, published } from "../support/people";
import { renderedPage, wordsOfPage } from "../support/render-page";

// What a point of the map says is what it leads to.

vi.mock("next/navigation", async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({}),
  usePathname: () => "/offres/carte",
  useSearchParams: () => new URLSearchParams("ouvert=communes"),
}));

beforeAll(async () => {
  const [owner, moderator, { communes }] = [
    await newOfferor(),
    await newModerator(),
    await gazetteer(),
  ];
  for (const words of ["Léning (57)", "Épinal (88)", "Strasbourg (67)"]) {
    const named = communes.find((commune) => communeWords(commune) === words);
    const [centre] = await communesPlaced([named?.code ?? ""]);
    if (!named || !centre) throw new Error(`no ${words}`);
    const around = [...(await communesAround(centre, 30))]
      .sort((a, b) => a.kilometres - b.kilometres)
      .flatMap(({ code }) => communes.find((commune) => commune.code === code) ?? []);
    const isOver = ({ department }: Commune) =>
      department !== named.department && env.agency.departments.includes(department);
    // Itself twice, its nearest neighbours, and the nearest ones of another department.
    for (const { code, postcodes } of [
      named,
      ...around.slice(0, 3),
      ...around.filter(isOver).slice(0, 2),
    ])
      await published(owner, moderator, { siteCommune: code, sitePostcode: postcodes[0] ?? "" });
  }
});

/** The points and links of a map: what each says, and where it leads. */
async function linksOf(address: string) {
  const query = Object.fromEntries(
    [...new URLSearchParams(address.split("?")[1] ?? "")].map(([name], _, all) => {
      const values = all.flatMap(([other, value]) => (other === name ? [value] : []));
      return [name, values.length > 1 ? values : (values[0] ?? "")];
    }),
  );
  const page = await renderedPage(CatalogueMapPage({ searchParams: Promise.resolve(query) }));
  const links = page("figure a[aria-label], nav[aria-label='Départements'] a, details a").toArray();
  return links.map((link) => ({
    words: page(link).attr("aria-label") ?? page(link).text(),
    href: page(link).attr("href") ?? "",
  }));
}

const led = (href: string) => catalogue(readFilter(href.split("?")[1] ?? ""));
const numberIn = (words: string) => Number(/(\d+)(?:\soffres?)?\)?$/.exec(words)?.[1]);

describe.each([
  "/offres/carte",
  "/offres/carte?departement=57",
  "/offres/carte?departement=57&departement=67",
  "/offres/carte?lieu=Léning (57)&rayon=10",
  "/offres/carte?lieu=Léning (57)&rayon=30&departement=57",
])("a point of %s", (address) => {
  it("that is one commune, or a department, leads to as many offers as it says", async () => {
    const single = (await linksOf(address)).filter(
      ({ words }) => /\d/.test(words) && !/voisine/.test(words),
    );
    expect(single.length).toBeGreaterThan(1);
    for (const { words, href } of single)
      expect([words, (await led(href)).counts.total]).toEqual([
        words,
        { value: numberIn(words), exact: true },
      ]);
  });

  it("that gathers several leads nearer, to all that it counts", async () => {
    const several = (await linksOf(address)).filter(({ words }) => /voisine/.test(words));
    expect(several.length).toBeGreaterThan(0);
    for (const { words, href } of several) {
      const [, counted, named] = /:\s(\d+)\soffres?, parmi (?:les (\d+)|celles)/.exec(words) ?? [];
      const found = await led(href);
      expect(found.counts.total.value, words).toBeGreaterThanOrEqual(Number(counted));
      if (named) expect(found.counts.total.value, words).toBe(Number(named));
      expect(href, words).not.toBe(address);
    }
  });
});

it("«dans la commune» is said and meant everywhere a search is", async () => {
  const query = { lieu: "Strasbourg (67)", rayon: "0" };
  const address = new URLSearchParams(query).toString();
  const words = "Strasbourg (67), dans la commune";
  const own = await foundBy(query);
  expect(own).toHaveLength(2);
  expect(await foundBy({ ...query, rayon: "5" })).not.toHaveLength(2);
  const sheet = await searchSheet(readFilter(address));
  expect([sheet.words, sheet.query, sheet.offers.length]).toEqual([words, address, 2]);
  expect((await searchToFollow(query)).words).toBe(words);
  expect(await newOffersFor(address, { since: new Date(0), until: now() })).toMatchObject({
    words,
    total: 2,
  });
  const page = await renderedPage(CataloguePage({ searchParams: Promise.resolve(query) }));
  expect(page("select[name=rayon] option[selected]").text()).toBe("dans la commune");
  const read = await answered(address);
  expect(read.map(({ reference }) => reference).sort()).toEqual([...own].sort());
  const wrong = await wordsOfPage(
    CataloguePage({ searchParams: Promise.resolve({ ...query, rayon: "7" }) }),
  );
  expect(wrong).toMatch(/«\s7\s» n’est pas un rayon proposé/);
});

async function answered(address: string): Promise<{ reference: string }[]> {
  const response = await GET(new Request(`https://portail.example/api/v1/offres?${address}`));
  return ((await response.json()) as { data: { reference: string }[] }).data;
}

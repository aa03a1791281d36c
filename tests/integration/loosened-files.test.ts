import { parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/node";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET as atom } from "@/app/(public)/offres/flux.atom/route";
import SheetPage from "@/app/(public)/offres/imprimer/page";
import CataloguePage from "@/app/(public)/offres/page";
import { GET as json } from "@/app/api/v1/offres/route";
import { GET as csv } from "@/app/api/v1/offres.csv/route";
import { GET as workbook } from "@/app/api/v1/offres.xlsx/route";
import { catalogueFilterSchema } from "@/lib/catalogue/search/filter";
import { searchSheet } from "@/lib/catalogue/search/queries/sheet";
import { foundBy } from "../support/catalogue";
import { newModerator, newOfferor, published } from "../support/people";
import { renderedPage } from "../support/render-page";

// A file is the list it was asked from: what the page shows instead of nothing stands in it too,
// and it says so.

vi.mock("next/navigation", async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({}),
  usePathname: () => "/offres",
  useSearchParams: () => new URLSearchParams(),
}));

beforeAll(async () => {
  const [owner, moderator] = [await newOfferor(), await newModerator()];
  for (const title of ["Mieux dormir", "Bouger ensemble", "Atelier Strasbourg"])
    await published(owner, moderator, { title });
});

let caller = 0;
const file = (get: typeof csv, q: string) =>
  get(
    new Request(`https://portail.example/api/v1/offres?${new URLSearchParams({ q }).toString()}`, {
      headers: { "x-forwarded-for": `198.51.100.${(caller += 1)}` },
    }),
  );

describe.each([
  // A word that no offer has.
  [
    "dormir zigomatique",
    "Rien pour «\u00a0zigomatique\u00a0»\u00a0: voici les offres pour «\u00a0dormir\u00a0».",
    1,
  ],
  // Words that no offer says together.
  [
    "dormir bouger",
    "Aucune offre ne réunit tous ces mots, voici " +
      "celles qui en disent une partie («\u00a0dormir ou bouger\u00a0»).",
    2,
  ],
  // A word that is nothing but a slip.
  [
    "dormyr",
    "Aucune offre ne contient «\u00a0dormyr\u00a0»\u00a0: voici celles avec «\u00a0dormir\u00a0».",
    1,
  ],
  // Nothing is left of it.
  ["zigomatique", "Rien pour «\u00a0zigomatique\u00a0»\u00a0: voici toutes les offres.", 3],
  // Read as a place, where there is none; they were words.
  ["atelier strasbourg", null, 1],
  ["dormir", null, 1],
])("the files of a search for «%s»", (q, words, count) => {
  const suffix = words === null ? "" : "-recherche-elargie";

  it("hold the offers of the page", async () => {
    const listed = (await foundBy({ q })).sort();
    expect(listed).toHaveLength(count);
    const rows = parse<{ reference: string }>(await (await file(csv, q)).text(), {
      bom: true,
      delimiter: ";",
      columns: true,
    });
    expect(rows.map(({ reference }) => reference).sort()).toEqual(listed);
    const book = Buffer.from(await (await file(workbook, q)).arrayBuffer());
    const [, ...lines] = await readSheet(book, "Liste");
    expect(lines.map(([reference]) => reference).sort()).toEqual(listed);
    const sheet = await searchSheet(catalogueFilterSchema.parse({ q }));
    expect(sheet.offers.map(({ reference }) => reference).sort()).toEqual(listed);
  });

  it.runIf(words === null)("are what open data say, where nothing is left out", async () => {
    const { data } = (await (await file(json, q)).json()) as { data: { reference: string }[] };
    const entries = (await (await file(atom, q)).text()).match(/<entry>/g) ?? [];
    const listed = (await foundBy({ q })).sort();
    expect(data.map(({ reference }) => reference).sort()).toEqual(listed);
    expect(entries).toHaveLength(listed.length);
  });

  it("say how it was widened", async () => {
    const book = Buffer.from(await (await file(workbook, q)).arrayBuffer());
    const about = await readSheet(book, "Recherche");
    expect(about.filter(([name]) => name === "Recherche élargie").map(([, said]) => said)).toEqual(
      words === null ? [] : [words],
    );
    for (const get of [csv, workbook])
      expect((await file(get, q)).headers.get("content-disposition")).toMatch(
        new RegExp(`^attachment; filename="offres-\\d{4}-\\d\\d-\\d\\d${suffix}\\.(csv|xlsx)"$`),
      );
    const { loosened } = await searchSheet(catalogueFilterSchema.parse({ q }));
    expect(loosened).toEqual(words === null ? [] : [words]);
  });

  it("are asked for by what the page was asked for", async () => {
    const searchParams = Promise.resolve({ q });
    const page = await renderedPage(CataloguePage({ searchParams }));
    for (const path of ["/offres/imprimer", "/api/v1/offres.csv", "/api/v1/offres.xlsx"])
      expect(page(`a[href^="${path}?"]`).attr("href")).toBe(
        `${path}?${new URLSearchParams({ q }).toString()}`,
      );
    const sheet = await renderedPage(SheetPage({ searchParams }));
    expect(sheet("a[href^='/offres?']").attr("href")).toBe(
      `/offres?${new URLSearchParams({ q }).toString()}`,
    );
    if (words !== null) for (const shown of [page, sheet]) expect(shown.text()).toContain(words);
  });

  it("are not what was asked for: an alert for that is offered first", async () => {
    const page = await renderedPage(CataloguePage({ searchParams: Promise.resolve({ q }) }));
    const offered = page("[role=status]").find("a[href^='/offres/alerte']");
    expect(offered.toArray().map((link) => page(link).attr("href"))).toEqual(
      words === null ? [] : [`/offres/alerte?${new URLSearchParams({ q }).toString()}`],
    );
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { catalogueFilterSchema } from "@/lib/catalogue/filter";
import { openDataColumns } from "@/lib/open-data/csv-columns";
import { openApiDocument } from "@/lib/open-data/openapi";
import { parameters, readQuery } from "@/lib/open-data/parameters";
import { apiOfferByReference, apiPage, offersBehind } from "@/lib/open-data/queries";
import { apiOfferSchema, apiPageSchema } from "@/lib/open-data/answers";
import { cacheable, withinRate } from "@/lib/open-data/respond";
import { foundBy, numberOf } from "../support/catalogue";
import { approved, newOfferor, rowOf, termId } from "../support/people";

const references: string[] = [];
beforeAll(async () => {
  const owner = await newOfferor();
  for (let turn = 0; turn < 7; turn++) references.push((await rowOf(await approved(owner))).reference);
});

async function asked(query: string) {
  const read = readQuery(new URLSearchParams(query));
  if (!read.ok) throw new Error(JSON.stringify(read.bad));
  return apiPage(read.query);
}

describe("the open API", () => {
  it("finds what the page of offers finds, by the same parameters", async () => {
    const theme = await numberOf(await termId("theme", "Alimentation / Nutrition"));
    for (const query of ["", "q=obesite", `theme=${theme}`, "departement=88&departement=54", "mois=3&demijournee=monday-am", "creneau=3:monday-am&creneau=4:monday-am&accord=tous", "lieu=Epinal&rayon=5", "places=5", "accueil=catering", "depuis=7&tri=debut", "departement=67"]) {
      const page = await asked(query);
      const given = new URLSearchParams(query);
      expect([query, page.data.map(({ reference }) => reference)]).toEqual([query, await foundBy(Object.fromEntries([...new Set(given.keys())].map((name) => [name, given.getAll(name)])))]);
      expect(apiPageSchema.parse(page)).toEqual(page);
    }
  });

  it("is walked to its end by the addresses it gives, every offer once", async () => {
    const seen: string[] = [];
    for (let query: string | null = "limite=3"; query !== null; ) {
      const page = await asked(query);
      seen.push(...page.data.map(({ reference }) => reference));
      query = page.next === null ? null : new URL(page.next).search;
    }
    expect(seen.sort()).toEqual([...references].sort());
  });

  it("names each parameter it does not understand", () => {
    const read = readQuery(new URLSearchParams("mois=13&mois=3&foo=1&q=a&q=b&limite=101&rayon=7&creneau=3:someday"));
    expect(read.ok ? [] : read.bad.map(({ name }) => name)).toEqual(["mois", "foo", "q", "limite", "rayon", "creneau"]);
    expect(readQuery(new URLSearchParams("mois=3&rayon=20&accord=tous&departement=2A&apres=x")).ok).toBe(true);
  });

  it("is described with every parameter of the page, and by the schemas it answers with", () => {
    const document = openApiDocument("https://portail.example", "ARS");
    const described = document.paths["/offres"].get.parameters.map(({ name }) => name);
    expect(described).toEqual(Object.keys(parameters));
    expect(described.filter((name) => name !== "limite").sort()).toEqual(Object.keys(catalogueFilterSchema.shape).sort());
    expect(document.openapi).toBe("3.1.0");
    const refs = JSON.stringify(document).match(/#\/components\/schemas\/\w+/g) ?? [];
    for (const ref of refs) expect(document.components.schemas).toHaveProperty(ref.split("/").at(-1) ?? "");
  });

  it("says nothing of people, offer by offer and in the file", async () => {
    const offer = await apiOfferByReference(references[0] ?? "");
    expect(apiOfferSchema.parse(offer)).toEqual(offer);
    const rows = await offersBehind("", 1000);
    expect(rows.map(({ reference }) => reference).sort()).toEqual([...references].sort());
    const said = JSON.stringify([offer, rows, rows.map((row) => openDataColumns.map(({ value }) => value(row)))]);
    expect(said).not.toMatch(/canary|claire|Paul Klein|@exemple|\+33|Jeanne/);
    expect(await apiOfferByReference("0000-0000")).toBeNull();
  });

  it("answers 304 to who has it, and 429 with what is left to who asks too often", async () => {
    const request = (headers: Record<string, string> = {}) => new Request("https://portail.example/api/v1/offres", { headers: { "x-forwarded-for": "203.0.113.9", ...headers } });
    const first = cacheable(request(), { a: 1 });
    const again = cacheable(request({ "if-none-match": first.headers.get("etag") ?? "" }), { a: 1 });
    expect([first.status, again.status, cacheable(request({ "if-none-match": first.headers.get("etag") ?? "" }), { a: 2 }).status]).toEqual([200, 304, 200]);
    const limit = { name: "test", requests: 3, seconds: 60 };
    const answers = [];
    for (let turn = 0; turn < 5; turn++) answers.push(await withinRate(request(), limit, () => Promise.resolve(new Response("ok"))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429]);
    expect(answers[0]?.headers.get("ratelimit-policy")).toBe('"test";q=3;w=60');
    expect(answers[0]?.headers.get("ratelimit")).toMatch(/^"test";r=2;t=\d+$/);
    expect(Number(answers[3]?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await withinRate(new Request("https://portail.example/", { headers: { "x-forwarded-for": "203.0.113.10" } }), limit, () => Promise.resolve(new Response("ok")))).status).toBe(200);
  });
});

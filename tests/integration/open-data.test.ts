import { parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/node";
import { beforeAll, describe, expect, it } from "vitest";
import { GET as feed } from "@/app/(public)/offres/flux.atom/route";
import "@/app/api/v1/listes/route";
import "@/app/api/v1/offres/[reference]/route";
import { GET as offers } from "@/app/api/v1/offres/route";
import { GET as csv } from "@/app/api/v1/offres.csv/route";
import { GET as workbook } from "@/app/api/v1/offres.xlsx/route";
import { GET as sitemapFile } from "@/app/sitemap/[page]/route";
import { GET as sitemapOf } from "@/app/sitemap.xml/route";
import { throttle } from "@/db/schema/account";
import { fixedPages, openDataRoute } from "@/lib/catalogue/feeds/public-pages";
import { allOffers, sitemapFiles } from "@/lib/catalogue/feeds/queries/sitemap";
import { apiOfferSchema, apiPageSchema } from "@/lib/catalogue/open-data/answers";
import { openDataColumns } from "@/lib/catalogue/open-data/csv-columns";
import { openApiDocument } from "@/lib/catalogue/open-data/openapi";
import { parameters, readQuery } from "@/lib/catalogue/open-data/parameters";
import { apiOfferByReference, apiPage, offersAfter } from "@/lib/catalogue/open-data/queries";
import { apiLimit, cacheable, preflight, withinRate } from "@/lib/catalogue/open-data/respond";
import { catalogueFilterSchema, ranked } from "@/lib/catalogue/search/filter";
import { publicOffer } from "@/lib/offer/projection/tables";
import { db } from "@/lib/platform/database/client";
import { DatabaseUnavailableError } from "@/lib/platform/database/errors";
import { answerOf } from "@/lib/platform/door/direct-answers";
import { foundBy, numberOf } from "../support/catalogue";
import { approved, newOfferor, rowOf, termId } from "../support/people";

const references: string[] = [];
let caller = 0;
beforeAll(async () => {
  const owner = await newOfferor();
  for (let turn = 0; turn < 7; turn++)
    references.push((await rowOf(await approved(owner))).reference);
});

async function asked(query: string) {
  const read = readQuery(new URLSearchParams(query));
  if (!read.ok) throw new Error(JSON.stringify(read.bad));
  const page = await apiPage(read.query);
  if (!page.ok) throw new Error(JSON.stringify(page.bad));
  return page.page;
}

/** What the API answers to an address: its status, and what it says of each parameter. */
async function answered(query: string): Promise<[number, Record<string, string>]> {
  const response = await offers(
    new Request(`https://portail.example/api/v1/offres?${query}`, {
      headers: { "x-forwarded-for": `192.0.2.${Math.floor(Math.random() * 250)}` },
    }),
  );
  const body = (await response.json()) as { parameters?: { name: string; detail: string }[] };
  return [
    response.status,
    Object.fromEntries((body.parameters ?? []).map(({ name, detail }) => [name, detail])),
  ];
}

describe("the open API", () => {
  it("is asked by the door itself, by the names of its folders", async () => {
    const [reference = ""] = references;
    for (const path of ["/api/v1/offres", "/api/v1/listes", `/api/v1/offres/${reference}`]) {
      const route = openDataRoute(path);
      if (!route) throw new Error(path);
      const answer = await answerOf(route, new Request(`https://portail.example${path}`));
      expect([path, answer?.status]).toEqual([path, 200]);
    }
  });

  it("finds what the page of offers finds, by the same parameters", async () => {
    const theme = await numberOf(await termId("theme", "Alimentation / Nutrition"));
    for (const query of [
      "",
      "q=obesite",
      `theme=${theme}`,
      "departement=88&departement=54",
      "mois=3&demijournee=monday-am",
      "creneau=3:monday-am&creneau=4:monday-am&accord=tous",
      "lieu=Epinal&rayon=5",
      "places=5",
      "accueil=catering",
      "depuis=7&tri=debut",
      "departement=67",
    ]) {
      const page = await asked(query);
      const given = new URLSearchParams(query);
      expect([query, page.data.map(({ reference }) => reference)]).toEqual([
        query,
        await foundBy(
          Object.fromEntries([...new Set(given.keys())].map((name) => [name, given.getAll(name)])),
        ),
      ]);
      expect(apiPageSchema.parse(page)).toEqual(page);
    }
  });

  it("gives what a search finds as a file, whole, and refuses what is none of its filters", async () => {
    const theme = await numberOf(await termId("theme", "Alimentation / Nutrition"));
    const file = (get: typeof csv, query: string, headers = {}) =>
      get(
        new Request(`https://portail.example/api/v1/offres.csv?${query}`, {
          headers: { "x-forwarded-for": `198.51.100.${(caller += 1)}`, ...headers },
        }),
      );
    for (const query of [
      "",
      "q=obesite",
      `theme=${theme}&q=&tri=`,
      "departement=88&departement=54",
      "mois=3&demijournee=monday-am",
      "lieu=Epinal&rayon=5",
      "places=5&accueil=catering",
      "depuis=7",
      "departement=67",
    ]) {
      const found = (await asked(query)).data.map(({ reference }) => reference).sort();
      const rows = parse<{ reference: string }>(await (await file(csv, query)).text(), {
        bom: true,
        delimiter: ";",
        columns: true,
      });
      expect([query, rows.map(({ reference }) => reference).sort()]).toEqual([query, found]);
      const book = Buffer.from(await (await file(workbook, query)).arrayBuffer());
      const [head, ...lines] = await readSheet(book, "Liste");
      expect(head?.slice(0, 3)).toEqual(["Référence", "Titre", "Structure"]);
      expect([query, lines.map(([reference]) => reference).sort()]).toEqual([query, found]);
    }
    const [search, day, address] = await readSheet(
      Buffer.from(await (await file(workbook, "q=obesite&mois=3")).arrayBuffer()),
      "Recherche",
    );
    expect([search?.[1], String(address?.[1])]).toEqual([
      "« obesite » · Mars",
      expect.stringMatching(/\/offres\?q=obesite&mois=3$/),
    ]);
    expect(String(day?.[1])).toMatch(/^\d{1,2}(er)? \p{L}+ \d{4}$/u);

    for (const [query, name] of [
      ["foo=1", "foo"],
      ["mois=13", "mois"],
      ["lieu=Nulle-Part-sur-Rien", "lieu"],
      ["tri=recentes", "tri"],
      ["apres=x", "apres"],
      ["limite=5", "limite"],
    ] as const)
      for (const get of [csv, workbook]) {
        const refused = await file(get, `departement=88&${query}`);
        expect([refused.status, refused.headers.get("content-type")]).toEqual([
          400,
          "application/problem+json; charset=utf-8",
        ]);
        const { parameters: bad } = (await refused.json()) as { parameters: { name: string }[] };
        expect(bad.map((each) => each.name)).toEqual([name]);
      }
  });

  it("asks a person who takes too many files to come back, on a page", async () => {
    const ask = (accept: string) =>
      withinRate(
        new Request("https://portail.example/", {
          headers: { "x-forwarded-for": "203.0.113.31", accept },
        }),
        { name: "pages", requests: 1, seconds: 600 },
        () => Promise.resolve(new Response("ok")),
      );
    expect((await ask("*/*")).status).toBe(200);
    const page = await ask("text/html,application/xhtml+xml,*/*;q=0.8");
    expect([page.status, page.headers.get("content-type")]).toEqual([
      429,
      "text/html; charset=utf-8",
    ]);
    expect(await page.text()).toContain("Réessayez dans 10 minutes.");
    expect((await ask("*/*")).headers.get("content-type")).toContain("problem+json");
  });

  it("says in its body what its status is where the database is away: come back", async () => {
    const ask = (accept: string) =>
      withinRate(
        new Request("https://portail.example/", {
          headers: { "x-forwarded-for": "203.0.113.32", accept },
        }),
        apiLimit,
        () => Promise.reject(new DatabaseUnavailableError("no answer")),
      );
    const answer = await ask("*/*");
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(await answer.json()).toMatchObject({ status: 503 });
    const page = await ask("text/html");
    expect([page.status, await page.text()]).toEqual([
      503,
      expect.stringContaining("<h1>Le portail est indisponible pour un instant</h1>"),
    ]);
  });

  it("is walked to its end by the addresses it gives, every offer once", async () => {
    const seen: string[] = [];
    for (let query: string | null = "limite=3"; query !== null;) {
      const page = await asked(query);
      seen.push(...page.data.map(({ reference }) => reference));
      query = page.next === null ? null : new URL(page.next).search;
    }
    expect(seen.sort()).toEqual([...references].sort());
  });

  it("names each parameter it does not understand", () => {
    const read = readQuery(
      new URLSearchParams("mois=13&mois=3&foo=1&q=a&q=b&limite=101&rayon=7&creneau=3:someday"),
    );
    expect(read.ok ? [] : read.bad.map(({ name }) => name)).toEqual([
      "mois",
      "foo",
      "q",
      "limite",
      "rayon",
      "creneau",
    ]);
    expect(
      readQuery(new URLSearchParams("mois=3&rayon=20&accord=tous&departement=2A&apres=x")).ok,
    ).toBe(true);
  });

  it("answers 400 to what the page would pass over, never the whole catalogue", async () => {
    for (const [name, value] of [
      ["theme", "05"],
      ["theme", "1e0"],
      ["public", "+1"],
      ["terrain", "1.0"],
      ["mois", "1e0"],
      ["places", "0x5"],
      ["rayon", "1e1"],
      ["depuis", "7.0"],
      ["limite", "1e1"],
      ["apres", "junk"],
      ["apres", "1.5_1_00000000-0000-0000-0000-000000000000"],
      ["lieu", "Nulle-Part-sur-Rien"],
    ] as const) {
      const [status, bad] = await answered(
        `q=obesite&${new URLSearchParams({ [name]: value }).toString()}`,
      );
      expect([name, value, status, Object.keys(bad)]).toEqual([name, value, 400, [name]]);
    }
    expect((await answered("lieu=Nulle-Part-sur-Rien"))[1].lieu).toBe(
      "Aucune commune de la région ne porte ce nom ou ce code postal.",
    );
    expect(
      (await answered("tri=debut&apres=99999_1_00000000-0000-0000-0000-000000000000"))[0],
    ).toBe(400);
    const tooMany = Array.from({ length: 61 }, (_, index) => `theme=${index + 1}`).join("&");
    expect(Object.keys((await answered(tooMany))[1])).toEqual(["theme"]);
  });

  it("passes over what a form without scripts leaves empty", async () => {
    expect(
      (await answered("q=&places=&tri=&lieu=&rayon=20&apres=&theme=&theme=&limite=&depuis=+"))[0],
    ).toBe(200);
    const all = await asked("");
    expect((await asked("q=&places=&tri=&limite=")).data).toEqual(all.data);
    expect(Object.keys((await answered("foo="))[1])).toEqual(["foo"]);
  });

  it("says which values are permitted, in the error and in the description", async () => {
    const permitted = {
      tri: "pertinence, recentes, proches, debut",
      rayon: "0, 5, 10, 20, 30, 50, 100",
      depuis: "7, 30, 90",
      accueil: "lodging, catering",
      accord: "un, tous",
      limite: "de 1 à 100",
      mois: "de 1 à 12",
      demijournee: "monday-am, monday-pm",
      creneau: "3:thursday-pm",
    };
    const document = openApiDocument("https://portail.example", {
      agencyName: "ARS",
      contactAddress: "ars@portail.example",
    });
    for (const [name, words] of Object.entries(permitted)) {
      const [status, bad] = await answered(`${name}=jamais`);
      expect([status, bad[name]]).toEqual([400, expect.stringContaining("Valeurs permises : ")]);
      expect(bad[name]).toContain(words);
      expect(
        document.paths["/offres"].get.parameters.find((parameter) => parameter.name === name)
          ?.description,
      ).toContain(words);
    }
    const schemaOf = (name: string) =>
      document.paths["/offres"].get.parameters.find((parameter) => parameter.name === name)?.schema;
    expect(schemaOf("tri")).toMatchObject({ enum: ["pertinence", "recentes", "proches", "debut"] });
    expect(schemaOf("rayon")).toMatchObject({ enum: [0, 5, 10, 20, 30, 50, 100], default: 20 });
    expect(schemaOf("limite")).toMatchObject({
      type: "integer",
      minimum: 1,
      maximum: 100,
      default: 20,
    });
    expect(schemaOf("mois")).toMatchObject({ type: "array", items: { minimum: 1, maximum: 12 } });
    expect(JSON.stringify(document)).not.toContain("`");
  });

  it("is described with the answers its handlers give, and where the order by relevance ends", () => {
    const document = openApiDocument("https://portail.example", {
      agencyName: "ARS",
      contactAddress: "ars@portail.example",
    });
    expect(
      Object.fromEntries(
        Object.entries(document.paths).map(([path, { get }]) => [path, Object.keys(get.responses)]),
      ),
    ).toEqual({
      "/offres": ["200", "304", "400", "429", "500", "503"],
      "/offres/{reference}": ["200", "304", "404", "429", "500", "503"],
      "/listes": ["200", "304", "429", "500", "503"],
      "/offres.csv": ["200", "304", "400", "429", "500", "503"],
      "/offres.xlsx": ["200", "304", "400", "429", "500", "503"],
    });
    expect(parameters.tri.description).toContain(String(ranked));
    expect(JSON.stringify(document.components.schemas.Page)).toContain(String(ranked));
  });

  it("feeds a reader nothing where nobody knows the commune, and says why", async () => {
    const of = async (query: string) =>
      (await feed(new Request(`https://portail.example/offres/flux.atom${query}`))).text();
    expect(await of("?lieu=Epinal")).toContain("<entry>");
    const unknown = await of("?lieu=Nulle-Part-sur-Rien");
    expect(unknown).not.toContain("<entry>");
    expect(unknown).toContain(
      "<subtitle>Aucune commune de la région ne porte ce nom ou ce code postal.</subtitle>",
    );
  });

  it("has a sitemap in one file, with each page and each offer once", async () => {
    const whole = await (
      await sitemapOf(new Request("https://portail.example/sitemap.xml"))
    ).text();
    const addresses = [...whole.matchAll(/<loc>([^<]*)</g)].map(([, address = ""]) => address);
    expect(addresses).toHaveLength(fixedPages.length + (await db.$count(publicOffer)));
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const reference of references) expect(whole).toContain(`/offres/${reference}<`);
  });

  it("has a sitemap of several files where one has no room, each offer in one of them", async () => {
    const rows = await db.select({ id: publicOffer.offerId }).from(publicOffer);
    expect(await allOffers(rows.length)).toHaveLength(rows.length);
    expect(await allOffers(rows.length - 1)).toBeNull();
    const named = Array.from({ length: sitemapFiles }, (_, name) => String(name));
    const file = async (page: string) =>
      sitemapFile(new Request(`https://portail.example/sitemap/${page}`), {
        params: Promise.resolve({ page }),
      });
    const texts: string[] = [];
    for (const name of named) texts.push(await (await file(name)).text());
    for (const reference of references)
      expect(texts.filter((text) => text.includes(`/offres/${reference}<`))).toHaveLength(1);
    expect([
      (await file("0")).status,
      (await file("00")).status,
      (await file("07")).status,
      (await file("64")).status,
    ]).toEqual([200, 404, 404, 404]);
  });

  it("is described with every parameter of the page, and by the schemas it answers with", () => {
    const document = openApiDocument("https://portail.example", {
      agencyName: "ARS",
      contactAddress: "ars@portail.example",
    });
    const described = document.paths["/offres"].get.parameters.map(({ name }) => name);
    expect(described).toEqual(Object.keys(parameters));
    expect(described.filter((name) => name !== "limite").sort()).toEqual(
      Object.keys(catalogueFilterSchema.shape).sort(),
    );
    expect(document.openapi).toBe("3.1.0");
    const refs = JSON.stringify(document).match(/#\/components\/schemas\/\w+/g) ?? [];
    for (const ref of refs)
      expect(document.components.schemas).toHaveProperty(ref.split("/").at(-1) ?? "");
  });

  it("says nothing of people, offer by offer and in the file", async () => {
    const offer = await apiOfferByReference(references[0] ?? "");
    expect(apiOfferSchema.parse(offer)).toEqual(offer);
    const rows = await offersAfter("", 1000);
    expect(rows.map(({ reference }) => reference).sort()).toEqual([...references].sort());
    const said = JSON.stringify([
      offer,
      rows,
      rows.map((row) => openDataColumns.map(({ value }) => value(row))),
    ]);
    expect(said).not.toMatch(/canary|claire|Paul Klein|@exemple|\+33|Jeanne/);
    expect(await apiOfferByReference("0000-0000")).toBeNull();
  });

  it("answers 304 to who has it, and 429 with what is left to who asks too often", async () => {
    const request = (headers: Record<string, string> = {}) =>
      new Request("https://portail.example/api/v1/offres", {
        headers: { "x-forwarded-for": "203.0.113.9", ...headers },
      });
    const first = cacheable(request(), { a: 1 });
    const again = cacheable(request({ "if-none-match": first.headers.get("etag") ?? "" }), {
      a: 1,
    });
    expect([
      first.status,
      again.status,
      cacheable(request({ "if-none-match": first.headers.get("etag") ?? "" }), { a: 2 }).status,
    ]).toEqual([200, 304, 200]);
    expect(cacheable(request({ "if-none-match": "*" }), { a: 1 }).status).toBe(304);
    const limit = { name: "test", requests: 3, seconds: 60 };
    const answers = [];
    for (let turn = 0; turn < 5; turn++)
      answers.push(await withinRate(request(), limit, () => Promise.resolve(new Response("ok"))));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429]);
    expect(answers[0]?.headers.get("ratelimit-policy")).toBe('"test";q=3;w=60');
    expect(answers[0]?.headers.get("ratelimit")).toMatch(/^"test";r=2;t=\d+$/);
    expect(Number(answers[3]?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(
      (
        await withinRate(
          new Request("https://portail.example/", {
            headers: { "x-forwarded-for": "203.0.113.10" },
          }),
          limit,
          () => Promise.resolve(new Response("ok")),
        )
      ).status,
    ).toBe(200);
  });

  it("keeps what is one caller's out of caches for all", async () => {
    const limited = await withinRate(new Request("https://portail.example/"), apiLimit, () =>
      Promise.resolve(cacheable(new Request("https://portail.example/"), { a: 1 })),
    );
    expect([
      limited.headers.get("ratelimit") !== null,
      limited.headers.get("cache-control"),
    ]).toEqual([true, "private, max-age=60"]);
    const allowed = preflight();
    expect([allowed.status, allowed.headers.get("access-control-allow-headers")]).toEqual([
      204,
      "If-None-Match",
    ]);
  });

  it(
    "believes of X-Forwarded-For what the trusted relays added: who makes up addresses is " +
      "one caller",
    async () => {
      const limit = { name: "forged", requests: 5, seconds: 60 };
      const before = await db.$count(throttle);
      const ask = (turn: number) => {
        const headers = { "x-forwarded-for": `198.51.100.${turn}, 203.0.113.77` };
        return withinRate(new Request("https://portail.example/", { headers }), limit, () =>
          Promise.resolve(new Response("ok")),
        );
      };
      const answers = await Promise.all(Array.from({ length: 20 }, (_, turn) => ask(turn)));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
      expect(await db.$count(throttle)).toBe(before + 1);
    },
  );
});

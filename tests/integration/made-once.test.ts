import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET as calendar } from "@/app/(public)/offres/[reference]/ics/route";
import picture from "@/app/(public)/offres/[reference]/opengraph-image";
import { GET as pdf } from "@/app/(public)/offres/[reference]/pdf/route";
import { GET as zip } from "@/app/(public)/offres/[reference]/zip/route";
import { GET as feed } from "@/app/(public)/offres/flux.atom/route";
import { GET as csv } from "@/app/api/v1/offres.csv/route";
import { GET as workbook } from "@/app/api/v1/offres.xlsx/route";
import { GET as sitemapFile } from "@/app/sitemap/[page]/route";
import { document } from "@/db/schema/document";
import { agencyText } from "@/db/schema/text";
import { vocabularyTerm } from "@/db/schema/vocabulary";
import { sitemapFiles } from "@/lib/catalogue/feeds/queries/sitemap";
import { catalogueFilterSchema } from "@/lib/catalogue/search/filter";
import { searchSheet } from "@/lib/catalogue/search/queries/sheet";
import { catalogueVersion } from "@/lib/catalogue/search/queries/version";
import { documentResponse } from "@/lib/offer/documents/respond";
import { attachDocument } from "@/lib/offer/draft/commands/documents";
import { submitOffer } from "@/lib/offer/draft/commands/submit-offer";
import { decideOffer } from "@/lib/offer/lifecycle/commands/decide-offer";
import { refreshCatalogue } from "@/lib/offer/projection/commands/refresh";
import { partOf } from "@/lib/offer/projection/facets";
import { publicOffer } from "@/lib/offer/projection/tables";
import { db } from "@/lib/platform/database/client";
import { filing, type Lane, listing, publicDrawing } from "@/lib/platform/load/lane";
import { now } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import { filled } from "../support/filled";
import { newDraft, newModerator, newOfferor, type Offeror, rowOf } from "../support/people";

vi.mock("next/headers", () => ({ headers: () => Promise.resolve(new Headers()) }));

let owner: Offeror;
let offerId: string;
let reference: string;
beforeAll(async () => {
  owner = await newOfferor();
  offerId = await newDraft(owner, { title: "Prévention des addictions" });
  const content = Buffer.from(
    "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
  );
  await attachDocument(owner, offerId, { name: "programme.pdf", content });
  await submitOffer(owner, {
    offerId,
    version: (await rowOf(offerId)).version,
    publishOnApproval: true,
  });
  const { currentRevisionId, reference: given } = await rowOf(offerId);
  await decideOffer(await newModerator(), {
    offerId,
    revisionId: currentRevisionId ?? "",
    decision: "approve",
    reason: "",
  });
  reference = given;
});

const request = (path: string, headers: Record<string, string> = {}) =>
  new Request(`https://portail.example${path}`, { headers });
const ofOffer = () => ({ params: Promise.resolve({ reference }) });

/**
 * What anyone may ask for, the lane that bounds it, and a change after which it says something
 * else.
 */
const answers: Record<
  string,
  { ask: () => Promise<Response>; lane: Lane; change: () => Promise<unknown> }
> = {
  picture: { ask: () => picture(ofOffer()), lane: publicDrawing, change: () => retitle() },
  PDF: { ask: () => pdf(request("/"), ofOffer()), lane: publicDrawing, change: () => retitle() },
  calendar: {
    ask: () => calendar(request("/"), ofOffer()),
    lane: publicDrawing,
    change: () => retitle(),
  },
  ZIP: { ask: () => zip(request("/"), ofOffer()), lane: filing, change: () => renameDocument() },
  CSV: { ask: () => csv(request("/api/v1/offres.csv")), lane: filing, change: () => retitle() },
  "CSV of a search": {
    ask: () => csv(request("/api/v1/offres.csv?departement=88&departement=54")),
    lane: filing,
    change: () => retitle(),
  },
  workbook: {
    ask: () => workbook(request("/api/v1/offres.xlsx?depuis=30")),
    lane: filing,
    change: () => retitle(),
  },
  sitemap: {
    ask: () =>
      sitemapFile(request("/"), {
        params: Promise.resolve({ page: String(partOf(offerId) % sitemapFiles) }),
      }),
    lane: listing,
    change: () => {
      reference = "7K3M-9QXD";
      return db.update(publicOffer).set({ reference }).where(eq(publicOffer.offerId, offerId));
    },
  },
  feed: { ask: () => feed(request("/offres/flux.atom")), lane: listing, change: () => retitle() },
};

let titles = 0;
function retitle() {
  return db
    .update(publicOffer)
    .set({ title: `Titre ${(titles += 1)}` })
    .where(eq(publicOffer.offerId, offerId));
}

function renameDocument() {
  return db
    .update(publicOffer)
    .set({ page: sql`jsonb_set(${publicOffer.page}, '{documents,0,name}', '"autre.pdf"')` })
    .where(eq(publicOffer.offerId, offerId));
}

async function bytes(answer: Promise<Response>): Promise<string> {
  const response = await answer;
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer()).toString("base64");
}

describe.each(Object.entries(answers))(
  "the %s anyone may ask for",
  (_name, { ask, lane, change }) => {
    it(
      "is made once, refused with 503 where it would have to be made past the bound, and " +
        "another at once after a change",
      async () => {
        const first = await bytes(ask());
        const leave = await filled(lane);
        try {
          expect(await bytes(ask())).toBe(first);
          await change();
          const refused = await ask();
          expect([refused.status, Number(refused.headers.get("retry-after")) > 0]).toEqual([
            503,
            true,
          ]);
          expect(await refused.text()).toContain(
            "Le portail est très sollicité. Réessayez dans un instant.",
          );
        } finally {
          await leave();
        }
        const second = await bytes(ask());
        expect(second).not.toBe(first);
        expect(await bytes(ask())).toBe(second);
      },
    );

    it("is gone as soon as the offer is", async () => {
      await bytes(ask());
      const [row] = await db
        .delete(publicOffer)
        .where(eq(publicOffer.offerId, offerId))
        .returning();
      if (!row) throw new Error("missing");
      const answer = await ask();
      expect(answer.status === 404 || !(await answer.text()).includes(reference)).toBe(true);
      await db.insert(publicOffer).values(row);
    });
  },
);

describe("a document anyone may have", () => {
  it(
    "is read from the database once, and from then on given to whoever may have it and to " +
      "nobody else",
    async () => {
      const [{ id } = { id: "" }] = await db
        .select({ id: document.id })
        .from(document)
        .where(eq(document.offerId, offerId));
      const anonymous = { kind: "anonymous" } as const;
      const first = await documentResponse(anonymous, id, "attachment");
      expect([first.status, first.headers.get("content-length")]).toEqual([
        200,
        String((await first.arrayBuffer()).byteLength),
      ]);
      const leave = await filled(filing);
      expect(await (await documentResponse(owner, id, "attachment")).text()).toContain("%%EOF");
      expect((await documentResponse(anonymous, id, "inline")).status).toBe(404);
      expect((await documentResponse(await newOfferor(), newId(), "attachment")).status).toBe(404);
      const [row] = await db
        .delete(publicOffer)
        .where(eq(publicOffer.offerId, offerId))
        .returning();
      expect((await documentResponse(anonymous, id, "attachment")).status).toBe(404);
      if (row) await db.insert(publicOffer).values(row);
      await leave();
    },
  );
});

describe("the CSV of the catalogue", () => {
  it("is made once for searches that are the same", async () => {
    const tagOf = async (query: string) => {
      const answer = await csv(request(`/api/v1/offres.csv?${query}`));
      await answer.text();
      return answer.headers.get("etag");
    };
    const tag = await tagOf("departement=88&departement=54&mois=3");
    const leave = await filled(filing);
    expect(await tagOf("mois=3&departement=54&q=&rayon=20&departement=88")).toBe(tag);
    expect((await csv(request("/api/v1/offres.csv?departement=88"))).status).toBe(503);
    await leave();
    expect(await tagOf("departement=88")).not.toBe(tag);
  });

  it("is not sent again to who has it, and its tag changes with the catalogue", async () => {
    const tag = (await csv(request("/"))).headers.get("etag") ?? "";
    expect(tag).toMatch(/^W\/".+"$/);
    const leave = await filled(filing);
    const again = await csv(request("/", { "if-none-match": tag }));
    expect([again.status, again.body, again.headers.get("etag")]).toEqual([304, null, tag]);
    await leave();
    await retitle();
    expect((await csv(request("/", { "if-none-match": tag }))).status).toBe(200);
  });
});

describe("the sheet of a search", () => {
  const sheet = (query = {}) => searchSheet(catalogueFilterSchema.parse(query));

  it("is made once, refused past the bound, and another after a change", async () => {
    const first = await sheet({ departement: "88" });
    expect(first.offers.map((offer) => offer.reference)).toContain(reference);
    const leave = await filled(listing);
    try {
      expect(await sheet({ departement: ["88", "88"], apres: "x" })).toEqual(first);
      await retitle();
      await expect(sheet({ departement: "88" })).rejects.toThrow("no place left");
    } finally {
      await leave();
    }
    const titles = (await sheet({ departement: "88" })).offers.map(({ title }) => title);
    expect(titles).not.toEqual(first.offers.map(({ title }) => title));
  });
});

describe("the version of the catalogue", () => {
  it(
    "is another after each change of a public offer, a list or a text, and the same when " +
      "nothing changed",
    async () => {
      const versions = [await catalogueVersion()];
      const note = async () => versions.push(await catalogueVersion());
      await retitle();
      await note();
      await db.transaction((tx) => refreshCatalogue(tx, { offerId }));
      await note();
      await db
        .update(vocabularyTerm)
        .set({ label: "Addictions et écrans" })
        .where(eq(vocabularyTerm.label, "Addictions"));
      await note();
      await db
        .insert(agencyText)
        .values({ code: "homeLead", words: "Bienvenue", writtenAt: now() });
      await note();
      await db.update(agencyText).set({ words: "Bonjour" });
      await note();
      await db.delete(agencyText);
      await note();
      expect(new Set(versions).size).toBe(versions.length);
      await db.transaction((tx) => refreshCatalogue(tx, { offerId }));
      await db
        .update(publicOffer)
        .set({ title: "x" })
        .where(sql`false`);
      expect(await catalogueVersion()).toBe(versions.at(-1));
    },
  );

  it(
    "makes no writer wait for another, and changes with each of them when it is done, in " +
      "whatever order",
    async () => {
      const others = await Promise.all([newDraft(owner), newDraft(owner), newDraft(owner)]);
      const [row] = await db.select().from(publicOffer).where(eq(publicOffer.offerId, offerId));
      if (!row) throw new Error("missing");
      const before = await catalogueVersion();
      const ends: (() => void)[] = [];
      const written = others.map((other, index) => {
        let told: () => void = () => undefined;
        const wrote = new Promise<void>((end) => (told = end));
        const may = new Promise<void>((end) => (ends[index] = end));
        const done = db.transaction(async (tx) => {
          await tx
            .insert(publicOffer)
            .values({ ...row, offerId: other, reference: `AAAA-AAA${index}` });
          told();
          await may;
        });
        return { wrote, done };
      });
      // All three have written and none has committed: had one waited for another, this would never
      // come.
      await Promise.all(written.map(({ wrote }) => wrote));
      const seen = [before, await catalogueVersion()];
      expect(seen[1]).toBe(before);
      for (const last of [2, 0, 1]) {
        ends[last]?.();
        await written[last]?.done;
        seen.push(await catalogueVersion());
      }
      expect(new Set(seen).size).toBe(4);
    },
  );
});

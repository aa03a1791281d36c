import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { POST as upload } from "@/app/espace/offres/[id]/documents/route";
import { POST as importFile } from "@/app/espace/offres/importer/fichier/route";
import { document } from "@/db/schema/document";
import { uploadTally } from "@/db/schema/upload-tally";
import { draftVersion } from "@/lib/offer/content/draft-version";
import { offer } from "@/lib/offer/content/tables";
import {
  dailyQuota,
  documentSizeLimit,
  structureQuota,
  unconfirmedQuota,
} from "@/lib/offer/documents/rules";
import { duplicateOffer } from "@/lib/offer/draft/commands/copy-offer";
import {
  attachDocument,
  detachDocument,
  replaceDocument,
} from "@/lib/offer/draft/commands/documents";
import { submitOffer } from "@/lib/offer/draft/commands/submit-offer";
import { contestedSite } from "@/lib/offer/draft/contested-site";
import { prepareImport } from "@/lib/offer/import/commands/prepare-import";
import { importsPerDay } from "@/lib/offer/import/schema";
import { templateCsv } from "@/lib/offer/import/template";
import { purgeOffers } from "@/lib/offer/lifecycle/commands/purge-offers";
import type { Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { dayOf } from "@/lib/platform/values/calendar-day";
import { rememberDevice } from "@/lib/platform/visitor/device";
import { pdf, png } from "../support/hostile-files";
import { newDraft, newModerator, newOfferor, type Offeror, rowOf } from "../support/people";

const asking = vi.hoisted<{ viewer: Viewer }>(() => ({ viewer: { kind: "anonymous" } }));
/** Cookies of the browser that asks. */
const jar = vi.hoisted(() => new Map<string, string>());
vi.mock("@/lib/platform/access/session", async (original) => ({
  ...(await original<object>()),
  getViewer: () => Promise.resolve(asking.viewer),
}));
vi.mock("next/headers", () => ({
  cookies: () =>
    Promise.resolve({
      set: (name: string, value: string) => jar.set(name, value),
      get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
      delete: (name: string) => jar.delete(name),
    }),
}));

const file = (name = "a.pdf") => ({ name, content: pdf });
const documentsOf = (offerId: string) =>
  db.select({ id: document.id }).from(document).where(eq(document.offerId, offerId));
const today = ({ structureId }: Offeror) =>
  and(eq(uploadTally.structureId, structureId), eq(uploadTally.day, dayOf(new Date())));
const setTally = async (viewer: Offeror, values: Partial<typeof uploadTally.$inferInsert>) => {
  await db
    .insert(uploadTally)
    .values({ structureId: viewer.structureId, day: dayOf(new Date()), ...values })
    .onConflictDoUpdate({ target: [uploadTally.structureId, uploadTally.day], set: values });
};

/** How often each outcome came. */
function counted(
  outcomes: readonly ({ ok: true } | { ok: false; code: string })[],
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) {
    const key = outcome.ok ? "ok" : outcome.code;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

describe("quotas under parallel uploads", () => {
  it("an offer takes ten documents of thirty sent at once", async () => {
    const viewer = await newOfferor();
    const offerId = await newDraft(viewer);
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, () => attachDocument(viewer, offerId, file())),
    );
    expect(counted(outcomes)).toEqual({ ok: 10, tooMany: 20 });
    expect(await documentsOf(offerId)).toHaveLength(10);
    expect((await rowOf(offerId)).draft?.documentIds).toHaveLength(10);
  });

  it("a structure attaches so many in a day, on whatever offers, and so many bytes", async () => {
    const viewer = await newOfferor();
    const offers = [await newDraft(viewer), await newDraft(viewer), await newDraft(viewer)];
    const everywhere = () =>
      Promise.all([...offers, ...offers].map((offerId) => attachDocument(viewer, offerId, file())));
    await setTally(viewer, { documents: dailyQuota.documents - 2 });
    expect(counted(await everywhere())).toEqual({ ok: 2, tooManyToday: 4 });
    // What is taken off again was attached all the same.
    for (const offerId of offers)
      for (const { id } of await documentsOf(offerId)) await detachDocument(viewer, offerId, id);
    expect(counted(await everywhere())).toEqual({ tooManyToday: 6 });
    // Nor is anything looked into that would not be stored.
    const unjudged = { name: "a.pdf", content: Buffer.from("<script>") };
    expect(counted([await attachDocument(viewer, offers[0] ?? "", unjudged)])).toEqual({
      tooManyToday: 1,
    });
    await setTally(viewer, { documents: 0, bytes: dailyQuota.bytes - 2 * pdf.length });
    expect(counted(await everywhere())).toEqual({ ok: 2, tooManyToday: 4 });
    expect(counted([await attachDocument(await newOfferor(), offers[0] ?? "", file())])).toEqual({
      notFound: 1,
    });
  });

  it("a structure holds so many bytes in all", async () => {
    const viewer = await newOfferor();
    const offers = [await newDraft(viewer), await newDraft(viewer)];
    await attachDocument(viewer, offers[0] ?? "", file());
    await db
      .update(document)
      .set({ size: structureQuota.bytes - pdf.length - 1 })
      .where(eq(document.offerId, offers[0] ?? ""));
    const outcomes = await Promise.all(
      [...offers, ...offers].map((offerId) => attachDocument(viewer, offerId, file())),
    );
    expect(counted(outcomes)).toEqual({ ok: 1, structureFull: 3 });
  });

  it("a copy of an offer counts for its bytes: refused whole when there is no room", async () => {
    const viewer = await newOfferor();
    const offerId = await newDraft(viewer);
    await attachDocument(viewer, offerId, file());
    const sizes = (size: number) =>
      db.update(document).set({ size }).where(eq(document.offerId, offerId));
    await sizes(structureQuota.bytes / 2 + 1);
    const copyId = randomUUID();
    expect(await duplicateOffer(viewer, { offerId, copyId })).toMatchObject({
      code: "documentsFull",
    });
    expect(await db.select().from(offer).where(eq(offer.id, copyId))).toEqual([]);
    await sizes(pdf.length);
    for (let sent = 0; sent < 2; sent++)
      expect(await duplicateOffer(viewer, { offerId, copyId })).toMatchObject({ ok: true });
    const copied = await db.select().from(document).where(eq(document.offerId, copyId));
    expect(copied.map(({ content }) => content)).toEqual([pdf]);
  });

  it("an account whose address is not confirmed attaches a few", async () => {
    const viewer = await newOfferor({ confirmed: false });
    const offerId = await newDraft(viewer);
    const outcomes = await Promise.all(
      Array.from({ length: 9 }, () => attachDocument(viewer, offerId, file())),
    );
    expect(counted(outcomes)).toEqual({
      ok: unconfirmedQuota.documents,
      confirmFirst: 9 - unconfirmedQuota.documents,
    });
    expect(
      counted([await attachDocument({ ...viewer, addressConfirmed: true }, offerId, file())]),
    ).toEqual({ ok: 1 });
  });

  it(
    "a file of offers is read in turn with the others of its structure, and so many in a " + "day",
    async () => {
      const viewer = await newOfferor();
      const template = { name: "a.csv", content: Buffer.from(templateCsv()) };
      expect(
        counted(await Promise.all([1, 2, 3].map(() => prepareImport(viewer, template)))),
      ).toEqual({ noRow: 3 });
      // Whoever had the turn died.
      await setTally(viewer, { readingUntil: new Date(Date.now() - 1) });
      expect(await prepareImport(viewer, template)).toMatchObject({ code: "noRow" });
      expect((await db.select().from(uploadTally).where(today(viewer)))[0]).toMatchObject({
        imports: 4,
        readingUntil: null,
      });
      await setTally(viewer, { readingUntil: new Date(Date.now() + 60_000) });
      expect(await prepareImport(viewer, template)).toMatchObject({ code: "busy" });
      await setTally(viewer, { imports: importsPerDay, readingUntil: null });
      expect(await prepareImport(viewer, template)).toMatchObject({ code: "tooManyToday" });
    },
  );
});

describe("what is let go leaves nothing behind", () => {
  it("attached and detached, replaced: no row is left; a revision keeps what it shows", async () => {
    const viewer = await newOfferor();
    const offerId = await newDraft(viewer);
    for (let round = 0; round < 3; round++) {
      const attached = await attachDocument(viewer, offerId, file());
      const id = attached.ok ? attached.data.id : "";
      const replaced = await replaceDocument(viewer, offerId, id, { name: "b.png", content: png });
      await detachDocument(viewer, offerId, replaced.ok ? replaced.data.id : "");
    }
    expect(await documentsOf(offerId)).toEqual([]);
    const shown = await attachDocument(viewer, offerId, file());
    expect(
      await submitOffer(viewer, {
        offerId,
        version: (await rowOf(offerId)).version,
        publishOnApproval: true,
      }),
    ).toMatchObject({ ok: true });
    await detachDocument(viewer, offerId, shown.ok ? shown.data.id : "");
    expect(await documentsOf(offerId)).toHaveLength(1);
  });

  it("a document that nothing names any more is deleted a day later, others stay", async () => {
    const viewer = await newOfferor();
    const offerId = await newDraft(viewer);
    for (let count = 0; count < 3; count++) await attachDocument(viewer, offerId, file());
    const [kept = "", lost = "", young = ""] = (await rowOf(offerId)).draft?.documentIds ?? [];
    await db
      .update(offer)
      .set({ draft: { values: {}, documentIds: [kept] } })
      .where(eq(offer.id, offerId));
    for (const id of [kept, lost])
      await db
        .update(document)
        .set({ createdAt: new Date(Date.now() - 25 * 3600_000) })
        .where(eq(document.id, id));
    await purgeOffers();
    expect((await documentsOf(offerId)).map(({ id }) => id).sort()).toEqual([kept, young].sort());
  });
});

describe("a request with files", () => {
  let owner: Offeror;
  let offerId: string;
  beforeEach(async () => {
    owner = await newOfferor();
    offerId = await newDraft(owner);
    asking.viewer = owner;
    jar.clear();
  });

  const target = (id: string) => `http://localhost:3000/espace/offres/${id}/documents`;
  const headers = { Origin: "http://localhost:3000", Accept: "application/json" };
  const send = (init: RequestInit & { duplex?: "half" }, id = offerId) =>
    upload(new Request(target(id), { method: "POST", ...init }), {
      params: Promise.resolve({ id }),
    });
  const form = (...files: [string, Buffer][]) => {
    const body = new FormData();
    for (const [name, content] of files)
      body.append("documents", new File([new Uint8Array(content)], name));
    return body;
  };

  /** A body that tells whether anybody asked for it. */
  function watched(): { body: ReadableStream<Uint8Array>; read: () => number } {
    let asked = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull: (controller) =>
          asked++ > 100 ? controller.close() : controller.enqueue(new Uint8Array(1024)),
      },
      { highWaterMark: 0 },
    );
    return { body, read: () => asked };
  }

  it("takes them under their names, one by one, and says what it did not take", async () => {
    const answer = await send({
      headers,
      body: form(
        ['été "2026".pdf', pdf],
        ["page.pdf", Buffer.from("<script>")],
        ["grand.pdf", Buffer.concat([pdf, Buffer.alloc(documentSizeLimit)])],
        ["vide.pdf", Buffer.alloc(0)],
      ),
    });
    expect(answer.status).toBe(200);
    const { errors } = (await answer.json()) as { errors: { name: string; message: string }[] };
    expect(errors.map(({ name }) => name)).toEqual(["page.pdf", "grand.pdf", "vide.pdf"]);
    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringMatching(/PDF/),
      expect.stringMatching(/5\sMo/),
      expect.stringMatching(/vide/),
    ]);
    const rows = await db.select().from(document).where(eq(document.offerId, offerId));
    expect(rows.map(({ name, content }) => [name, content.equals(pdf)])).toEqual([
      ["été 2026.pdf", true],
    ]);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "x-frame-options": "DENY",
    });
  });

  it("reads nothing of a stranger's, a moderator's, another structure's, or of another type", async () => {
    const boundary = { ...headers, "Content-Type": "multipart/form-data; boundary=x" };
    const asked: [Viewer, Record<string, string>, number][] = [
      [{ kind: "anonymous" }, boundary, 401],
      [await newModerator(), boundary, 404],
      [await newOfferor(), boundary, 404],
      [owner, { ...boundary, Origin: "https://attacker.example" }, 403],
      [owner, { ...headers, "Content-Type": "application/x-www-form-urlencoded" }, 415],
      [owner, { ...headers, "Content-Type": "application/json" }, 415],
      [owner, { ...boundary, "Content-Length": String(60 * 1024 * 1024) }, 413],
    ];
    for (const [viewer, sent, status] of asked) {
      asking.viewer = viewer;
      const { body, read } = watched();
      expect((await send({ headers: sent, body, duplex: "half" })).status).toBe(status);
      expect(read()).toBe(0);
    }
    const { body, read } = watched();
    asking.viewer = { kind: "anonymous" };
    const answer = await send({
      headers: { Origin: headers.Origin, "Content-Type": "application/x-www-form-urlencoded" },
      body,
      duplex: "half",
    });
    expect([answer.status, answer.headers.get("location"), read()]).toEqual([
      303,
      expect.stringContaining("/connexion?suite="),
      0,
    ]);
  });

  it.each<[string, string, number]>([
    [
      "cut off",
      '--x\r\nContent-Disposition: form-data; name="documents"; filename="a.pdf"\r\n\r\n%PDF',
      400,
    ],
    ["no form at all", "nonsense", 400],
    [
      "a thousand fields",
      Array.from(
        { length: 1_000 },
        (_, index) => `--x\r\nContent-Disposition: form-data; name="a${index}"\r\n\r\nb\r\n`,
      ).join("") + "--x--\r\n",
      413,
    ],
    [
      "a field without end",
      `--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n${"b".repeat(200_000)}\r\n--x--\r\n`,
      413,
    ],
  ])("answers %s", async (_name, body, status) => {
    const answer = await send({
      headers: { ...headers, "Content-Type": "multipart/form-data; boundary=x" },
      body,
    });
    expect(answer.status).toBe(status);
    expect(((await answer.json()) as { errors: object[] }).errors).toHaveLength(1);
    expect(await documentsOf(offerId)).toEqual([]);
  });

  describe("of a browser without scripts", () => {
    const page = () => `http://localhost:3000/espace/offres/${offerId}/terrain`;
    const sent = async (files: [string, Buffer][], typed: Record<string, string> = {}) => {
      const body = new FormData();
      const base = draftVersion("terrain", (await rowOf(offerId)).draft?.values ?? {});
      const texts = {
        offerId,
        base,
        siteName: "Gymnase",
        referentName: "Paul Klein",
        ...typed,
      };
      for (const [name, text] of Object.entries(texts)) body.append(name, text);
      for (const [name, content] of files)
        body.append("documents", new File([new Uint8Array(content)], name));
      body.append("intent", "upload");
      return send({ headers: { Origin: headers.Origin }, body });
    };

    it("keeps the words when the session ended, whatever files come with them", async () => {
      await rememberDevice(owner.accountId);
      asking.viewer = { kind: "anonymous" };
      const large = Array.from({ length: 40 }, (): [string, Buffer] => [
        "a.pdf",
        Buffer.alloc(100_000),
      ]);
      const answer = await sent(large);
      expect([answer.status, answer.headers.get("location")]).toEqual([
        303,
        `http://localhost:3000/connexion?suite=${encodeURIComponent(
          `/espace/offres/${offerId}/terrain?reprise=1`,
        )}`,
      ]);
      expect(await contestedSite(offerId)).toMatchObject({
        siteName: "Gymnase",
        referentName: "Paul Klein",
      });
    });

    it("saves the words beside files that are too many, and says so", async () => {
      const answer = await sent(
        Array.from({ length: 40 }, (_, index): [string, Buffer] => [`${index}.pdf`, pdf]),
      );
      const refusals = new URL(answer.headers.get("location") ?? "").searchParams.get("refus");
      expect(answer.headers.get("location")).toContain(page());
      expect(new Set(refusals?.split(","))).toEqual(new Set(["tooMany"]));
      expect((await rowOf(offerId)).draft).toMatchObject({
        values: { siteName: "Gymnase", referentName: "Paul Klein" },
      });
      expect(await documentsOf(offerId)).toHaveLength(10);
    });

    it("says a conflict beside a file that was not taken", async () => {
      const answer = await sent([["vide.pdf", Buffer.alloc(0)]], { base: "another" });
      expect(answer.headers.get("location")).toBe(`${page()}?conflit=1&refus=empty`);
      expect(await contestedSite(offerId)).toMatchObject({ siteName: "Gymnase" });
    });

    it("does not lead away from words that are too long", async () => {
      expect((await sent([], { siteName: "a".repeat(70_000) })).status).toBe(413);
      await rememberDevice(owner.accountId);
      asking.viewer = { kind: "anonymous" };
      expect((await sent([], { siteName: "a".repeat(5_000) })).status).toBe(413);
    });
  });

  it("leads a browser without scripts back with the reason", async () => {
    const body =
      '--x\r\nContent-Disposition: form-data; name="documents"; filename="a.pdf"\r\n\r\n%PDF';
    const answer = await send({
      headers: { Origin: headers.Origin, "Content-Type": "multipart/form-data; boundary=x" },
      body,
    });
    expect([answer.status, answer.headers.get("location")]).toEqual([
      303,
      `http://localhost:3000/espace/offres/${offerId}/terrain?refus=malformed#documents`,
    ]);
    const sheet = new FormData();
    sheet.append("file", new File(["a;b\n"], "offres.csv"));
    const request = () =>
      new Request("http://localhost:3000/espace/offres/importer/fichier", {
        method: "POST",
        headers: { Origin: headers.Origin },
        body: sheet,
      });
    expect((await importFile(request())).headers.get("location")).toMatch(
      /\/espace\/offres\/importer\?refus=headings&colonnes=themeIds,/,
    );
    // Whose session ended meanwhile is asked to sign in, and led back.
    asking.viewer = { kind: "anonymous" };
    expect((await importFile(request())).headers.get("location")).toBe(
      "http://localhost:3000/connexion?suite=%2Fespace%2Foffres%2Fimporter",
    );
  });
});

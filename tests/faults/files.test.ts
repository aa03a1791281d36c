// Covers: lib/offer/documents/ lib/platform/formats/ lib/offer/import/
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type EmbeddedServer, startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { documentSizeLimit } from "@/lib/offer/documents/rules";
import { environment } from "../support/database";
import { docx, pdf, png, zip } from "../support/hostile-files";
import { hostileSheets } from "../support/hostile-sheets";
import type { Offeror } from "../support/people";
import { serve, type Served } from "../support/serve-next";

/** quality.md, I1 and issue 16: of any file up to 5 MB, and of fifty sent at once. */
const budget = { processorMs: 3_000, memoryMb: 200, healthMs: 500 };

let home: string;
let database: EmbeddedServer;
let server: Served;
let cookies: (viewer: Offeror) => Promise<string>;
let people: typeof import("../support/people");

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "portail-files-"));
  database = await startEmbedded(home, { durable: false });
  Object.assign(process.env, environment(database.url));
  await migrate(database.url);
  const { prepareJobs } = await import("@/lib/start/jobs/worker");
  await prepareJobs();
  people = await import("../support/people");
  server = await serve(
    ["--conditions=react-server", "--import", "tsx", "lib/start/serve.ts", "--port"],
    environment(database.url),
    "/api/health",
  );
  cookies = async ({ sessionId }) =>
    `next-auth.session-token=${await encode({ token: { sessionId }, secret: environment(database.url).AUTH_SECRET ?? "" })}`;
});

afterAll(async () => {
  await server.stop();
  const { closeDatabase } = await import("@/lib/platform/database/client");
  await closeDatabase();
  await database.stop();
  await rm(home, { recursive: true, force: true });
});

/** Milliseconds of processor the server has taken so far, all its threads together. */
function processorMs(): number {
  const fields = readFileSync(`/proc/${server.pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

const memoryMb = () =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))?.[1]) / 1024;

interface Cost {
  processorMs: number;
  /** At its highest, above what it was before. */
  memoryMb: number;
  /** The slowest answer of the probe meanwhile. */
  healthMs: number;
}

/** Does something, and measures what it takes of the server. */
async function costOf<T>(work: () => Promise<T>): Promise<{ result: T; cost: Cost }> {
  const [processor, memory] = [processorMs(), memoryMb()];
  const cost = { processorMs: 0, memoryMb: 0, healthMs: 0 };
  // In a thread of its own: whoever sends 250 MB would ask late.
  const probe = new Worker(probing, { eval: true, workerData: `${server.origin}/api/health` });
  probe.on("message", ({ ms, status }: { ms: number; status: number }) => {
    expect(status).toBe(200);
    cost.healthMs = Math.max(cost.healthMs, Math.round(ms));
  });
  const seen = new AbortController();
  const looking = (async () => {
    while (!seen.signal.aborted) {
      cost.memoryMb = Math.max(cost.memoryMb, Math.round(memoryMb() - memory));
      await pause(20);
    }
  })();
  const result = await work();
  seen.abort();
  await looking;
  await probe.terminate();
  cost.processorMs = processorMs() - processor;
  return { result, cost };
}

const probing = `
  const { parentPort, workerData } = require("node:worker_threads");
  (async () => {
    for (;;) {
      const asked = performance.now();
      const { status } = await fetch(workerData);
      parentPort.postMessage({ ms: performance.now() - asked, status });
      await new Promise((done) => setTimeout(done, 20));
    }
  })();`;

async function send(
  path: string,
  cookie: string,
  field: string,
  name: string,
  content: Buffer,
  accept = "text/html",
): Promise<Response> {
  const body = new FormData();
  body.append(field, new File([new Uint8Array(content)], name));
  return fetch(`${server.origin}${path}`, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: server.origin, Cookie: cookie, Accept: accept },
    body,
  });
}

/** The largest PDF that is taken: nothing in it packs, and it ends as one does. */
const largestPdf = () => Buffer.concat([pdf, randomBytes(documentSizeLimit - 2 * pdf.length), pdf]);

const worst = (costs: readonly Cost[], of: keyof Cost) =>
  Math.max(...costs.map((cost) => cost[of]));

function expectWithin(costs: readonly Cost[]): void {
  const found = {
    processorMs: worst(costs, "processorMs"),
    memoryMb: worst(costs, "memoryMb"),
    healthMs: worst(costs, "healthMs"),
  };
  console.info(found);
  expect(found.processorMs).toBeLessThanOrEqual(budget.processorMs);
  expect(found.memoryMb).toBeLessThanOrEqual(budget.memoryMb);
  expect(found.healthMs).toBeLessThanOrEqual(budget.healthMs);
}

it("refuses each hostile file of offers within its budget, with the true reason", async () => {
  const costs: Cost[] = [];
  for (let begun = 0; begun < hostileSheets.length; begun += 40) {
    const cookie = await cookies(await people.newOfferor());
    for (const [name, content, code] of hostileSheets.slice(begun, begun + 40)) {
      const { result, cost } = await costOf(() =>
        send("/espace/offres/importer/fichier", cookie, "file", "offres.xlsx", content),
      );
      costs.push(cost);
      console.info(`${name}: ${code}, ${JSON.stringify(cost)}`);
      expect(decodeURIComponent(result.headers.get("location") ?? "")).toMatch(
        new RegExp(`refus=(${code}|tooHeavy)(&|$)`),
      );
    }
  }
  expectWithin(costs);
});

it("judges documents of 5 MB within their budget", async () => {
  const viewer = await people.newOfferor();
  const [cookie, offerId] = [await cookies(viewer), await people.newDraft(viewer)];
  const filled = (begin: Buffer, rest: (size: number) => Buffer) =>
    Buffer.concat([begin, rest(documentSizeLimit - begin.length)]);
  const files: [string, Buffer][] = [
    ["bruit.pdf", largestPdf()],
    ["zéros.png", filled(png, (size) => Buffer.alloc(size))],
    [
      "jpegs.jpg",
      filled(Buffer.from("ffd8ffe0", "hex"), (size) => Buffer.alloc(size, "ffd8", "hex")),
    ],
    [
      "signatures.docx",
      filled(Buffer.from("PK\u0003\u0004"), (size) => Buffer.alloc(size, "PK\u0003\u0004")),
    ],
    ["bombe.docx", docx({ "word/a.xml": new Uint8Array(70 * 1024 * 1024) })],
    ["déclarations.docx", docx({ "word/_rels/a.rels": 'attachedTemplate"'.repeat(100_000) })],
    [
      "poupées.docx",
      zip(
        Object.fromEntries(Array.from({ length: 1_900 }, (_, index) => [`word/${index}.xml`, "x"])),
      ),
    ],
    [
      "id3.mp3",
      filled(Buffer.from("ID3\u0004\u0000\u0000\u007f\u007f\u007f\u007f", "latin1"), (size) =>
        Buffer.alloc(size),
      ),
    ],
    ["texte.pdf", Buffer.alloc(documentSizeLimit, "%PD")],
  ];
  const costs: Cost[] = [];
  for (const [name, content] of files) {
    const { result, cost } = await costOf(() =>
      send(
        `/espace/offres/${offerId}/documents`,
        cookie,
        "documents",
        name,
        content,
        "application/json",
      ),
    );
    costs.push(cost);
    console.info(`${name}: ${JSON.stringify(cost)} ${(await result.text()).slice(0, 120)}`);
    expect(result.status).toBe(200);
  }
  expectWithin(costs);
});

it("takes fifty uploads of 5 MB at once: quotas hold, memory does not grow with them", async () => {
  const content = largestPdf();
  const viewer = await people.newOfferor();
  const cookie = await cookies(viewer);
  const one = await people.newDraft(viewer);
  const several = [one, ...(await Promise.all([1, 2, 3, 4].map(() => people.newDraft(viewer))))];
  const uploads = async (offers: readonly string[]) => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        send(
          `/espace/offres/${offers[index % offers.length]}/documents`,
          cookie,
          "documents",
          "a.pdf",
          content,
          "application/json",
        ),
      ),
    );
    const errors = await Promise.all(
      answers.map(
        async (answer) =>
          ((await answer.json()) as { errors: { message: string }[] }).errors[0]?.message ?? "ok",
      ),
    );
    return errors.filter((message) => message === "ok").length;
  };
  for (const [offers, taken] of [
    [[one], 10],
    [several, 40],
  ] as const) {
    const { result, cost } = await costOf(() => uploads(offers));
    console.info(`50 uploads to ${offers.length} offers: ${result} taken, ${JSON.stringify(cost)}`);
    expect(result).toBe(taken);
    expect(cost.memoryMb).toBeLessThanOrEqual(budget.memoryMb);
    expect(cost.healthMs).toBeLessThanOrEqual(budget.healthMs);
  }
});

it("leaves nothing behind of twelve documents of 5 MB that were attached and detached", async () => {
  const { attachDocument, detachDocument } = await import("@/lib/offer/draft/commands/documents");
  const { driver } = await import("@/lib/platform/database/client");
  const size = async () => {
    await driver().unsafe("vacuum document");
    return Number(
      (await driver().unsafe("select pg_total_relation_size('document') as size"))[0]?.size,
    );
  };
  const viewer = await people.newOfferor();
  const offerId = await people.newDraft(viewer);
  const round = async () => {
    const attached = await attachDocument(viewer, offerId, {
      name: "a.pdf",
      content: largestPdf(),
    });
    expect(attached).toMatchObject({ ok: true });
    await detachDocument(viewer, offerId, attached.ok ? attached.data.id : "");
  };
  const before = await size();
  for (let count = 0; count < 12; count++) await round();
  const grown = (await size()) - before;
  console.info(`document grew by ${Math.round(grown / 1024)} kB`);
  expect(grown).toBeLessThanOrEqual(1024 * 1024);
});

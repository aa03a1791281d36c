import { createServer, type IncomingMessage, request, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { requestState } from "@/lib/platform/environment/request-state";
import { CurrentVersion } from "@/lib/platform/load/current-version";
import { Door } from "./door";
import type { Handler } from "./made-once";

const origin = "https://portail.example";
vi.mock("@/lib/platform/environment/env", () => ({
  env: { logLevel: "silent", origin: "https://portail.example" },
}));

let server: Server;
let door: Door;
let asked: number;
let versions = 0;
let made: string[];
let [atOnce, most] = [0, 0];
let work: Handler;

beforeEach(async () => {
  [asked, made, atOnce, most] = [0, [], 0, 0];
  work = () => Promise.resolve();
  const handle: Handler = async (incoming, response) => {
    made.push(`${incoming.method} ${incoming.url}`);
    most = Math.max(most, (atOnce += 1));
    await work(incoming, response);
    atOnce -= 1;
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end("<html><head></head><body>made</body></html>");
  };
  door = new Door(handle, {
    origin,
    isLocal: false,
    house: { regionName: "Grand Est", contactAddress: "ars@exemple.fr", accent: "#0b6157" },
    bodyLimits: [[/\/documents$/, 2 * 1024 * 1024]],
    work: { atWork: 4, waiting: 100, patience: 5_000, starting: 0 },
    uploads: { atWork: 4, waiting: 4, patience: 5_000, starting: 0 },
    madeOnce: {
      bytes: 1024 * 1024,
      isSameForAll: (path) => path.startsWith("/offres") || path.startsWith("/api/v1/"),
      hasEmptyFields: (path) => path.startsWith("/offres"),
      callerHeaders: () => [],
      moment: () => "",
      directRoute: () => null,
      version: new CurrentVersion(() => {
        asked += 1;
        return Promise.resolve(`v${(versions += 1)}`);
      }),
      header: "x-made-for-all-1",
    },
    files: new Set(["/aide/mois.webp"]),
    lead: () => undefined,
  });
  server = createServer((incoming, response) => {
    door.answer(incoming, response).catch((error: unknown) => response.end(String(error)));
  });
  server.on("connection", () => door.newcomer());
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});
afterEach(
  () =>
    new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    }),
);

const port = () => (server.address() as AddressInfo).port;

interface Answer {
  status: number;
  headers: IncomingMessage["headers"];
  text: string;
}

function ask(
  path: string,
  method = "GET",
  headers: Record<string, string> = {},
  body = "",
): Promise<Answer> {
  return new Promise((done, fail) => {
    const asking = request({ port: port(), host: "127.0.0.1", path, headers, method }, (answer) => {
      const { statusCode: status = 0, headers } = answer;
      let text = "";
      answer.on("data", (piece: Buffer) => (text += piece.toString()));
      answer.on("end", () => done({ status, headers, text }));
    });
    asking.on("error", fail).end(body);
  });
}

const patience = { timeout: 20_000 };
const form = { origin, "content-type": "application/x-www-form-urlencoded" };

describe("what is asked for at once", () => {
  it.each(["/aide/", "/icons/", "/_next/static/", "/offre"])(
    "is bounded below %s, whatever a file there may be named like",
    async (folder) => {
      let go: () => void = () => undefined;
      const gate = new Promise<void>((open) => (go = open));
      work = () => gate;
      const answers = Array.from({ length: 20 }, (_, n) => ask(`${folder}${n}.webp`));
      await vi.waitFor(() => expect(atOnce).toBe(4), patience);
      // One that is there comes from the disk.
      const file = ask("/aide/mois.webp");
      await vi.waitFor(() => expect(made).toContain("GET /aide/mois.webp"), patience);
      go();
      await Promise.all([...answers, file]);
      expect(most).toBe(5);
    },
  );
});

it("lets the host's probe in while a crowd still comes", async () => {
  let isComing = true;
  const crowd = () => {
    door.newcomer();
    if (isComing) setImmediate(crowd);
  };
  crowd();
  const page = ask("/connexion");
  await expect(ask("/api/health")).resolves.toMatchObject({ status: 200 });
  isComing = false;
  await page;
  expect(made).toEqual(["GET /api/health", "GET /connexion"]);
});

describe("what is refused", () => {
  it.each([
    ["POST", {}, 0, 403],
    ["DELETE", {}, 0, 405],
    ["POST", form, 1024 * 1024 + 1, 413],
  ])(
    "changes nothing: no page is asked anew after a %s %j",
    async (method, headers, bytes, status) => {
      await ask("/offres");
      const answer = ask("/connexion", method, headers, "a".repeat(bytes));
      await expect(answer).resolves.toMatchObject({ status });
      await ask("/offres");
      expect([asked, made]).toEqual([1, ["GET /offres"]]);
    },
  );

  it("makes a page of the version that it is kept under, and what is not kept of none", async () => {
    const seen: unknown[] = [];
    work = () => Promise.resolve(void seen.push(requestState.getStore()?.version));
    await ask("/offres");
    await ask("/connexion");
    expect(seen).toEqual([`v${versions}`, undefined]);
  });

  it("may change something once it was let in", async () => {
    await ask("/offres");
    await expect(ask("/connexion", "POST", form)).resolves.toMatchObject({ status: 200 });
    await ask("/offres");
    expect(asked).toBe(2);
  });

  it.each([
    [origin, /Votre saisie.*Gymnase/s],
    ["https://attacker.example", /^(?!.*Gymnase)/s],
  ])("gives back what was typed beside files that are too large, to %s", async (from, page) => {
    const parts = ['"siteName"\r\n\r\nGymnase', '"documents"; filename="a.pdf"\r\n\r\n'].map(
      (part) => `--x\r\nContent-Disposition: form-data; name=${part}`,
    );
    const answer = await ask(
      "/espace/offres/1/documents",
      "POST",
      { origin: from, "content-type": "multipart/form-data; boundary=x" },
      `${parts.join("\r\n")}${"a".repeat(3 * 1024 * 1024)}\r\n--x--\r\n`,
    );
    expect(answer.status).toBe(from === origin ? 413 : 403);
    expect(answer.text).toMatch(page);
  });

  it("is said with the headers of every answer, open data's own too", async () => {
    const refused = await ask("/api/v1/offres", "DELETE");
    expect(refused.headers).toMatchObject({
      allow: "GET, HEAD, OPTIONS",
      "access-control-allow-origin": "*",
      "access-control-expose-headers": "ETag, RateLimit, RateLimit-Policy, Retry-After",
      "cross-origin-resource-policy": "cross-origin",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "strict-transport-security": "max-age=63072000; includeSubDomains",
    });
    const page = await ask("/connexion", "DELETE");
    expect(page.headers).toMatchObject({
      allow: "GET, HEAD, POST",
      "cross-origin-resource-policy": "same-origin",
      "strict-transport-security": "max-age=63072000; includeSubDomains",
    });
    expect(page.headers).not.toHaveProperty("access-control-allow-origin");
  });
});

describe("forms on their way", () => {
  /** Announces a megabyte and sends so many bytes of it. */
  function announced(bytes: number): Socket {
    const sender = connect(port(), "127.0.0.1").on("error", () => undefined);
    sender.write(
      `POST /connexion HTTP/1.1\r\nHost: portail.example\r\nOrigin: ${origin}\r\n` +
        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1048576\r\n\r\n",
    );
    sender.write("a".repeat(bytes));
    return sender;
  }

  it("take no place of others by what they announce", async () => {
    const senders = Array.from({ length: 80 }, () => announced(10));
    await vi.waitFor(async () => {
      const open = await new Promise<number>((done) => server.getConnections((_, n) => done(n)));
      expect(open).toBeGreaterThanOrEqual(80);
    }, patience);
    const large = "a".repeat(1024 * 1024);
    await expect(ask("/connexion", "POST", form, large)).resolves.toMatchObject({ status: 200 });
    for (const sender of senders) sender.destroy();
  });

  it("are turned away beyond 64 MB that did arrive, but small ones", async () => {
    const senders = Array.from({ length: 70 }, () => announced(1024 * 1024 - 1));
    const large = "a".repeat(1024 * 1024);
    await vi.waitFor(async () => {
      const { status, headers } = await ask("/connexion", "POST", form, large);
      expect([status, headers["retry-after"]]).toEqual([503, "5"]);
    }, patience);
    await expect(ask("/connexion", "POST", form, "a=b")).resolves.toMatchObject({ status: 200 });
    for (const sender of senders) sender.destroy();
    await vi.waitFor(
      async () => expect((await ask("/connexion", "POST", form, large)).status).toBe(200),
      patience,
    );
  });
});

it("tells who works on a request that only its head is sent", async () => {
  const heads: unknown[] = [];
  work = () => {
    heads.push(requestState.getStore()?.isHead);
    return Promise.resolve();
  };
  await ask("/documents/1", "HEAD");
  await ask("/documents/1");
  expect(heads).toEqual([true, false]);
});

import {
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { CurrentVersion } from "@/lib/platform/load/current-version";
import { answeredDirectly } from "./direct-answers";
import { type Handler, MadeOnce, type Maker } from "./made-once";

let version = 0;
let server: Server;
let made: IncomingMessage[];
let answer: Handler;

const page: Handler = (asked, response) => {
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Content-Security-Policy", "script-src 'self'; style-src 'self'");
  response.setHeader("Cache-Control", "private, no-store");
  response.setHeader("Vary", "rsc");
  response.end(
    `<p>${asked.url} ${String(asked.headers.rsc ?? "document")} </p><script>a()</script>`,
  );
  return Promise.resolve();
};

beforeEach(async () => {
  version += 1;
  made = [];
  answer = page;
  const once = new MadeOnce({
    bytes: 1024 * 1024,
    isSameForAll: (path) => path.startsWith("/offres"),
    hasEmptyFields: (path) => path !== "/offres/comptee",
    callerHeaders: (path) => (path === "/offres/comptee" ? ["x-forwarded-for"] : []),
    moment: () => "",
    directRoute: (path) =>
      path.startsWith("/offres/api/")
        ? { route: "/offres/api/[reference]", params: { reference: path.slice(12) } }
        : null,
    version: new CurrentVersion(() => Promise.resolve(`v${version}`)),
    header: "x-made-for-all-1",
  });
  const framework: Handler = async (asked, response) => {
    made.push(asked);
    await answer(asked, response);
  };
  const maker: Maker = { framework, inTurn: (making) => making() };
  const respond = async (asked: IncomingMessage, response: ServerResponse) => {
    const key = await once.keyOf(asked, (asked.url ?? "").split("?", 1)[0] ?? "");
    if (key === null || !(await once.answer(key, asked, response, maker))) response.end("not kept");
  };
  server = createServer((asked, response) => {
    respond(asked, response).catch((error: unknown) => response.end(String(error)));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});
afterEach(() => new Promise((closed) => server.close(closed)));

interface Answer {
  status: number;
  headers: IncomingMessage["headers"];
  body: Buffer;
}

function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((done, fail) => {
    const asking = request({ port, host: "127.0.0.1", path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        done({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    asking.on("error", fail).end();
  });
}

it("makes a page once for all who ask, and for an address that says the same", async () => {
  const answers = await Promise.all(
    ["/offres?q=a", "/offres?q=a", "/offres?q=a&mois=&ou="].map((path) => ask(path)),
  );
  expect(made).toHaveLength(1);
  expect(new Set(answers.map(({ body }) => body.toString()))).toEqual(
    new Set(["<p>/offres?q=a document </p><script>a()</script>"]),
  );
  await ask("/offres?q=b");
  await ask("/offres?q=a", { rsc: "1" });
  expect(made.map(({ url, headers }) => [url, headers.rsc])).toEqual([
    ["/offres?q=a", undefined],
    ["/offres?q=b", undefined],
    ["/offres?q=a", "1"],
  ]);
});

it("takes a question mark within a question for what it is, and drops nothing where no form leads", async () => {
  await ask("/offres?q=pourquoi?&departement=54&mois=");
  await ask("/offres/comptee?inconnu&q=");
  expect(made.map(({ url }) => url)).toEqual([
    "/offres?q=pourquoi?&departement=54",
    "/offres/comptee?inconnu&q=",
  ]);
});

it("makes it again for another version", async () => {
  await ask("/offres");
  version += 1;
  vi.spyOn(performance, "now").mockReturnValue(performance.now() + 1000);
  await ask("/offres");
  vi.restoreAllMocks();
  expect(made).toHaveLength(2);
});

it("knows nothing of the visitor when it makes a page, and says that it is kept for all", async () => {
  await ask("/offres", {
    cookie: "next-auth.session-token=x",
    authorization: "Basic eA==",
    "x-forwarded-for": "192.0.2.1",
    "user-agent": "Somebody/1.0",
    "accept-language": "de",
    "if-none-match": "*",
    "x-made-for-all-1": "forged",
  });
  const { host, "user-agent": agent, ...headers } = made[0]?.headers ?? {};
  expect(headers).toEqual({ "x-made-for-all-1": "1" });
  expect([host?.startsWith("127.0.0.1"), agent?.includes("Somebody")]).toEqual([true, false]);
});

it("leaves it to what says itself how long it holds", async () => {
  answer = (_asked, response) => {
    response.setHeader("Content-Type", "image/svg+xml");
    response.setHeader("Cache-Control", "public, max-age=86400");
    response.end("<svg/>");
    return Promise.resolve();
  };
  expect((await ask("/offres/region.svg")).headers["cache-control"]).toBe("public, max-age=86400");
});

it("allows its scripts by their hash, and lets caches ask whether it still holds", async () => {
  const first = await ask("/offres");
  expect(first.headers["content-security-policy"]).toMatch(
    /^script-src 'self' 'sha256-[^']+'; style-src 'self'$/,
  );
  expect([first.headers["cache-control"], first.headers.vary]).toEqual([
    "public, max-age=0, must-revalidate",
    "rsc, Accept-Encoding",
  ]);
  const again = await ask("/offres", { "if-none-match": first.headers.etag ?? "" });
  expect([again.status, again.body.length, again.headers.etag]).toEqual([
    304,
    0,
    first.headers.etag,
  ]);
  expect(again.headers["content-security-policy"]).toBe(first.headers["content-security-policy"]);
  expect((await ask("/offres", { "if-none-match": '"other"' })).status).toBe(200);
});

it.each<[string | undefined, string | undefined, (bytes: Buffer) => Buffer]>([
  ["gzip, deflate, br, zstd", "br", brotliDecompressSync],
  ["gzip", "gzip", gunzipSync],
  ["br;q=0, gzip;q=0.5", "gzip", gunzipSync],
  ["identity", undefined, (bytes) => bytes],
  [undefined, undefined, (bytes) => bytes],
])("packs it as %s asks: %s", async (accepted, encoding, unpack) => {
  const headers: Record<string, string> = accepted ? { "accept-encoding": accepted } : {};
  for (const _ of ["made", "kept"]) {
    const { body, headers: said } = await ask("/offres", headers);
    expect(said["content-encoding"]).toBe(encoding);
    expect(Number(said["content-length"])).toBe(body.length);
    expect(unpack(body).toString()).toContain("/offres document");
  }
  const head = await ask("/offres", headers, "HEAD");
  expect([head.status, head.body.length, made.length]).toEqual([200, 0, 1]);
});

it("keeps nothing but pages: what is missing or is one's own is each visitor's", async () => {
  answer = (asked, response) => {
    response.statusCode = asked.url === "/offres/1" ? 404 : 200;
    if (asked.url === "/offres/2") response.setHeader("Set-Cookie", "a=b");
    response.end("own");
    return Promise.resolve();
  };
  for (const path of ["/offres/1", "/offres/2", "/offres/1", "/offres/2"])
    expect((await ask(path)).body.toString()).toBe("not kept");
  // Found out once.
  expect(made).toHaveLength(2);
  expect((await ask("/espace")).body.toString()).toBe("not kept");
  expect((await ask("/offres", {}, "POST")).body.toString()).toBe("not kept");
});

it("makes again what could not be made", async () => {
  answer = () => Promise.reject(new Error("no place"));
  expect((await ask("/offres")).body.toString()).toBe("Error: no place");
  answer = (_, response) => {
    response.statusCode = 503;
    response.end();
    return Promise.resolve();
  };
  expect((await ask("/offres")).body.toString()).toContain("503");
  answer = page;
  expect((await ask("/offres")).status).toBe(200);
  expect(made).toHaveLength(3);
});

it("counts what it makes of who asked first, and tells nobody else what is left to them", async () => {
  answer = (asked, response) => {
    const isFirst = asked.headers["x-forwarded-for"] === "192.0.2.1";
    response.statusCode = isFirst ? 429 : 200;
    response.setHeader("RateLimit", '"api";r=1;t=60');
    response.setHeader("RateLimit-Policy", '"api";q=120;w=60');
    response.end("{}");
    return Promise.resolve();
  };
  const askedBy = (from: string) => ask("/offres/comptee", { "x-forwarded-for": from });
  expect((await askedBy("192.0.2.1")).body.toString()).toContain("429");
  const given = await askedBy("192.0.2.2");
  expect([given.status, given.headers.ratelimit, given.headers["ratelimit-policy"]]).toEqual([
    200,
    undefined,
    undefined,
  ]);
  expect((await askedBy("192.0.2.1")).status).toBe(200);
  expect(made).toHaveLength(2);
});

it("gives who asked first what was counted of them, be it no page", async () => {
  answer = (asked, response) => {
    response.statusCode = 400;
    response.setHeader("Content-Type", "application/problem+json");
    response.end(String(asked.headers["x-forwarded-for"]));
    return Promise.resolve();
  };
  const askedBy = async (from: string, method = "GET") => {
    const given = await ask("/offres/comptee", { "x-forwarded-for": from }, method);
    return [given.status, given.headers["content-type"], given.body.toString()];
  };
  const told = [400, "application/problem+json"];
  expect(await askedBy("192.0.2.1")).toEqual([...told, "192.0.2.1"]);
  // Whoever comes later is answered and counted by themselves.
  expect(await askedBy("192.0.2.2")).toEqual([200, undefined, "not kept"]);
  version += 1;
  vi.spyOn(performance, "now").mockReturnValue(performance.now() + 1000);
  expect(await askedBy("192.0.2.3", "HEAD")).toEqual([...told, ""]);
  vi.restoreAllMocks();
});

it("asks a handler that needs no framework itself, once its code is loaded", async () => {
  expect((await ask("/offres/api/1")).body.toString()).toContain("/offres/api/1 document");
  const handed: unknown[] = [];
  const route = "/offres/api/[reference]";
  answeredDirectly(
    route,
    async (asking: Request, { params }: { params: Promise<{ reference: string }> }) => {
      const { reference } = await params;
      handed.push([new URL(asking.url).search, reference, asking.headers.get("cookie")]);
      return reference === "3"
        ? new Response("none", { status: 404 })
        : Response.json({ reference }, { headers: { Vary: "Origin", RateLimit: "1" } });
    },
  );
  // What was made by the framework is kept.
  expect((await ask("/offres/api/1")).body.toString()).toContain("document");
  for (const _ of ["made", "kept"]) {
    const { status, headers, body } = await ask("/offres/api/2?q=a", { cookie: "b=c" });
    expect([status, body.toString()]).toEqual([200, '{"reference":"2"}']);
    expect(headers).toMatchObject({
      "content-type": "application/json",
      "access-control-allow-origin": "*",
      "x-content-type-options": "nosniff",
      vary: "Origin, Accept-Encoding",
    });
    expect(headers.ratelimit).toBeUndefined();
  }
  expect((await ask("/offres/api/3")).body.toString()).toBe("not kept");
  expect(handed).toEqual([
    ["?q=a", "2", null],
    ["", "3", null],
  ]);
  expect(made).toHaveLength(1);
});

// Covers: proxy.ts lib/platform/door/ lib/start/ lib/platform/load/lane.ts
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import autocannon, { type Result } from "autocannon";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type EmbeddedServer, startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { environment } from "../support/database";
import { type Served, serveNext } from "../support/serve-next";

/** quality.md, P7: of the production build, which has to be there. */
let database: EmbeddedServer;
let home: string;
let portal: Served;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "portail-overload-"));
  database = await startEmbedded(home, { durable: false });
  await migrate(database.url);
  portal = await serveNext(
    null,
    { ...environment(database.url), JOBS: "cron", CRON_SECRET: "only-for-tests-only-for-tests" },
    "/api/health",
  );
});

afterAll(async () => {
  await portal.stop();
  await database.stop();
  await rm(home, { recursive: true, force: true });
});

/** Connections of its own, as a host's probe has. */
const own = new Agent({ keepAlive: false });

/** Status and milliseconds of one request. */
function timed(path: string): Promise<{ status: number; ms: number }> {
  const started = performance.now();
  return new Promise((done, failed) => {
    get(`${portal.origin}${path}`, { agent: own }, (answer) => {
      answer
        .resume()
        .on("end", () => done({ status: answer.statusCode ?? 0, ms: performance.now() - started }));
    }).on("error", failed);
  });
}

/** A page that is made for each visitor; what the door keeps for all turns nobody away. */
const made = "/offres/alerte";

/** In a process of its own: the load must not slow who measures. */
function flood(connections: number, seconds: number, path = made): Promise<Result> {
  // What it gives back can be waited for, and is no promise.
  return Promise.resolve(
    autocannon({
      url: `${portal.origin}${path}`,
      connections,
      duration: seconds,
      timeout: 30,
      workers: 1,
    }),
  );
}

const one = async (path: string) => (await fetch(`${portal.origin}${path}`)).status;

test("ten times too much: told to come back, alive all along, well again within 10 s", async () => {
  for (let warm = 0; warm < 20; warm++) expect(await one(made)).toBe(200);
  const usual = await flood(24, 10);
  expect(usual.non2xx).toBe(0);

  // Each of these asks again as soon as it is answered: more than ten times what 24 at a time ask.
  const flooding = flood(800, 20);
  const alive: number[] = [];
  do {
    const { status, ms } = await timed("/api/health/live");
    expect(status).toBe(200);
    alive.push(ms);
  } while (await Promise.race([flooding.then(() => false), pause(100, true)]));
  const flooded = await flooding;
  const ended = performance.now();
  await expect
    .poll(async () => (await timed(made)).status, { timeout: 10_000, interval: 50 })
    .toBe(200);
  const back = performance.now() - ended;
  const slowest = Math.max(...alive);
  alive.sort((a, b) => a - b);
  console.log(
    [
      `usual: ${usual["2xx"]} pages in 10 s, p99 ${usual.latency.p99} ms`,
      `flooded: ${flooded["2xx"]} pages and ${flooded["5xx"]} × 503 in 20 s, p99 ` +
        `${flooded.latency.p99} ms, ${flooded.errors} errors, ${flooded.timeouts} timeouts`,
      `live: ${alive.length} checks, median ${Math.round(alive[alive.length >> 1] ?? 0)} ` +
        `ms, p99 ${Math.round(alive[Math.floor(alive.length * 0.99)] ?? 0)} ms, slowest ` +
        `${Math.round(slowest)} ms`,
      `well again after ${Math.round(back)} ms`,
    ].join("\n"),
  );
  expect(flooded["5xx"]).toBeGreaterThan(0);
  expect(flooded.errors).toBe(0);
  expect(slowest).toBeLessThan(200);
  expect(back).toBeLessThan(10_000);
});

test("what is the same for everyone is given to everyone, however many ask", async () => {
  const { errors, non2xx, timeouts } = await flood(800, 5, "/offres");
  expect({ errors, non2xx, timeouts }).toEqual({ errors: 0, non2xx: 0, timeouts: 0 });
});

test("who is turned away is told when to come back, in French", async () => {
  const flooding = flood(800, 3);
  const answers = await Promise.all(
    Array.from({ length: 200 }, () =>
      fetch(`${portal.origin}${made}`, { headers: { Accept: "text/html" } }),
    ),
  );
  const away = answers.find(({ status }) => status === 503);
  expect(away?.headers.get("retry-after")).toBe("5");
  expect(await away?.text()).toContain("<h1>Le portail est indisponible pour un instant</h1>");
  await flooding;
});

test("many who send slowly hold nobody up", async () => {
  const { connect } = await import("node:net");
  const { port } = new URL(portal.origin);
  const slow = Array.from({ length: 300 }, (_, at) => {
    const socket = connect(Number(port), "127.0.0.1");
    socket.on("error", () => undefined);
    // Some send half a head, some half a form.
    socket.write(
      at % 2 === 0
        ? "GET / HTTP/1.1\r\nHost: a\r\nX-"
        : "POST /connexion HTTP/1.1\r\nHost: a\r\nOrigin: " +
            `${portal.origin}\r\nContent-Type: multipart/form-data; ` +
            "boundary=x\r\nContent-Length: 1000\r\n\r\n--x",
    );
    return socket;
  });
  const { status, ms } = await timed("/offres");
  console.log(`beside 300 slow senders: ${Math.round(ms)} ms`);
  expect(status).toBe(200);
  expect(ms).toBeLessThan(2000);
  for (const socket of slow) socket.destroy();
});

// Covers: proxy.ts lib/platform/door/ lib/platform/action/define-action.ts lib/start/
import { request as ask } from "node:http";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { routes } from "../e2e/routes";
import { environment, newDatabase } from "../support/database";
import { actionsInBuild } from "../support/fuzz-http";
import { actors, cookieOf, standIn } from "../support/fuzz-portal";
import { badLines } from "../support/log-judge";
import { type Served, serveNext } from "../support/serve-next";

// What no browser would send, to the production build, which has to be there: refused in French
// with the right status, and with one line in the log that has no stack.

let database: Awaited<ReturnType<typeof newDatabase>>;
let portal: Served;
/** The header of nobody, of an offeror and of a moderator. */
const cookies: string[] = [];
let offerId = "";

beforeAll(async () => {
  database = await newDatabase();
  Object.assign(process.env, environment(database.url));
  standIn();
  const viewers = await actors();
  for (const viewer of viewers) cookies.push(await cookieOf(viewer));
  const { newDraft } = await import("../support/people");
  offerId = await newDraft(viewers[1] as Parameters<typeof newDraft>[0]);
  const { closeDatabase } = await import("@/lib/platform/database/client");
  await closeDatabase();
  const settings = { ...environment(database.url), LOG_LEVEL: "info" };
  portal = await serveNext(null, settings, "/api/health");
});

afterAll(async () => {
  await portal.stop();
  await database.stop();
});

interface Sent {
  method?: string;
  path?: string;
  /** Index in {@link cookies}: 0 nobody, 1 an offeror, 2 a moderator. */
  by?: number;
  type?: string;
  body?: string | Buffer;
  headers?: Record<string, string>;
}

function send(sent: Sent): Promise<{ status: number; text: string }> {
  const { method = "POST", path = "/connexion", by = 0, type, body, headers } = sent;
  const own = { origin: portal.origin, cookie: cookies[by] ?? "" };
  const given = { ...own, ...(type ? { "content-type": type } : {}), ...headers };
  return new Promise((done, failed) => {
    const options = { method, path, headers: given, agent: false };
    const sending = ask(portal.origin, options, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () =>
        done({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      );
    });
    sending.on("error", failed);
    sending.end(body);
  });
}

const lines = () =>
  portal
    .said()
    .split("\n")
    .filter((line) => line.startsWith("{"));

const multipart = "multipart/form-data; boundary=x";
const urlencoded = "application/x-www-form-urlencoded";
const part = (name: string, text: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;
const megabyte = Buffer.alloc(1024 * 1024 + 1, "a");
const dashes = "-".repeat(36);

describe("a request that nobody’s page made", () => {
  const action = actionsInBuild().find(({ name }) => name.endsWith("#signInAction"));
  const called = { "next-action": action?.id ?? "" };
  const draft = () => `/espace/offres/${offerId}/brouillon`;

  it.each<[string, number, () => Sent]>([
    ["TRACE", 405, () => ({ method: "TRACE", path: "/" })],
    ["a method that a route has not", 405, () => ({ path: "/offres/flux.atom" })],
    ["DELETE", 405, () => ({ method: "DELETE", path: "/offres" })],
    ["a form of another site", 403, () => ({ headers: { origin: "https://evil.example" } })],
    [
      "an action of another site",
      403,
      () => ({ type: multipart, headers: { ...called, origin: "https://evil.example" } }),
    ],
    ["a form of no site", 403, () => ({ headers: { origin: "null" }, type: urlencoded })],
    ["a body over the limit", 413, () => ({ type: urlencoded, body: megabyte })],
    [
      "a body over the limit, in pieces",
      413,
      () => ({ type: urlencoded, body: megabyte, headers: { "transfer-encoding": "chunked" } }),
    ],
    ["a broken form", 400, () => ({ type: multipart, body: "--y\r\n" })],
    ["an action with a list", 415, () => ({ type: "text/plain", body: "[]", headers: called })],
    ["an action with nothing", 415, () => ({ headers: called })],
    ["an address with NUL", 400, () => ({ method: "GET", path: "/offres/%00" })],
    [
      "a draft over its limit",
      413,
      () => ({ by: 1, path: draft(), type: urlencoded, body: megabyte.subarray(0, 700_000) }),
    ],
    [
      "a draft of too many fields",
      413,
      () => ({ by: 1, path: draft(), type: urlencoded, body: "a=&".repeat(3000) }),
    ],
    [
      "a draft in JSON",
      415,
      () => ({ by: 1, path: draft(), type: "application/json", body: "{}" }),
    ],
    ["a draft cut off", 400, () => ({ by: 1, path: draft(), type: multipart, body: "--x\r\n" })],
    ["a draft of no page", 400, () => ({ by: 1, path: draft(), type: urlencoded, body: "a=1" })],
    [
      "documents in a list of fields",
      415,
      () => ({
        by: 1,
        path: `/espace/offres/${offerId}/documents`,
        type: urlencoded,
        body: "a=&".repeat(80_000),
      }),
    ],
    [
      "a spreadsheet in JSON",
      415,
      () => ({ by: 1, path: "/espace/offres/importer/fichier", type: "application/json" }),
    ],
  ])("%s is refused with %i", async (_, status, sent) => {
    const before = lines().length;
    const answer = await send(sent());
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(/[a-zé]{4,}.*[.!]/i);
    expect(answer.text).not.toMatch(/Not Found|Internal Server|Bad Request|Invalid|unavailable/);
    if (answer.text.includes("<html")) expect(answer.text).toContain('lang="fr"');
    await vi.waitFor(() => expect(lines().length).toBeGreaterThan(before), 5_000);
    expect(lines().slice(before)).toEqual([expect.stringContaining("request refused")]);
    expect(badLines(lines().slice(before).join("\n"))).toEqual([]);
  });

  it.each([
    ["a number", "7"],
    ["a list", "[]"],
    ["a list without a form", "[null,7]"],
    ["broken JSON", "{{"],
    ["a reference to a function", '["$F1"]'],
  ])("an action with %s as its form is answered without a fault", async (_, words) => {
    const before = lines().length;
    const body = `${part("0", words)}--x--\r\n`;
    const answer = await send({ type: multipart, headers: called, body });
    expect(answer.status).toBeLessThan(500);
    await vi.waitFor(() => expect(lines().length).toBeGreaterThan(before), 5_000);
    expect(lines().slice(before)).toEqual([expect.stringContaining("request refused")]);
    expect(badLines(lines().slice(before).join("\n"))).toEqual([]);
  });
});

it("36 dashes for an id, on every page and route, by everybody: never a fault", async () => {
  const before = lines().length;
  const odd: string[] = [];
  let refused = 0;
  for (const route of routes("page.tsx", "route.ts").filter((path) => path.includes("["))) {
    for (const by of cookies.keys()) {
      const path = route.replaceAll(/\[\w+\]/g, dashes);
      const { status, text } = await send({ method: "GET", path, by });
      const isWordless = status === 404 && !/lang="fr"|"title"|introuvable|n’existe/.test(text);
      if (status === 405) refused += 1;
      if (![200, 303, 307, 404, 405].includes(status) || isWordless)
        odd.push(`${path} by ${by}: ${status} ${text.slice(0, 200)}`);
    }
  }
  expect(odd).toEqual([]);
  // A route that is only posted to refuses to be opened; nothing else has a word for the log.
  expect(lines().length - before).toBe(refused);
  expect(lines().slice(before)).toEqual(
    Array.from({ length: refused }, () => expect.stringContaining('"status":405') as string),
  );
});

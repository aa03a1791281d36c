import { request as httpRequest } from "node:http";
import { expect, test } from "@playwright/test";

interface Answer {
  status: number;
  policy: string;
  body: string;
}

/** A request as no browser makes it. */
function send(base: string, method: string, path: string, headers: Record<string, string> = {}, body = ""): Promise<Answer> {
  const { hostname, port, host } = new URL(base);
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: hostname, port, method, path, headers: { host, ...headers } }, (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, policy: String(response.headers["content-security-policy"] ?? ""), body: Buffer.concat(pieces).toString() }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** The id of an action that a page offers to who has scripts. */
async function actionOf(base: string, path: string): Promise<string> {
  const { body } = await send(base, "GET", path);
  return /"id\\?":\\?"([0-9a-f]{42})/.exec(body)?.[1] ?? /\b([0-9a-f]{42})\b/.exec(body)?.[1] ?? "";
}

const multipart = { "content-type": "multipart/form-data; boundary=x" };
const part = (name: string, value: string) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const offer = "/espace/offres/01890a5d-ac96-774b-bcce-b302099a8057";

test("requests that no page makes are answered in French, with a status that says why", async ({ baseURL = "" }) => {
  const origin = { origin: baseURL };
  const id = await actionOf(baseURL, "/connexion");
  expect(id).toMatch(/^[0-9a-f]{42}$/);
  const action = { ...origin, "next-action": id };
  const cases: [name: string, expected: number, answer: Promise<Answer>][] = [
    ["NUL in a path", 404, send(baseURL, "GET", "/offres/%00")],
    ["no character in a path", 404, send(baseURL, "GET", "/offres/%E0%A4")],
    ["NUL in a search", 200, send(baseURL, "GET", "/offres?q=a%00b")],
    ["a cursor that no page gave", 200, send(baseURL, "GET", `/offres?apres=99999_99999999999999_${"-".repeat(36)}`)],
    ["foreign origin", 403, send(baseURL, "POST", "/connexion", { origin: "https://evil.example", ...multipart }, "--x--\r\n")],
    ["an origin that is none", 403, send(baseURL, "POST", "/connexion", { origin: "x", ...multipart }, "--x--\r\n")],
    ["a form cut off", 400, send(baseURL, "POST", "/connexion", { ...origin, ...multipart }, "--x\r\nfoo")],
    ["a form without its boundary", 400, send(baseURL, "POST", "/connexion", { ...origin, "content-type": "multipart/form-data" }, "x")],
    ["an action without a form", 415, send(baseURL, "POST", "/connexion", { ...action, "content-type": "text/plain" }, "[]")],
    ["an action with a form cut off", 400, send(baseURL, "POST", "/connexion", { ...action, ...multipart }, "--x\r\nfoo")],
    ["an action without arguments", 400, send(baseURL, "POST", "/connexion", { ...action, ...multipart }, `${part("0", "{{")}--x--\r\n`)],
    ["arguments that are no form", 200, send(baseURL, "POST", "/connexion", { ...action, ...multipart }, `${part("0", "[null,7]")}--x--\r\n`)],
    ["a body over the limit", 413, send(baseURL, "POST", "/connexion", { ...action, ...multipart }, part("0", "x".repeat(2_000_000)))],
    ["a method of nobody", 405, send(baseURL, "DELETE", "/connexion", origin)],
  ];
  for (const [name, expected, answering] of cases) {
    const { status, policy, body } = await answering;
    expect.soft(status, name).toBe(expected);
    expect.soft(policy, name).toContain("default-src 'none'");
    if (status >= 400) expect.soft(body, name).toMatch(/refusée|introuvable|trop|volumineux|page/i);
  }
});

test("a stranger's body is not read, however many fields it has", async ({ baseURL = "" }) => {
  const started = performance.now();
  const form = { origin: baseURL, "content-type": "application/x-www-form-urlencoded" };
  const answer = await send(baseURL, "POST", `${offer}/documents`, form, "a=&".repeat(80_000));
  expect([303, 404, 413]).toContain(answer.status);
  // It was 32 s.
  expect(performance.now() - started).toBeLessThan(5_000);
  expect((await send(baseURL, "POST", `${offer}/brouillon`, form, "a=&".repeat(80_000))).status).toBe(401);
});

test("a form is taken through a relay that names itself as the host", async ({ baseURL = "" }) => {
  const id = await actionOf(baseURL, "/mot-de-passe");
  const body = `${part("1_email", "personne@exemple.fr")}${part("0", '[null,"$K1"]')}--x--\r\n`;
  for (const host of [{ host: "interne:8080" }, { "x-forwarded-host": "evil.example" }] as Record<string, string>[]) {
    const answer = await send(baseURL, "POST", "/mot-de-passe", { origin: baseURL, "next-action": id, ...multipart, ...host }, body);
    expect(answer.status).toBe(200);
    expect(answer.body).not.toContain("foreignOrigin");
  }
});

test("every address has a policy, those that begin like a file of the build too", async ({ baseURL = "" }) => {
  for (const path of ["/icon.svgfoo", "/favicon.icox", "/_next/staticx", "/_next/imagex", "/admin/textes/courrierx", "/boite-aux-lettres/x/htmlx"]) {
    const { policy } = await send(baseURL, "GET", path);
    expect.soft(policy, path).toContain("default-src 'none'");
  }
});

import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it } from "vitest";

const own = "https://portail.example";

beforeAll(() => {
  Object.assign(process.env, {
    PORTAL_MODE: "production",
    SITE_ORIGIN: own,
    DATABASE_URL: "postgres://x@127.0.0.1:1/x",
    AUTH_SECRET: "x".repeat(40),
    RESEND_API_KEY: "re_x",
    MAIL_FROM: "Portail <portail@example.org>",
    AGENCY_CONTACT: "agence@example.org",
    LOG_LEVEL: "error",
    MADE_FOR_ALL_HEADER: "x-made-for-all-test",
  });
});

async function answer(path: string, init: ConstructorParameters<typeof NextRequest>[1] = {}) {
  const { proxy } = await import("@/proxy");
  return proxy(new NextRequest(`${own}${path}`, init));
}

const multipart = { origin: own, "content-type": "multipart/form-data; boundary=x" };
const part = (name: string, value: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const whole = `${part("1_email", "a")}${part("0", '[null,"$K1"]')}--x--\r\n`;

describe("before the framework", () => {
  it.each<[string, number, string, NonNullable<ConstructorParameters<typeof NextRequest>[1]>]>([
    [
      "a foreign origin",
      403,
      "/connexion",
      { method: "POST", headers: { origin: "https://evil.example" } },
    ],
    ["an opaque origin", 403, "/connexion", { method: "POST", headers: { origin: "null" } }],
    ["an origin that is none", 403, "/connexion", { method: "POST", headers: { origin: "x" } }],
    [
      "a foreign origin at a route handler",
      403,
      "/espace/offres/x/documents",
      { method: "POST", headers: { origin: "https://evil.example" } },
    ],
    ["a method of nobody", 405, "/connexion", { method: "DELETE", headers: { origin: own } }],
    [
      "an action without a form",
      415,
      "/connexion",
      {
        method: "POST",
        headers: { origin: own, "next-action": "x", "content-type": "text/plain" },
        body: "[]",
      },
    ],
    [
      "a body over the limit",
      413,
      "/connexion",
      { method: "POST", headers: { ...multipart, "content-length": "2000000" }, body: whole },
    ],
  ])("%s is refused with %i, in French, under the policy", async (_, status, path, init) => {
    const refused = await answer(path, init);
    expect(refused.status).toBe(status);
    expect(await refused.text()).toContain('<html lang="fr"><title>Demande refusée');
    expect(refused.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it.each<[string, string, NonNullable<ConstructorParameters<typeof NextRequest>[1]>]>([
    [
      "an action with its form",
      "/connexion",
      { method: "POST", headers: { ...multipart, "next-action": "x" }, body: whole },
    ],
    [
      "a form without scripts",
      "/connexion",
      { method: "POST", headers: multipart, body: `${part("$ACTION_ID_x", "")}--x--\r\n` },
    ],
    [
      "a file, which its route reads",
      "/espace/offres/x/documents",
      { method: "POST", headers: multipart, body: "--x\r\nfoo" },
    ],
    [
      "a mail program",
      "/api/rappels/x",
      {
        method: "POST",
        headers: { origin: "https://mail.example" },
        body: "List-Unsubscribe=One-Click",
      },
    ],
    ["a page", "/offres?q=tabac%20sant%C3%A9", {}],
  ])("%s passes", async (_, path, init) => {
    expect((await answer(path, init)).headers.get("x-middleware-next")).toBe("1");
  });

  it("a form passes a relay that names itself as the host", async () => {
    const passed = await answer("/connexion", {
      method: "POST",
      headers: {
        ...multipart,
        "next-action": "x",
        host: "interne:8080",
        "x-forwarded-host": "evil.example",
      },
      body: whole,
    });
    expect(passed.headers.get("x-middleware-request-x-forwarded-host")).toBe("portail.example");
  });

  it("NUL is left out of a search; in a path it is an address of nothing", async () => {
    expect((await answer("/offres?q=a%00b&lieu=%00")).headers.get("x-middleware-rewrite")).toBe(
      `${own}/offres?q=ab&lieu=`,
    );
    for (const path of ["/offres/%00", "/offres/%E0%A4"])
      expect((await answer(path)).headers.get("x-middleware-rewrite")).toBe(`${own}/introuvable`);
  });

  const cookie = "next-auth.session-token=x; __Secure-next-auth.session-token=x; compte=1";
  const passedOn = (passed: Response) => ({
    cookie: passed.headers.get("x-middleware-request-cookie"),
    isForAll: passed.headers.get("x-middleware-request-x-for-all"),
    nonce: passed.headers.get("x-middleware-request-x-nonce"),
  });

  it.each(["/", "/offres?q=tabac", "/offres/carte", "/offres/7K3M-9QXD", "/aide"])(
    "%s, the same for every visitor, is made without knowing who asks",
    async (path) => {
      const passed = await answer(path, { headers: { cookie } });
      expect(passedOn(passed)).toMatchObject({ cookie: null, isForAll: "1" });
      // As it would be where no server of ours keeps it.
      expect(passed.headers.get("content-security-policy")).toMatch(
        /'nonce-[^']+' 'strict-dynamic'/,
      );
    },
  );

  it.each([
    ["/espace", "GET"],
    ["/offres/7K3M-9QXD/contact", "GET"],
    ["/offres/selection", "GET"],
    ["/offres", "POST"],
  ])("%s is made for who asks with %s, whatever the request says", async (path, method) => {
    const headers = { ...(method === "POST" ? multipart : {}), cookie, "x-for-all": "1" };
    const body = method === "POST" ? whole : null;
    expect(passedOn(await answer(path, { method, headers, body }))).toMatchObject({
      cookie,
      isForAll: null,
    });
  });

  it("a page that our own server keeps has no nonce, and only that server can say so", async () => {
    const kept = await answer("/offres", { headers: { "x-made-for-all-test": "1" } });
    expect(passedOn(kept).nonce).toBeNull();
    expect(kept.headers.get("content-security-policy")).toContain(
      "script-src 'self'; style-src 'self';",
    );
    const other = await answer("/offres", { headers: { "x-made-for-all-other": "1" } });
    expect(passedOn(other).nonce).not.toBeNull();
  });

  it("who is signed in has a cookie that says so to scripts, one opened before too", async () => {
    const before = await answer("/espace", {
      headers: { cookie: "__Secure-next-auth.session-token=x" },
    });
    expect(before.headers.get("set-cookie")).toBe("compte=1; Path=/; Secure; SameSite=lax");
    expect((await answer("/espace", { headers: { cookie } })).headers.has("set-cookie")).toBe(
      false,
    );
    expect((await answer("/espace")).headers.has("set-cookie")).toBe(false);
  });

  it("only whole names of files go without it", async () => {
    const { config } = await import("@/proxy");
    const covers = (path: string) => new RegExp(`^${config.matcher[0]}$`).test(path);
    for (const path of [
      "/icon.svgfoo",
      "/icons/icon-192.pngfoo",
      "/manifest.webmanifest",
      "/.well-known/security.txt",
      "/favicon.icox",
      "/_next/staticx",
      "/_next/imagex",
      "/faviconxico",
      "/admin/textes/courrierx",
      "/api/v1",
      "/api/v1/offres/",
      "/api/v1/offres.csvx",
      "/api/v1/offres/7K3M%00",
      "/api/v1/offres/7K3M-9QXD/x",
      "/api/v1/listesx",
      "/",
      "/offres/x",
    ])
      expect(covers(path), path).toBe(true);
    for (const path of [
      "/icon.svg",
      "/apple-icon.png",
      "/icons/icon-192.png",
      "/favicon.ico",
      "/_next/static/chunks/x.js",
      "/_next/image",
      "/boite-aux-lettres/x/html",
      "/admin/textes/courrier",
      "/api/v1/offres",
      "/api/v1/offres.csv",
      "/api/v1/offres.xlsx",
      "/api/v1/offres/7K3M-9QXD",
      "/api/v1/listes",
      "/api/v1/openapi.json",
    ])
      expect(covers(path), path).toBe(false);
  });
});

import { request as ask } from "node:http";
import { expect, type Page, test } from "@playwright/test";
import postgres from "postgres";
import { expectAccessible, newOfferor, portal, registered, signedIn } from "./portal";
import { publishedOffer } from "./published";

// Words in the HTML itself: what is read before any script, or without.
test.use({ javaScriptEnabled: false });

const missing = "00000000-0000-4000-8000-000000000000";

async function expectWords(page: Page, path: string, status: number, title: string): Promise<void> {
  const response = await page.goto(path);
  expect(response?.status(), path).toBe(status);
  await expect(page.getByRole("heading", { level: 1, name: title }), path).toBeVisible();
  await expect(page.locator("html"), path).toHaveAttribute("lang", "fr");
  await expect(page, path).toHaveTitle(/\S/);
  await expect(page.getByRole("main"), path).toHaveCount(1);
}

test("what is not there is said in words, pages and files alike", async ({ page }) => {
  await expectWords(page, "/offres/ZZZZ-ZZZZ", 404, "Cette offre est introuvable");
  await expectWords(page, "/offres/ZZZZ-ZZZZ/contact", 404, "Cette offre est introuvable");
  for (const file of ["pdf", "ics", "zip"])
    await expectWords(page, `/offres/ZZZZ-ZZZZ/${file}`, 404, "Ce fichier est introuvable");
  await expectWords(page, `/documents/${missing}`, 404, "Ce fichier est introuvable");
  await expectWords(page, "/nulle-part", 404, "Cette page est introuvable");
  // Of `npm run dev` alone.
  await expectWords(page, "/composants", 404, "Cette page est introuvable");
  await expectWords(page, "/_next/static/nulle-part.js", 404, "Cette page est introuvable");
  await expectWords(page, "/%E0%A4%A", 400, "Cette demande est illisible");
  await page.getByRole("link", { name: "Voir les offres" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("what was written about an offer that is withdrawn meanwhile is given back, and said not to be sent", async ({
  page,
  browser,
}) => {
  const { reference, page: depositor } = await publishedOffer(browser, "Collège retiré");
  await depositor.context().close();
  const report = await page.context().newPage();
  await report.goto(`/offres/${reference}/signaler`);
  await report.getByLabel("Qu’est-ce qui ne va pas ?").selectOption({ index: 1 });
  await report.getByLabel("Précisez").fill("Le numéro n’existe plus.");
  await page.goto(`/offres/${reference}/contact`);
  await page.getByLabel("Votre nom").fill("Inès Morel");
  await page.getByLabel("Votre adresse email").fill("ines@exemple.fr");
  await page.getByLabel("Nombre d’étudiants").fill("2");
  await page.getByRole("checkbox", { name: "Soins infirmiers" }).check();
  await page.getByLabel("Votre message").fill("Est-ce possible à deux ?");
  const sql = postgres(portal().databaseUrl, { max: 1 });
  await sql`delete from public_offer where reference = ${reference}`;
  await sql.end();
  await page.getByRole("button", { name: "Envoyer le message" }).click();
  await expect(page.getByRole("alert")).toContainText("le message ne peut pas partir");
  await expect(page.getByLabel("Votre texte")).toHaveValue("Est-ce possible à deux ?");
  await expect(page).toHaveTitle(/^Erreur\u00a0: Écrire à la structure/);
  await report.getByRole("button", { name: "Envoyer le signalement" }).click();
  await expect(report.getByRole("alert")).toContainText("n’est pas, ou plus, dans le catalogue");
  await expect(report.getByLabel("Votre texte")).toHaveValue("Le numéro n’existe plus.");
  await expectWords(page, `/offres/${reference}/contact`, 404, "Cette offre est introuvable");
});

test("what browsers ask for without being told is there", async ({ request }) => {
  const icon = await request.get("/favicon.ico");
  expect(icon.status()).toBe(200);
  expect(icon.headers()["content-type"]).toBe("image/x-icon");
});

test("nor is what is not there for who is signed in", async ({ page, browser }) => {
  await registered(page, newOfferor("Collège des pages absentes"));
  for (const id of [missing, "-".repeat(36), "1"]) {
    for (const path of [
      `/espace/offres/${id}`,
      `/espace/offres/${id}/informations`,
      `/espace/offres/${id}/verification`,
    ])
      await expectWords(page, path, 404, "Cette page est introuvable");
    await expectWords(page, `/espace/offres/${id}/pdf`, 404, "Ce fichier est introuvable");
  }
  const moderator = await (await browser.newContext()).newPage();
  await signedIn(moderator, "moderation@ars.example");
  for (const path of [
    `/admin/offres/${missing}`,
    `/admin/structures/${missing}`,
    `/admin/vocabulaires/${missing}`,
  ])
    await expectWords(moderator, path, 404, "Cette page est introuvable");
  await expectWords(moderator, `/admin/offres/${missing}/zip`, 404, "Ce fichier est introuvable");
  await moderator.context().close();
});

test.describe("with scripts", () => {
  test.use({ javaScriptEnabled: true });

  test(
    "the portal's own page takes the place of the words that came first, and nothing is " +
      "broken for anybody",
    async ({ page }) => {
      const errors: string[] = [];
      page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      await page.goto("/offres/ZZZZ-ZZZZ");
      await expect(
        page.getByRole("navigation").getByRole("link", { name: "S’inscrire" }),
      ).toBeVisible();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        "Cette offre est introuvable",
      );
      await expectAccessible(page);
      // The browser itself notes the status, and nothing else.
      expect(errors.filter((text) => !text.includes("404"))).toEqual([]);
      await page.goto("/offres/ZZZZ-ZZZZ/pdf");
      await expectAccessible(page);
    },
  );

  test("what the door says by itself has the portal's colours, by day and by night", async ({
    page,
  }) => {
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto("/");
      const canvas = await ground();
      await page.goto("/%E0%A4%A");
      expect(await ground()).toBe(canvas);
      await expectAccessible(page);
    }
  });
});

/** What a browser would not send. */
function send(
  origin: string,
  options: {
    method: string;
    path: string;
    headers?: Record<string, string>;
    body?: string | Buffer;
  },
): Promise<{ status: number; text: string; headers: Record<string, unknown> }> {
  return new Promise((done, failed) => {
    const sent = ask(
      new URL(options.path, origin),
      { method: options.method, headers: options.headers, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () =>
          done({
            status: response.statusCode ?? 0,
            text: Buffer.concat(chunks).toString(),
            headers: response.headers,
          }),
        );
      },
    );
    sent.on("error", failed);
    sent.end(options.body);
  });
}

test("what is refused before it is read is refused in words", async ({ baseURL }) => {
  const origin = baseURL ?? "";
  const form = { Origin: origin, "Content-Type": "application/x-www-form-urlencoded" };
  const big = Buffer.alloc(1024 * 1024 + 1, "a");
  for (const [status, title, options] of [
    [405, "Cette adresse ne reçoit pas de telle demande", { method: "TRACE", path: "/" }],
    [405, "Cette adresse ne reçoit pas de telle demande", { method: "DELETE", path: "/offres" }],
    [
      403,
      "Cette demande a été refusée",
      {
        method: "POST",
        path: "/connexion",
        headers: { ...form, Origin: "https://evil.example" },
        body: "a=1",
      },
    ],
    [
      403,
      "Cette demande a été refusée",
      {
        method: "POST",
        path: `/espace/offres/${missing}/documents`,
        headers: { "Content-Type": form["Content-Type"] },
        body: "a=&".repeat(80_000),
      },
    ],
    [
      413,
      "Cet envoi est trop volumineux",
      {
        method: "POST",
        path: "/connexion",
        headers: { ...form, "Content-Length": String(big.length) },
        body: big,
      },
    ],
    [
      413,
      "Cet envoi est trop volumineux",
      {
        method: "POST",
        path: "/connexion",
        headers: { ...form, "Transfer-Encoding": "chunked" },
        body: big,
      },
    ],
    [
      400,
      "Cette demande est illisible",
      {
        method: "POST",
        path: "/connexion",
        headers: { ...form, "Content-Type": "multipart/form-data; boundary=x" },
        body: "--y\r\n",
      },
    ],
    [
      409,
      "Le portail a été mis à jour entre-temps",
      {
        method: "POST",
        path: "/connexion",
        headers: { ...form, "Content-Type": "multipart/form-data; boundary=x" },
        body:
          "--x\r\nContent-Disposition: form-data; " +
          `name="$ACTION_ID_${"0".repeat(42)}"\r\n\r\n\r\n--x\r\nContent-Disposition: ` +
          `form-data; name="note"\r\n\r\nMes mots à garder\r\n--x--\r\n`,
      },
    ],
  ] as const) {
    const { text, headers, ...answer } = await send(origin, options);
    expect(answer.status, JSON.stringify(options).slice(0, 120)).toBe(status);
    expect(text).toContain(`<h1>${title}</h1>`);
    expect(text).toContain('<html lang="fr">');
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    if (status === 409) expect(text).toContain("Mes mots à garder</textarea>");
  }
  // A mail program's one click brings no origin; who asks for data is answered in data.
  const oneClick = await send(origin, {
    method: "POST",
    path: "/api/rappels/abc.def",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
  });
  expect(oneClick.status).toBe(404);
  expect(JSON.parse(oneClick.text)).toMatchObject({
    status: 404,
    title: "Cette page est introuvable",
  });
  expect(await send(origin, { method: "GET", path: "/api/health/live" })).toMatchObject({
    status: 200,
    text: '{"status":"ok"}',
  });
});

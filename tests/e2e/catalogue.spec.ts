import { expect, test } from "@playwright/test";
import { load } from "cheerio";
import postgres from "postgres";
import { fixedPages } from "../../lib/catalogue/feeds/public-pages";
import {
  allSlots,
  type Availability,
  halfDays,
  months,
  slotOf,
  toNumbers,
} from "../../lib/offer/availability/availability";
import { expectAccessible, hydrated, lastMail, portal } from "./portal";
import { publishedOffer } from "./published";
import { brokenInContact } from "./validation-rules";

for (const scripts of [true, false]) {
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test(
      "a student finds an offer, on the map and in the calendar too, writes to its " +
        "structure and follows the search",
      async ({ page, browser }) => {
        test.slow();
        // Its own in each try: a search finds one offer.
        const name = `Collège cherché ${Date.now().toString(36)}`;
        const { page: own, reference } = await publishedOffer(browser, name);
        await page.goto("/offres");
        await page.getByLabel("Mots").fill(`obesité ${name}`);
        await page.getByLabel("Commune ou code postal").fill("88000");
        await page.getByRole("button", { name: "Chercher" }).click();
        await expect(page.getByRole("heading", { name: "1 offre trouvée" })).toBeVisible();
        await expect(page.getByLabel("Commune ou code postal")).toHaveValue("Épinal (88)");
        await page.getByText("Mois et demi-journées", { exact: true }).last().click();
        await page.getByRole("checkbox", { name: /^Mars/ }).check();
        await page.getByRole("button", { name: "Chercher" }).click();
        await expect(page.getByRole("link", { name: "Retirer : Mars" })).toBeVisible();
        // Without scripts the address leads to the answer, below the form.
        expect(new URL(page.url()).hash).toBe(scripts ? "" : "#resultats");
        if (scripts)
          await expect(page.getByRole("heading", { name: "1 offre trouvée" })).toBeFocused();
        const search = page.url().replace("#resultats", "");
        // The boxes follow the address: after a link, and after the back button.
        await page.getByRole("link", { name: "Retirer : Mars" }).click();
        await expect(page.locator("[name=mois]:checked")).toHaveCount(0);
        await page.goBack();
        await expect(
          page.getByRole("checkbox", { name: /^Mars/, includeHidden: true }),
        ).toBeChecked();
        if (scripts) await expectAccessible(page);
        for (const view of ["Carte", "Calendrier"]) {
          await page.getByRole("link", { name: view, exact: true }).click();
          await expect(page.getByRole("link", { name: view, exact: true })).toHaveAttribute(
            "aria-current",
            "page",
          );
          await expect(page.getByRole("heading", { name: "1 offre trouvée" })).toBeVisible();
          if (scripts) await expectAccessible(page);
        }
        await page.getByRole("link", { name: /^Mars, lundi matin .*: 1/ }).click();
        await expect(page.getByRole("link", { name: "Retirer : Mars, mardi matin" })).toBeVisible();

        // A search that finds nothing says what stands in the way.
        await page.goto(`${search}&demijournee=sunday-pm&accord=tous`);
        await expect(page.getByRole("heading", { name: "Aucune offre trouvée" })).toBeVisible();
        await page.getByRole("link", { name: "Sans les mois et demi-journées : 1 offre" }).click();
        await expect(page.getByRole("heading", { name: "1 offre trouvée" })).toBeVisible();
        await page.goto(`/offres?q=${encodeURIComponent("obbésité")}`);
        await expect(page.getByText(/Aucune offre ne contient «\sobbesite\s»/)).toBeVisible();

        // What is no number of places is said where it was typed, and stays there.
        await page.goto(search);
        await page.getByText("Places et nouveauté", { exact: true }).last().click();
        // Without scripts it is another page, which comes to rest where that part is.
        if (!scripts) await page.waitForURL(/ouvert=/);
        await page.getByLabel("Places au moins").fill("0");
        await page.getByRole("button", { name: "Chercher" }).click();
        await expect(page.getByText("« 0 » n’est pas un nombre de places")).toBeVisible();
        await page.getByRole("link", { name: "Corriger" }).click();
        await expect(page.getByText("Entrez un nombre entier de 1 à 9999.")).toBeVisible();
        await expect(page.getByLabel("Places au moins")).toHaveValue("0");
        await expect(page.getByLabel("Places au moins")).toHaveAccessibleDescription(
          "Entrez un nombre entier de 1 à 9999.",
        );
        if (scripts) await expectAccessible(page);

        // By its reference; and with scripts an offer leads back to the search it was found by.
        await page.goto(`/offres?q=${reference.toLowerCase()}`);
        await page
          .getByRole("link", { name: /obésité/i })
          .first()
          .click();
        await expect(page.getByRole("heading", { level: 1 })).toContainText("obésité");
        await page
          .getByRole("link", { name: scripts ? "Revenir à ma recherche" : "Offres de stage" })
          .first()
          .click();
        await expect(page).toHaveURL(
          scripts ? new RegExp(`q=${reference.toLowerCase()}$`) : /\/offres$/,
        );

        await page.goto("/offres?mois=3");
        // Its script remembers the search.
        if (scripts) await hydrated(page);
        await page.goto(`/offres/${reference}`);
        if (scripts) {
          await page.getByText(/^Plus/).click();
          await expectAccessible(page);
        }
        const html = await (await page.request.get(`/offres/${reference}`)).text();
        expect(html).not.toMatch(/referent@|@college|03 29|\+3329/);
        expect(html).toContain("application/ld+json");
        await page.getByRole("link", { name: "Écrire à la structure" }).click();
        // With scripts the months of the search come along.
        await expect(page.getByRole("checkbox", { name: "Mars" })).toBeChecked({
          checked: scripts,
        });
        await page.getByLabel("Nombre d’étudiants").fill("1e2");
        await page.getByRole("button", { name: "Envoyer le message" }).click();
        for (const words of brokenInContact.filter((_, rule) => rule !== 2))
          await expect(page.getByRole("link", { name: words })).toBeVisible();
        await expect(page.getByLabel("Nombre d’étudiants")).toHaveValue("1e2");
        await page.getByLabel("Nombre d’étudiants").fill("2");
        await page.getByRole("checkbox", { name: "Soins infirmiers" }).check();
        await page.getByLabel("Votre message").fill("a".repeat(2001));
        await page.getByRole("button", { name: "Envoyer le message" }).click();
        await expect(page.locator("#words-error")).toHaveText(brokenInContact[2] ?? "");
        if (scripts) await expectAccessible(page);
        await page.getByLabel("Votre nom").fill("Inès Morel");
        const writer = `ines-${scripts ? "a" : "b"}${Date.now()}@exemple.fr`;
        await page.getByLabel("Votre adresse email").fill(writer);
        await page.getByLabel("Votre message").fill("Est-ce possible à deux ?");
        await page.getByRole("button", { name: "Envoyer le message" }).click();
        // The words above the form begin like the title of the answer.
        await expect(
          page.getByText("La personne qui suit cette offre le reçoit par mail"),
        ).toBeVisible();

        // A copy for who wrote, which says nothing that was typed.
        const copy = await lastMail(own, writer, "Votre demande au sujet de l’offre");
        expect(copy).toContain("Étudiants : 2");
        expect(copy).not.toContain("possible à deux");

        await page.goto(search);
        await page.getByRole("link", { name: "Recevoir les nouvelles offres par mail" }).click();
        const email = `suivi-${scripts ? "a" : "b"}${Date.now()}@exemple.fr`;
        await page.getByLabel("Votre adresse email").fill(email);
        await page.getByRole("button", { name: "Recevoir les nouvelles offres" }).click();
        await expect(page.getByText("Un message vous attend")).toBeVisible();
        const link =
          /https?:\/\/\S+\/alerte\/\S+/.exec(
            await lastMail(own, email, "Confirmez votre alerte"),
          )?.[0] ?? "";
        await page.goto(new URL(link).pathname);
        await page.getByRole("button", { name: "Confirmer l’alerte" }).click();
        await expect(
          page.getByText("Vous recevez les nouvelles offres de cette recherche"),
        ).toBeVisible();
        if (scripts) await expectAccessible(page);
        await page.getByRole("button", { name: "Ne plus recevoir cette alerte" }).click();
        await expect(
          page.getByText("Cette alerte est terminée et votre adresse est effacée."),
        ).toBeVisible();
      },
    );
  });
}

for (const scripts of [true, false]) {
  test(`a place is found ${scripts ? "among proposals" : "as it is typed"}, and the list is of it`, async ({
    browser,
  }) => {
    const own = `Collège ${scripts ? "proposé" : "tapé"}`;
    const { reference: elsewhere } = await publishedOffer(browser, `${own} à Épinal`);
    const { reference } = await publishedOffer(browser, `${own} à Nancy`);
    const sql = postgres(portal().databaseUrl, { max: 1 });
    await sql`update public_offer set commune = '54395', commune_name = 'Nancy', department = '54' where reference = ${reference}`;
    await sql.end();
    const context = await browser.newContext({ javaScriptEnabled: scripts });
    const page = await context.newPage();
    await page.goto("/offres");
    const place = page.getByLabel("Commune ou code postal");
    if (scripts) {
      await hydrated(page);
      await place.pressSequentially("vos");
      await expect(page.getByRole("option", { name: "Vosges (88)" })).toBeVisible();
      await place.fill("");
      await place.pressSequentially("nan");
      await expect(page.getByRole("option").first()).toHaveText("Nancy (54) 54000");
      await expectAccessible(page);
      await place.press("ArrowDown");
      await place.press("Enter");
    } else {
      await place.fill("Nancy");
      await place.press("Enter");
    }
    await expect(
      page.getByRole("link", { name: "Retirer : Nancy (54), 20 km autour" }),
    ).toBeVisible();
    await expect(place).toHaveValue("Nancy (54)");
    await expect(page.locator(`a[href="/offres/${reference}"]`).first()).toBeVisible();
    await expect(page.locator(`a[href="/offres/${elsewhere}"]`)).toHaveCount(0);
    if (scripts) {
      await expect(page.getByRole("listbox")).toHaveCount(0);
      await page.goBack();
      await expect(place).toHaveValue("");
    }
    await context.close();
  });
}

test("programs read the catalogue: JSON, description, CSV, feed, calendar, sitemap and picture", async ({
  request,
  browser,
}) => {
  const { reference } = await publishedOffer(browser, "Collège ouvert");
  const api = await request.get(`/api/v1/offres/${reference}`);
  expect(api.headers()).toMatchObject({
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
  });
  // Kept for all: it counts for nobody.
  expect(api.headers()).toMatchObject({ "cache-control": "public, max-age=0, must-revalidate" });
  expect(api.headers().ratelimit).toBeUndefined();
  expect(
    (
      await request.get(`/api/v1/offres/${reference}`, {
        headers: { "if-none-match": api.headers().etag ?? "" },
      })
    ).status(),
  ).toBe(304);
  const bad = await request.get("/api/v1/offres?mois=13");
  expect([bad.status(), bad.headers()["content-type"]]).toEqual([
    400,
    "application/problem+json; charset=utf-8",
  ]);
  expect(bad.headers().ratelimit).toMatch(/^"api";r=\d+;t=\d+$/);
  expect(await (await request.get("/api/v1/openapi.json")).json()).toMatchObject({
    openapi: "3.1.0",
  });
  const csv = await request.get("/api/v1/offres.csv");
  expect(await csv.text()).toContain(reference);
  // They do not pass the proxy; what is none of them does.
  const preflight = await request.fetch("/api/v1/offres", { method: "OPTIONS" });
  for (const answer of [api, bad, csv, preflight])
    expect(answer.headers()).toMatchObject({
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "x-frame-options": "DENY",
      "x-content-type-options": "nosniff",
    });
  const nothing = await request.get("/api/v1/rien");
  expect(nothing.status()).toBe(404);
  expect(nothing.headers()["content-security-policy"]).toMatch(/script-src 'self' 'nonce-/);
  const feed = await request.get("/offres/flux.atom?departement=88");
  expect(feed.headers()["content-type"]).toBe("application/atom+xml; charset=utf-8");
  expect(await feed.text()).toContain(`/offres/${reference}</id>`);
  const calendar = await request.get(`/offres/${reference}/ics`);
  expect(await calendar.text()).toContain("BEGIN:VEVENT");
  expect(calendar.headers()["content-disposition"]).toContain("attachment");
  expect(await (await request.get("/sitemap.xml")).text()).toContain(`/offres/${reference}</loc>`);
  expect(await (await request.get("/robots.txt")).text()).toContain("/sitemap.xml");
});

test("an address shared elsewhere says what it leads to, with a picture", async ({
  request,
  browser,
  baseURL,
}) => {
  const { reference } = await publishedOffer(browser, "Collège partagé");
  const pictures = new Set<string>();
  for (const path of [...fixedPages, "/inscription", "/connexion", `/offres/${reference}`]) {
    const page = load(await (await request.get(path)).text());
    // Who runs no scripts reads these nowhere else.
    const said = (name: string) => page(`head meta[property="og:${name}"]`).attr("content") ?? "";
    expect(page("head title").text(), path).not.toBe("");
    expect(said("site_name")).toBe("Service sanitaire – Grand Est");
    expect(said("locale")).toBe("fr_FR");
    expect(said("url"), path).toBe(new URL(path, baseURL).href.replace(/\/$/, ""));
    for (const name of ["title", "description"]) expect(said(name), path).not.toBe("");
    const { pathname, search } = new URL(said("image"));
    pictures.add(pathname + search);
  }
  // One of the portal's, and the offer's own.
  expect(pictures.size).toBe(2);
  for (const picture of pictures) {
    const image = await request.get(picture);
    expect(image.headers()).toMatchObject({
      "content-type": "image/png",
      "cross-origin-resource-policy": "cross-origin",
    });
    const bytes = await image.body();
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
  }
});

test("a telephone installs the portal, and who finds a weakness learns whom to tell", async ({
  request,
}) => {
  const page = load(await (await request.get("/")).text());
  const manifest = await request.get(page('link[rel="manifest"]').attr("href") ?? "");
  const { icons } = (await manifest.json()) as {
    icons: { src: string; sizes: string; type: string; purpose: string }[];
  };
  expect(icons.map(({ purpose }) => purpose)).toContain("maskable");
  const touch = page('link[rel="apple-touch-icon"]');
  const drawn = [
    ...icons,
    { src: touch.attr("href") ?? "", sizes: touch.attr("sizes") ?? "", type: "image/png" },
  ];
  for (const { src, sizes, type } of drawn) {
    const icon = await request.get(src);
    expect([icon.status(), icon.headers()["content-type"]]).toEqual([200, type]);
    if (type !== "image/png") continue;
    const bytes = await icon.body();
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
  }
  const security = await request.get("/.well-known/security.txt");
  expect(security.headers()["content-type"]).toBe("text/plain; charset=utf-8");
  expect(await security.text()).toMatch(/^Contact: mailto:\S+@\S+$/m);
});

test("an offer that is open all year is printed on one sheet, with every month on it", async ({
  page,
  browser,
}) => {
  const { reference } = await publishedOffer(browser, "Collège ouvert toute l’année");
  const sql = postgres(portal().databaseUrl, { max: 1 });
  const said = {
    themes: ["Alimentation / Nutrition"],
    audiences: ["Tout public", "Personnes en situation de précarité"],
    description: "Ateliers autour du petit déjeuner.\n".repeat(4).trim(),
  };
  const open = (slots: Availability) =>
    // No search of another journey meets it.
    sql`update public_offer set page = page || ${sql.json(said)}, slots = ${toNumbers(slots)}::int2[], search = ''::tsvector where reference = ${reference}`;
  await open(allSlots);
  // As wide as an A4 sheet between its margins, in pixels.
  await page.setViewportSize({ width: 703, height: 1000 });
  await page.emulateMedia({ media: "print" });
  await page.goto(`/offres/${reference}`);
  const table = page.getByRole("region", { name: "Créneaux par mois" });
  await expect(table.getByRole("columnheader").last()).toHaveText(/août/);
  expect(await table.evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBe(0);
  const sheets = /\/Count (\d+)/.exec((await page.pdf({ format: "A4" })).toString("latin1"));
  expect(sheets?.[1]).toBe("1");

  // The shades of the calendar are what it says: a browser that saves ink prints them too.
  await page.goto("/offres/calendrier");
  const calendar = page.getByRole("region", { name: "Offres ouvertes par mois et demi-journée" });
  await expect(calendar.getByRole("link").first()).toHaveCSS("print-color-adjust", "exact");
  await page.goto(`/offres/${reference}`);

  // No two months alike: each has its column.
  await open(
    months.flatMap((month, at) => halfDays.slice(at).map((halfDay) => slotOf(month, halfDay))),
  );
  await sql.end();
  // The page that was kept is shown until the change is known.
  await expect(async () => {
    await page.reload();
    await expect(table.getByRole("columnheader").last()).toHaveText("août", { timeout: 1 });
  }).toPass();
  expect(await table.evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBe(0);
});

// Covers: lib/catalogue/shortlist/ components/catalogue/shortlist/ components/catalogue/comparison/
import { expect, test } from "@playwright/test";
import { readSheet } from "read-excel-file/node";
import { expectAccessible } from "../e2e/portal";
import { publishedOffer } from "../e2e/published";

/** Offers of a name that no other journey has: two of them. */
async function twoOffers(browser: Parameters<typeof publishedOffer>[0], name: string) {
  return [
    (await publishedOffer(browser, `${name} premier`)).reference,
    (await publishedOffer(browser, `${name} second`)).reference,
  ] as const;
}

test("a student puts offers aside, compares, shares and prints them", async ({
  page,
  browser,
  context,
}) => {
  test.slow();
  const [first, second] = await twoOffers(browser, "Collège mis de côté");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`/offres?q=${first}`);
  const link = page.getByRole("link", { name: /^Ma sélection/ });
  await page.getByRole("button", { name: /^Ajouter à ma sélection/ }).click();
  await expect(page.getByText("Ajouté à ma sélection, qui a 1 offre", { exact: true })).toHaveRole(
    "status",
  );
  await expect(link).toHaveText("Ma sélection (1)");

  // It lasts from page to page, and is told in other tabs.
  await page.goto(`/offres/${second}`);
  await page.getByText(/^Plus/).click();
  const other = await context.newPage();
  await other.goto("/offres");
  await page.getByRole("button", { name: /^Ajouter à ma sélection/ }).click();
  await expect(other.getByRole("link", { name: "Ma sélection (2)" })).toBeVisible();
  await other.close();

  // The address without offers leads to what the browser keeps.
  await page.goto("/offres/selection");
  await expect(page).toHaveURL(new RegExp(`selection\\?o=${first}&o=${second}$`));
  const table = page.getByRole("table", { name: "Comparaison des offres" });
  await expect(table.getByRole("columnheader")).toHaveCount(2);
  await expect(table.getByRole("row", { name: /^Nombre de places/ })).toContainText("5");
  await expectAccessible(page);
  for (const width of [320, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
  }
  await expect(page.getByRole("link", { name: /^Écrire à la structure/ }).first()).toHaveAttribute(
    "href",
    `/offres/${first}/contact`,
  );
  await page.getByRole("button", { name: "Partager l’adresse" }).click();
  await expect(page.getByText("Adresse copiée")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  await page.emulateMedia({ media: "print" });
  expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(1000);
  await page.emulateMedia({ media: "screen" });

  // Whoever is sent the address keeps it, or not.
  const guest = await (await browser.newContext()).newPage();
  await guest.goto(`${page.url()}&o=0000-0000`);
  await expect(guest.getByText("Une offre n’est pas, ou plus, publiée")).toBeVisible();
  await guest.getByRole("button", { name: "Garder ces offres dans ma sélection" }).click();
  await guest.getByRole("link", { name: "Retirer : 0000-0000" }).click();
  await expect(guest.getByText("Une offre n’est pas, ou plus, publiée")).toBeHidden();
  await guest.goto("/offres");
  await expect(guest.getByRole("link", { name: "Ma sélection (2)" })).toBeVisible();
  await guest.context().close();

  await page.getByRole("link", { name: "Tout retirer : toutes les offres" }).click();
  await expect(page.getByText("Aucune offre ici pour l’instant")).toBeVisible();
  await page.goto("/offres");
  await expect(link).toHaveText("Ma sélection");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a selection is an address, and a list is taken away", async ({
    page,
    browser,
    request,
  }) => {
    test.slow();
    const name = "Collège gardé par son adresse";
    const [first, second] = await twoOffers(browser, name);
    await page.goto(`/offres/${first}`);
    await expect(page.getByRole("button", { name: /ma sélection|Partager/ })).toHaveCount(0);
    await page.getByText(/^Plus/).click();
    await page.getByRole("link", { name: "Commencer une sélection" }).click();
    await page.getByLabel("Ajouter une offre par sa référence").fill("tabac");
    await page.getByRole("button", { name: "Ajouter" }).click();
    const field = page.getByLabel("Ajouter une offre par sa référence");
    await expect(field).toHaveValue("tabac");
    await expect(field).toHaveAccessibleDescription(/huit lettres et chiffres/);
    await field.fill(second.toLowerCase());
    await page.getByRole("button", { name: "Ajouter" }).click();
    await expect(page).toHaveURL(new RegExp(`selection\\?o=${first}&o=${second.toLowerCase()}$`));
    await expect(page.getByRole("table", { name: "Comparaison des offres" })).toBeVisible();
    await page
      .getByRole("link", { name: /^Retirer/ })
      .first()
      .click();
    await expect(page).toHaveURL(new RegExp(`selection\\?o=${second}$`));

    await page.goto(`/offres?q=${encodeURIComponent(name)}`);
    const tools = page.getByRole("region", { name: "Emporter cette recherche" });
    const hrefOf = async (words: string) =>
      (await tools.getByRole("link", { name: words }).getAttribute("href")) ?? "";
    const csv = await request.get(await hrefOf("Télécharger en CSV"));
    expect(csv.headers()["content-disposition"]).toMatch(/offres-\d{4}-\d\d-\d\d\.csv/);
    for (const reference of [first, second]) expect(await csv.text()).toContain(reference);
    const book = await request.get(await hrefOf("Télécharger pour Excel"));
    const rows = await readSheet(await book.body(), "Liste");
    expect(rows.map(([reference]) => reference)).toEqual(
      expect.arrayContaining(["Référence", first, second]),
    );
    await tools.getByRole("link", { name: "Feuille à imprimer" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    for (const reference of [first, second])
      await expect(page.getByRole("heading", { name: reference })).toBeVisible();
    await expect(page.getByText("Pour imprimer cette page")).toBeVisible();
    // Paper has two columns, and nothing that leads elsewhere.
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("link", { name: "Revenir à la recherche" })).toBeHidden();
    expect(
      await page
        .getByRole("listitem")
        .first()
        .evaluate((item) => getComputedStyle(item.parentElement ?? item).columnCount),
    ).toBe("2");
  });
});

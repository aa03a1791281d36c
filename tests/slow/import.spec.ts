// Covers: lib/offer/import/ components/offer/import/ app/espace/offres/importer/
import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { readSheet } from "read-excel-file/node";
import { expectAccessible, newOfferor, registered } from "../e2e/portal";

const cells: Readonly<Record<string, string>> = {
  Thèmes: "Sommeil",
  "Publics cibles": "Tout public",
  Mois: "mars à mai",
  Créneaux: "tous les jours sauf mercredi, samedi, dimanche",
  "Options de prise en charge": "Restauration",
  "Nom de la structure d’accueil": "Collège",
  Adresse: "1 rue de la Gare",
  "Code postal": "88000",
  Commune: "Épinal",
  "Type de terrain d’action": "Milieu scolaire",
  "Référent de proximité": "Paul Klein",
  "Fonction du référent": "CPE",
  "Téléphone du référent": "03 29 00 00 01",
  "Email du référent": "paul@exemple.fr",
};

/** A line under the headings of the template. */
const row = (template: string, title: string, places: string, others = {}) => {
  const all: Record<string, string> = {
    ...cells,
    "Titre de l’offre": title,
    "Nombre de places": places,
    ...others,
  };
  const [headings = ""] = template.replace("\uFEFF", "").split("\r\n");
  return headings
    .split(";")
    .map((heading) => all[heading] ?? "")
    .join(";");
};

/** The template, with two rows under its example: one whole, one without places. */
async function filledTemplate(page: Page): Promise<Buffer> {
  const template = await (await page.request.get("/espace/offres/importer/modele.csv")).text();
  return Buffer.from(
    `${template}${row(template, "Mieux dormir", "5")}\r\n${row(template, "Sans places", "")}\r\n`,
  );
}

for (const scripts of [true, false]) {
  test(`a spreadsheet becomes offers, ${scripts ? "with" : "without"} scripts`, async ({
    browser,
  }) => {
    // Axe reads two tables of every column.
    test.setTimeout(240_000);
    const context = await browser.newContext({ javaScriptEnabled: scripts });
    const page = await context.newPage();
    await registered(page, newOfferor("Grand groupe"), "/espace/offres");
    await page.getByRole("link", { name: "Importer un tableur" }).click();
    if (scripts) await expectAccessible(page);

    const workbook = await page.request.get("/espace/offres/importer/modele.xlsx");
    expect((await readSheet(await workbook.body()))[0]?.[0]).toBe("Titre de l’offre");

    await page.getByLabel("Votre fichier").setInputFiles({
      name: "photo.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("\u0089PNG\u0000", "latin1"),
    });
    await page.getByRole("button", { name: "Lire le fichier" }).click();
    await expect(page.getByText("ni un classeur Excel").first()).toBeVisible();

    const template = await (await page.request.get("/espace/offres/importer/modele.csv")).text();
    const wrong = Array.from({ length: 35 }, (_, index) =>
      row(template, `Sans places ${index}`, ""),
    );
    const many = `${template}${wrong.join("\r\n")}`;
    await page
      .getByLabel("Votre fichier")
      .setInputFiles({ name: "fautes.csv", mimeType: "text/csv", buffer: Buffer.from(many) });
    await page.getByRole("button", { name: "Lire le fichier" }).click();
    await expect(page.getByRole("heading", { name: "35 points sont à corriger" })).toBeVisible();
    await expect(page.getByRole("link", { name: /^Ligne 37/ })).toBeHidden();
    await page.getByText("Voir les 5 suivants").click();
    await page.getByRole("link", { name: /^Ligne 37/ }).click();
    await expect(page.locator("#ligne-37-places")).toBeFocused();
    if (scripts) await expectAccessible(page);
    const leave = page.getByRole("button", { name: "Ne rien importer" });
    await leave.click();
    await page.getByRole("button", { name: "Reprendre l’import" }).click();
    await expect(page.getByRole("heading", { name: "35 points sont à corriger" })).toBeVisible();
    await leave.click();
    await page.getByRole("link", { name: "Importer un autre fichier" }).click();

    // Cells that nobody touches are as they were, whatever is pressed: nothing is held back.
    const odd = row(template, "Au château", "5", {
      "Type de terrain d’action": "Château",
      Créneaux: '"lundi matin\nmardi soir"',
    });
    await page.getByLabel("Votre fichier").setInputFiles({
      name: "ecarts.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(`${template}${odd}\r\n`),
    });
    await page.getByRole("button", { name: "Lire le fichier" }).click();
    const [type, slots, places] = [
      page.getByLabel("Type de terrain d’action"),
      page.getByLabel("Créneaux"),
      page.getByLabel("Nombre de places"),
    ];
    await page.getByRole("button", { name: "Vérifier la ligne 3" }).click();
    await expect(page.getByText("Vos corrections sont gardées et vérifiées.")).toBeVisible();
    await expect(type).toHaveValue("Château");
    await expect(slots).toHaveValue("lundi matin\nmardi soir");
    // Another page corrects it meanwhile: it is told at the cell, and written over knowingly.
    const other = await context.newPage();
    await other.goto(page.url());
    await other.getByLabel("Créneaux").fill("lundi soir");
    await other.getByRole("button", { name: "Vérifier la ligne 3" }).click();
    await expect(other.getByText("Vos corrections sont gardées et vérifiées.")).toBeVisible();
    await other.close();
    await slots.fill("mardi soir");
    await page.getByLabel("Garder aussi les lignes à corriger").check();
    await page.getByRole("button", { name: "Vérifier la ligne 3" }).click();
    await expect(page.getByText("elle dit maintenant « lundi soir »").first()).toBeVisible();
    await expect(slots).toHaveValue("mardi soir");
    await expect(page.getByLabel("Garder aussi les lignes à corriger")).toBeChecked();
    await page.getByRole("button", { name: "Vérifier la ligne 3" }).click();
    await expect(page.getByText("Vos corrections sont gardées et vérifiées.")).toBeVisible();
    await expect(page.getByText("elle dit maintenant « lundi soir »")).toBeHidden();
    await page.getByRole("button", { name: "Créer les brouillons" }).click();
    await expect(page.getByText("Import terminé : 1 offre créée.")).toBeVisible({
      timeout: 20_000,
    });
    await page.getByRole("link", { name: "Importer un autre fichier" }).click();

    await page.getByLabel("Votre fichier").setInputFiles({
      name: "offres.csv",
      mimeType: "text/csv",
      buffer: await filledTemplate(page),
    });
    await page.getByRole("button", { name: "Lire le fichier" }).click();
    await expect(
      page.getByText("2 lignes lues : 1 complète, 1 à corriger. Rien n’est encore créé."),
    ).toBeVisible();
    await page.getByRole("link", { name: /^Ligne 4, Nombre de places/ }).click();
    await expect(page.locator("#ligne-4-places")).toBeFocused();
    if (scripts) {
      await expectAccessible(page);
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
        ).toBe(true);
      }
    }
    // Corrected in place: what is typed is kept, judged, and told at its cell again.
    const [keep, publish] = [
      page.getByLabel("Garder aussi les lignes à corriger"),
      page.getByLabel("Publier dès la validation"),
    ];
    await expect(keep).not.toBeChecked();
    await keep.check();
    await publish.uncheck();
    await places.fill("1e2");
    await page.getByRole("button", { name: "Vérifier la ligne 4" }).click();
    await expect(page.getByText("Vos corrections sont gardées et vérifiées.")).toBeVisible();
    await expect(places).toHaveValue("1e2");
    await expect(keep).toBeChecked();
    await expect(publish).not.toBeChecked();
    await places.fill("9999");
    await places.press("Enter");
    await expect(page.getByText("Indiquez au plus 500 places.").first()).toBeVisible();
    // What was typed and not looked at is in no draft yet: it is judged, and the rest waits.
    await places.fill("6");
    await page.getByRole("button", { name: "Créer les brouillons" }).click();
    await expect(page.getByText("Relisez les lignes, puis créez les offres.")).toBeVisible();
    await expect(page.getByText("2 lignes lues : 2 complètes, 0 à corriger.")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Lignes à corriger" })).toBeHidden();
    await expect(publish).not.toBeChecked();
    await page.getByRole("button", { name: "Créer et soumettre les 2 lignes complètes" }).click();
    await expect(page.getByText("Import terminé : 2 offres créées.")).toBeVisible({
      timeout: 20_000,
    });
    await expect(
      page.getByRole("row", { name: /Mieux dormir.*en attente de validation/ }),
    ).toBeVisible();
    await expect(
      page.getByRole("row", { name: /Sans places.*en attente de validation/ }),
    ).toBeVisible();
    if (scripts) await expectAccessible(page);
    await context.close();
  });
}

test("a forged or foreign request imports nothing", async ({ page, playwright, baseURL }) => {
  await registered(page, newOfferor("Collège visé"));
  const multipart = {
    file: { name: "a.csv", mimeType: "text/csv", buffer: readFileSync("package.json") },
  };
  const target = "/espace/offres/importer/fichier";
  expect(
    (
      await page.request.post(target, {
        multipart,
        headers: { origin: "https://attacker.example" },
      })
    ).status(),
  ).toBe(403);
  const anonymous = await playwright.request.newContext({ baseURL: baseURL ?? "" });
  const answer = await anonymous.post(target, {
    multipart,
    headers: { origin: baseURL ?? "" },
    maxRedirects: 0,
  });
  expect([answer.status(), answer.headers().location]).toEqual([
    303,
    `${baseURL}/connexion?suite=%2Fespace%2Foffres%2Fimporter`,
  ]);
});

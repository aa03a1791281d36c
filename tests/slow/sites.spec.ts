// Covers: app/espace/sites/ components/offer/deposit/site-form.tsx
// Covers: lib/offer/draft/contested-site.ts lib/people/structure/ components/reference/commune/
import { expect, test } from "@playwright/test";
import { expectAccessible, fillInformation, newOfferor, registered } from "../e2e/portal";

for (const scripts of [true, false]) {
  test(`sites and referents are kept and picked, ${scripts ? "with" : "without"} scripts`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: scripts });
    const page = await context.newPage();
    await registered(page, newOfferor("Groupe scolaire"), "/espace");
    await page.getByRole("navigation").getByRole("link", { name: "Lieux et référents" }).click();
    if (scripts) await expectAccessible(page);
    await page.getByRole("link", { name: "Ajouter un lieu" }).click();
    await page.getByLabel("Nom de la structure d’accueil").fill("Annexe sud");
    await page.getByLabel("Adresse", { exact: true }).fill("2 rue Haute");
    await page.getByLabel("Code postal").fill("54200");
    await page.getByLabel("Type de terrain d’action").selectOption({ label: "Milieu scolaire" });
    if (!scripts) {
      await page.getByRole("button", { name: "Enregistrer" }).click();
      await expect(
        page.getByRole("link", { name: /^Indiquez la commune\s: .*Toul/ }),
      ).toBeVisible();
    }
    await page.getByLabel("Commune").fill("Toul");
    if (scripts) await expectAccessible(page);
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByText("Le lieu est enregistré.")).toBeVisible();

    await page.goto("/espace/offres/nouvelle");
    await fillInformation(page, scripts);
    await page.getByRole("button", { name: "Continuer" }).click();
    await page.waitForURL(/terrain/);
    await page.getByLabel("Référent de proximité", { exact: true }).fill("Paul Klein");
    await page
      .getByLabel(/^Reprendre un lieu enregistré/)
      .selectOption({ label: "Annexe sud, 2 rue Haute, Toul" });
    await page.getByRole("button", { name: "Reprendre ce lieu" }).click();
    await expect(page.getByLabel("Nom de la structure d’accueil")).toHaveValue("Annexe sud");
    await expect(page.getByLabel("Commune")).toHaveValue("Toul");
    await expect(page.getByLabel("Référent de proximité", { exact: true })).toHaveValue(
      "Paul Klein",
    );
    if (scripts) await expectAccessible(page);
    await page.getByLabel("Fonction", { exact: true }).fill("CPE");
    await page.getByLabel("Numéro de téléphone").fill("03 29 00 00 01");
    await page.getByLabel("Adresse email").fill("paul@exemple.fr");
    await page.getByLabel("Garder ce référent pour mes prochaines offres").check();
    await page.getByRole("button", { name: "Continuer" }).click();
    await page.waitForURL(/verification/);
    await page.goto("/espace/sites");
    await expect(page.getByRole("paragraph").filter({ hasText: "Paul Klein" })).toBeVisible();
    await page.getByRole("button", { name: "Retirer Annexe sud" }).click();
    await expect(page.getByText("Aucun lieu enregistré.")).toBeVisible();
    await context.close();
  });
}

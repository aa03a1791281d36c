import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, hydrated, signedIn } from "./portal";

// The agency's texts are the same for both.
test.describe.configure({ mode: "default" });

for (const scripts of [true, false]) {
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("the agency writes a text of its own, looks at it first, and takes the portal's back", async ({
      page,
      context,
    }) => {
      const words = scripts
        ? "Choisissez votre stage en {region} : nous vous aidons."
        : "Trouvez un terrain en {region}, près de chez vous.";
      const read = words.replace("{region}", "Grand Est");
      await signedIn(page, "moderation@ars.example", "/admin/textes");
      await page.getByRole("link", { name: "Modifier : Offres de stage" }).click();
      // Filled in two steps, select and replace: scripts that come between take the selection.
      await expect(page.getByLabel("Offres de stage : introduction")).toBeVisible();
      if (scripts) await hydrated(page);
      await page.getByLabel("Offres de stage : introduction").fill(words);
      const [preview] = await Promise.all([
        context.waitForEvent("page"),
        page.getByRole("button", { name: "Aperçu" }).click(),
      ]);
      await expect(preview.getByText("Aperçu, pas encore enregistré")).toBeVisible();
      await expect(preview.getByText(read)).toBeVisible();
      await preview.goto("/offres");
      await expect(preview.getByText(read)).toHaveCount(0);
      await preview.close();
      await expect(page.getByLabel("Offres de stage : introduction")).toHaveValue(words);
      await page.getByRole("button", { name: "Enregistrer" }).click();
      await expect(page.getByText("Le texte est enregistré.")).toBeVisible();
      await page.goto("/offres");
      await expect(page.getByText(read)).toBeVisible();
      await page.goto("/admin/textes?texte=catalogueLead");
      if (scripts) await hydrated(page);
      await page.getByLabel("Offres de stage : introduction").fill("");
      await page.getByRole("button", { name: "Enregistrer" }).click();
      await expect(page.getByText("Le texte est enregistré.")).toBeVisible();
      await page.goto("/offres");
      await expect(
        page.getByText("Les stages du service sanitaire proposés en région Grand Est."),
      ).toBeVisible();
      await page.goto(
        "/admin/textes/apercu?code=mailApproved&words=Merci%20beaucoup%20%C3%A0%20vous.",
      );
      await expect(page.frameLocator("iframe").getByText("Merci beaucoup à vous.")).toBeVisible();
    });

    test("a text that was changed meanwhile is shown beside what was typed, and kept by choice", async ({
      page,
      context,
    }) => {
      const address = "/admin/textes?texte=mailRefused";
      const field = (of: Page) => of.getByLabel("Courrier « Offre refusée » : dernières lignes");
      const open = async (of: Page) => {
        await of.goto(address);
        await expect(field(of)).toBeVisible();
        if (scripts) await hydrated(of);
      };
      const save = async (of: Page) => of.getByRole("button", { name: "Enregistrer" }).click();
      await signedIn(page, "moderation@ars.example", "/admin/textes");
      const other = await context.newPage();
      await open(page);
      await open(other);
      // Other words at each try: what is typed alike by two is no conflict.
      const theirs = `Écrivez-nous (${test.info().retry + 1}).`;
      await field(other).fill(theirs);
      await save(other);
      await expect(other.getByText("Le texte est enregistré.")).toBeVisible();
      await other.close();

      const told = page.getByText("Cette page a été modifiée ailleurs pendant votre saisie");
      await field(page).fill("Appelez-nous.");
      await save(page);
      await expect(told).toBeVisible();
      await expect(page.getByText(`L’autre version : ${theirs}`)).toBeVisible();
      await expect(field(page)).toHaveValue("Appelez-nous.");
      if (scripts) await expectAccessible(page);
      // The page that answers is of the other version: saving from it is no choice yet.
      await save(page);
      await expect(told).toBeVisible();
      // Nothing can be chosen while it is on its way.
      await expect(page.getByRole("button", { name: "Garder ma saisie" })).toBeEnabled();
      await page.getByRole("button", { name: "Garder ma saisie" }).click();
      await expect(page.getByText("Le texte est enregistré.")).toBeVisible();
      await expect(page.getByText("Appelez-nous.")).toBeVisible();
      await open(page);
      await field(page).fill("");
      await save(page);
      await expect(page.getByText("Le texte est enregistré.")).toBeVisible();
    });

    test("a campaign gets the days between which new offers are taken", async ({
      page,
      context,
    }) => {
      // Of last year: no other journey deposits in it.
      await signedIn(page, "moderation@ars.example", "/admin/campagnes");
      await page
        .getByRole("link", { name: /^Changer les dates/ })
        .last()
        .click();
      await page.getByLabel(/^Ouverture du dépôt/).fill("2025-09-15");
      await page.getByLabel(/^Fermeture du dépôt/).fill("2026-02-27");
      if (scripts) await expectAccessible(page);
      await page.getByRole("button", { name: "Enregistrer les dates" }).click();
      await expect(page.getByText("Les dates sont enregistrées.")).toBeVisible();
      await expect(
        page.getByText("Le dépôt des offres est clos depuis le 27 février 2026."),
      ).toBeVisible();
      await page.goto("/admin/journal?quoi=campaign");
      await expect(page.getByText("a changé les dates d’une campagne").first()).toBeVisible();

      const other = await context.newPage();
      for (const each of [page, other]) {
        await each.goto("/admin/campagnes");
        await each
          .getByRole("link", { name: /^Changer les dates/ })
          .last()
          .click();
        await expect(each.getByLabel(/^Ouverture du dépôt/)).toBeVisible();
        if (scripts) await hydrated(each);
      }
      await other.getByLabel(/^Fermeture du dépôt/).fill("2026-02-26");
      await other.getByRole("button", { name: "Enregistrer les dates" }).click();
      await expect(other.getByText("Les dates sont enregistrées.")).toBeVisible();
      await other.close();
      const closes = page.getByLabel(/^Fermeture du dépôt/);
      // Enter in a field chooses nothing, however often.
      for (const day of ["2026-02-25", "2026-02-24"]) {
        await closes.fill(day);
        await closes.press("Enter");
        await expect(
          page.getByText("L’autre version : 26 février 2026", { exact: false }),
        ).toBeVisible();
        await expect(closes).toHaveValue(day);
        await expect(page.getByRole("button", { name: "Garder ma saisie" })).toBeEnabled();
      }
      await page.goto("/admin/campagnes");
      await expect(
        page.getByText("Le dépôt des offres est clos depuis le 26 février 2026."),
      ).toBeVisible();
    });
  });
}

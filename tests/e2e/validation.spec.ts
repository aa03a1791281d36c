import { expect, type Page, test } from "@playwright/test";
import { fillInformation, newOfferor, registered, signedIn } from "./portal";
import {
  type BrokenRule,
  brokenInContact,
  brokenInReports,
  brokenRules,
  forgedOnly,
  rulesInCode,
} from "./validation-rules";

/** Sets a field as a person would, whatever it is made of. */
async function set(page: Page, name: string, value: string | string[]): Promise<void> {
  const field = page.locator(`form [name="${name}"]:not([type=hidden])`);
  if (Array.isArray(value)) {
    for (const box of await field.all())
      await box.setChecked(value.includes(await box.inputValue()));
    return;
  }
  if ((await field.evaluate((element) => element.tagName)) === "SELECT")
    await field.selectOption(value);
  else await field.fill(value);
}

async function kept(page: Page, name: string, value: string | string[]): Promise<void> {
  if (/password/i.test(name)) return;
  const field = page.locator(`form [name="${name}"]:not([type=hidden])`);
  if (!Array.isArray(value)) return expect(field).toHaveValue(value);
  for (const chosen of value)
    await expect(page.locator(`[name="${name}"][value="${chosen}"]`)).toBeChecked();
}

/** Breaks each rule in turn and looks for its words in both places. */
async function breakRules(page: Page, button: string, rules: BrokenRule[]): Promise<void> {
  for (const rule of rules) {
    await test.step(rule.message, async () => {
      for (const [name, value] of Object.entries(rule.set ?? {})) await set(page, name, value);
      await page.getByRole("button", { name: button, exact: true }).click();
      const summary = page.locator("[aria-labelledby$=error-summary-title]");
      await expect(summary.locator(`a[href="#${rule.field}"]`)).toHaveText(rule.message);
      await expect(page.locator(`#${rule.field}-error`)).toHaveText(rule.message);
      await expect(page.locator(`[id="${rule.field}"]`)).toHaveAttribute(
        "aria-describedby",
        new RegExp(`${rule.field}-error`),
      );
      await expect(summary).toBeFocused();
      await expect(page).toHaveTitle(/^Erreur : /);
      for (const [name, value] of Object.entries(rule.set ?? {})) await kept(page, name, value);
    });
  }
}

async function structureFilled(page: Page): Promise<void> {
  await set(page, "name", "Collège des règles");
  await set(page, "street", "12 rue des Écoles");
  await set(page, "postcode", "88000");
  await page.getByLabel("Type de structure").selectOption({ label: "Collège" });
  await set(page, "representativeName", "Jeanne Mougin");
  await set(page, "representativeFunction", "Principale");
  // Without scripts the list of communes comes with the answer.
  if ((await page.getByLabel("Commune").getByRole("option", { name: "Épinal" }).count()) === 0)
    await page.getByRole("button", { name: "Suivant" }).click();
  await page.getByLabel("Commune").selectOption({ label: "Épinal" });
  await page.getByRole("button", { name: "Suivant" }).click();
}

test("every rule of the schemas is broken below", () => {
  const broken = new Set(
    Object.values(brokenRules)
      .flat()
      .map(({ message }) => message),
  );
  const covers = (words: string) => {
    const pattern = new RegExp(
      `^${words.replaceAll(/[.*+?^()|[\]\\]/g, "\\$&").replaceAll(/\$\{[^}]*\}/g, ".+")}$`,
    );
    return [...broken, ...brokenInContact, ...brokenInReports, ...forgedOnly].some((message) =>
      pattern.test(message),
    );
  };
  const rules = rulesInCode();
  expect(rules.length).toBeGreaterThan(35);
  expect(rules.filter((words) => !covers(words))).toEqual([]);
});

for (const scripts of [true, false]) {
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("a broken rule is told in the summary and at its field before one has an account, and what was typed stays", async ({
      page,
    }) => {
      test.slow();
      await page.goto("/connexion");
      await breakRules(page, "Se connecter", brokenRules.signIn);
      await page.goto("/mot-de-passe");
      await breakRules(page, "Recevoir un lien", brokenRules.forgottenPassword);
      await page.goto("/offres/alerte?mois=3");
      await breakRules(page, "Recevoir les nouvelles offres", brokenRules.forgottenPassword);
      await page.goto("/inscription");
      await breakRules(page, "Suivant", brokenRules.structure);
      await structureFilled(page);
      await expect(page.getByLabel("Prénom")).toBeVisible();
      await breakRules(page, "S’inscrire", brokenRules.administrator);
    });

    test("the same in the offeror's space and for the ARS", async ({ page, browser }) => {
      test.slow();
      await registered(page, newOfferor("Collège des règles"));
      await breakRules(page, "Continuer", brokenRules.information);
      await page.goto("/espace/offres/nouvelle");
      await fillInformation(page, scripts);
      await page.getByRole("button", { name: "Continuer" }).click();
      await expect(page).toHaveURL(/terrain/);
      await breakRules(page, "Continuer", brokenRules.site);
      const path = new URL(page.url()).pathname;
      await page.goto("/espace/profil/compte");
      await breakRules(page, "Enregistrer", brokenRules.identity);
      await page.goto("/espace/profil/mot-de-passe");
      await breakRules(page, "Changer mon mot de passe", brokenRules.ownPassword);
      await page.goto("/espace/collegues");
      await breakRules(page, "Envoyer l’invitation", brokenRules.invitation);

      await page.goto(path);
      await set(page, "siteName", "Collège des règles");
      await set(page, "siteStreet", "12 rue des Écoles");
      await set(page, "sitePostcode", "88000");
      await page.getByLabel("Type de terrain d’action").selectOption({ label: "Milieu scolaire" });
      await set(page, "referentName", "Claire Martin");
      await set(page, "referentFunction", "Infirmière");
      await set(page, "referentPhone", "03 29 00 00 00");
      await set(page, "referentEmail", "claire@college.example");
      if ((await page.getByLabel("Commune").getByRole("option", { name: "Épinal" }).count()) === 0)
        await page.getByRole("button", { name: "Continuer" }).click();
      await page.getByLabel("Commune").selectOption({ label: "Épinal" });
      await page.getByRole("button", { name: "Continuer" }).click();
      await page.getByRole("button", { name: "Soumettre l’offre" }).click();
      await expect(page.getByText("Votre offre est soumise.")).toBeVisible();

      const moderator = await (await browser.newContext({ javaScriptEnabled: scripts })).newPage();
      await signedIn(moderator, "moderation@ars.example");
      await moderator.goto(new URL(page.url()).pathname.replace("/espace/", "/admin/"));
      await breakRules(moderator, "Enregistrer la décision", brokenRules.decision);
      await moderator.getByText("Demander une correction sur un champ précis").click();
      await moderator.getByText("Titre de l'offre", { exact: true }).click();
      await breakRules(moderator, "Enregistrer la décision", brokenRules.comment);
      // What is typed comes back with the page: a decision later on would still have it.
      if (scripts) for (const name of ["comment-title", "reason"]) await set(moderator, name, "");
      const examined = moderator.url();
      await moderator.goto(examined);
      await breakRules(moderator, "Enregistrer la note", brokenRules.note);
      await moderator.goto(`${new URL(examined).pathname}/suspendre`);
      await breakRules(moderator, "Suspendre", brokenRules.suspension);
      await moderator.goto(`/admin/lot?o=${/offres\/([^/?]+)/.exec(examined)?.[1] ?? ""}`);
      await breakRules(
        moderator,
        "Enregistrer la décision pour les offres cochées",
        brokenRules.bulk,
      );
      await moderator.goto("/admin/motifs?motif=nouveau");
      await breakRules(moderator, "Enregistrer", brokenRules.template);
      await moderator.goto("/admin/textes?texte=catalogueLead");
      await breakRules(moderator, "Enregistrer", brokenRules.text);
      await moderator.goto("/admin/preferences");
      await breakRules(moderator, "Enregistrer mes choix", brokenRules.preferences);
      await moderator.goto("/admin/vocabulaires");
      await breakRules(moderator, "Ajouter", brokenRules.term);
      await moderator
        .getByRole("link", { name: /^Modifier/ })
        .first()
        .click();
      await expect(
        moderator.getByRole("heading", { name: "Fusionner avec un autre terme" }),
      ).toBeVisible();
      await breakRules(moderator, "Fusionner", brokenRules.merge);
      await moderator.goto("/admin/campagnes");
      await moderator.getByRole("link", { name: "Changer les dates" }).first().click();
      await breakRules(moderator, "Enregistrer les dates", brokenRules.campaign);
      await moderator.goto(examined);
      await moderator.getByRole("radio", { name: /Valider/ }).check();
      await moderator.getByRole("button", { name: "Enregistrer la décision" }).click();
      await expect(moderator.getByText("L’offre est validée.")).toBeVisible();
      await page.goto(new URL(page.url()).pathname.replace(/([^/]+)$/, "$1/pause"));
      await breakRules(page, "Mettre en pause", brokenRules.pause);
    });
  });
}

import { expect, test } from "@playwright/test";
import {
  expectAccessible,
  fillAdministrator,
  fillStructure,
  hydrated,
  newOfferor,
  password,
  registered,
} from "./portal";

test("what was typed survives a reload and going back, but for the password", async ({ page }) => {
  await page.goto("/inscription");
  await page.getByLabel("Raison sociale").fill("Association Le Relais");
  await page.getByLabel("Code postal").fill("54200");
  await page.getByLabel("Commune").pressSequentially("to");
  await page.getByRole("option", { name: "Toul 54200" }).click();
  await expect(page.getByLabel("Commune")).toHaveValue("Toul");
  await page.reload();
  await expect(page.getByLabel("Raison sociale")).toHaveValue("Association Le Relais");
  await expect(page.getByLabel("Commune")).toHaveValue("Toul");

  await page.getByLabel("Adresse", { exact: true }).fill("3 place de la République");
  await page.getByLabel("Type de structure").selectOption({ label: "Association" });
  await page.getByLabel("Représentant de la structure (Nom et prénom)").fill("Karim Benali");
  await page.getByLabel("Fonction du représentant de la structure").fill("Président");
  await page.getByRole("button", { name: "Suivant" }).click();
  await page.getByLabel("Nom", { exact: true }).fill("Weber");
  await page.getByLabel("Mot de passe", { exact: true }).fill(password);
  await page.reload();
  await expect(page.getByLabel("Nom", { exact: true })).toHaveValue("Weber");
  await expect(page.getByLabel("Mot de passe", { exact: true })).toHaveValue("");
  await page.getByRole("button", { name: "Retour" }).click();
  await expect(page.getByLabel("Raison sociale")).toHaveValue("Association Le Relais");
  await expect(page.getByLabel("Commune")).toHaveValue("Toul");
  await page.getByRole("button", { name: "Suivant" }).click();
  await expect(page.getByLabel("Nom", { exact: true })).toHaveValue("Weber");
});

test("an address that has an account is refused at its field, and the account stays as it was", async ({
  page,
  browser,
}) => {
  const offeror = newOfferor("Collège déjà inscrit");
  await registered(page, offeror);
  const other = await (await browser.newContext()).newPage();
  await other.goto("/inscription");
  await fillStructure(other, offeror);
  await other.getByRole("button", { name: "Suivant" }).click();
  await fillAdministrator(other, offeror);
  await other.getByRole("button", { name: "S’inscrire" }).click();
  await expect(other.getByText("Un compte existe déjà avec cette adresse.").first()).toBeVisible();
  await expect(other).toHaveTitle(/^Erreur\s: /);
  await expect(other.getByLabel("Nom", { exact: true })).toHaveValue("Martin");
});

test("a forgotten password answers the same for known and unknown addresses", async ({ page }) => {
  for (const email of ["moderation@ars.example", "personne@nulle-part.example"]) {
    await page.goto("/mot-de-passe");
    await page.getByLabel("Email").fill(email);
    await page.getByRole("button", { name: "Recevoir un lien" }).click();
    await expect(page.getByText("Si cette adresse a un compte")).toBeVisible();
  }
});

test("the deposit and the decision are closed to those they are not for", async ({ page }) => {
  for (const path of ["/espace/offres", "/espace/profil", "/espace/offres/nouvelle", "/admin"]) {
    await page.goto(path);
    await expect(page).toHaveURL(new RegExp(`/connexion\\?suite=${encodeURIComponent(path)}`));
  }
  await registered(page, newOfferor("Collège curieux"));
  expect((await page.goto("/admin"))?.status()).toBe(404);
  expect((await page.goto("/espace/offres/00000000-0000-7000-8000-000000000000"))?.status()).toBe(
    404,
  );
  expect((await page.goto("/espace/offres/malforme"))?.status()).toBe(404);
});

for (const scripts of [true, false]) {
  test(`a slip in an address is asked about, ${scripts ? "with" : "without"} scripts`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: scripts });
    const page = await context.newPage();
    await page.goto("/offres/alerte");
    const email = page.getByLabel("Votre adresse email");
    const send = page.getByRole("button", { name: "Recevoir les nouvelles offres" });
    const suggestion = page.getByLabel("Vouliez-vous dire claire@gmail.com ? Corriger");
    await email.fill("claire@gmial.com");
    if (scripts) await email.blur();
    else await send.click();
    await expect(suggestion).toBeVisible();
    await expect(email).toHaveValue("claire@gmial.com");
    await suggestion.click();
    if (scripts) await expect(email).toHaveValue("claire@gmail.com");
    await send.click();
    await expect(page.getByText("Un message vous attend")).toBeVisible();
    // Whoever means it sends it again.
    await page.goto("/offres/alerte");
    await email.fill("anne@gmial.com");
    await send.click();
    await expect(page.getByLabel(/anne@gmail.com\s\? Corriger/)).toBeVisible();
    await expect(email).toHaveValue("anne@gmial.com");
    await send.click();
    await expect(page.getByText("Un message vous attend")).toBeVisible();
    await context.close();
  });
}

for (const scripts of [true, false]) {
  test.describe(scripts ? "an address with scripts" : "an address without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("a CEDEX line finds its commune and stays for the mail", async ({ page }) => {
      await page.goto("/inscription");
      if (scripts) await hydrated(page);
      await fillStructure(page, newOfferor("Hôpital du CEDEX"));
      await page.getByLabel("Code postal").fill("54035");
      await page.getByLabel("Commune").fill("");
      await page.getByRole("button", { name: "Suivant" }).focus();
      if (scripts) await expect(page.getByText("c’est sans doute un code CEDEX")).toBeVisible();
      await page.getByLabel("Commune").fill("NANCY CEDEX");
      await page.getByRole("button", { name: "Suivant" }).focus();
      if (scripts) {
        await expect(page.getByLabel("Code postal")).toHaveValue("54000");
        await expect(page.getByLabel("Commune")).toHaveValue("Nancy");
        await expect(page.getByText("Adresse CEDEX comprise")).toBeVisible();
        await expect(page.getByLabel("Ligne CEDEX")).toHaveValue("54035 NANCY CEDEX");
        await expectAccessible(page);
      }
      await page.getByRole("button", { name: "Suivant" }).click();
      await expect(page.getByLabel("Prénom")).toBeVisible();
      await page.getByRole("button", { name: "Retour" }).click();
      await expect(page.getByLabel("Code postal")).toHaveValue("54000");
      await expect(page.getByLabel("Ligne CEDEX")).toHaveValue("54035 NANCY CEDEX");
    });
  });
}

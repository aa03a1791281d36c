// Covers: lib/people/membership/ components/people/membership/ lib/agency/preferences/
// Covers: components/agency/preferences/ app/admin/moderateurs/ app/admin/preferences/
import { expect, test } from "@playwright/test";
import { expectAccessible, lastMail, password, signedIn } from "../e2e/portal";

for (const scripts of [true, false]) {
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test(
      "an administrator of the portal invites a moderator, who follows departments, is " +
        "shut out and let in again",
      async ({ page, browser }) => {
        test.slow();
        const email = `nadia.${Date.now()}@ars.example`;
        await signedIn(page, "moderation@ars.example", "/admin");
        await page
          .getByRole("navigation", { name: "Modération" })
          .getByRole("link", { name: "Modérateurs" })
          .click();
        await page.getByLabel("Adresse email").fill("moderation@ars.example");
        await page.getByRole("button", { name: "Envoyer l’invitation" }).click();
        await expect(
          page.getByRole("link", { name: "Cette adresse est déjà celle d’un modérateur." }),
        ).toBeVisible();
        await page.getByLabel("Adresse email").fill(email);
        await page.getByRole("button", { name: "Envoyer l’invitation" }).click();
        await expect(page.getByText("L’invitation est partie.")).toBeVisible();
        const card = page.getByRole("listitem").filter({ hasText: email });
        await expect(card.getByText("Invité", { exact: true })).toBeVisible();

        const invited = await (await browser.newContext({ javaScriptEnabled: scripts })).newPage();
        const link =
          /\/invitation-moderation\/\S+/.exec(
            await lastMail(invited, email, "Rejoignez la modération"),
          )?.[0] ?? "";
        await invited.goto(link);
        if (scripts) await expectAccessible(invited);
        await invited.getByLabel("Nom", { exact: true }).fill("Weber");
        await invited.getByLabel("Prénom").fill("Nadia");
        await invited.getByLabel("Mot de passe", { exact: true }).fill(password);
        await invited.getByRole("button", { name: "Créer mon compte" }).click();
        await expect(invited.getByText("Bienvenue dans la modération.")).toBeVisible();
        await expect(invited.getByRole("link", { name: "Modérateurs" })).toHaveCount(0);
        expect((await invited.goto("/admin/moderateurs"))?.status()).toBe(404);
        await invited.goto(link);
        await expect(
          invited.getByText("Cette invitation a déjà servi ou n’est plus valable."),
        ).toBeVisible();

        await invited.goto("/admin");
        await invited
          .getByRole("navigation", { name: "Modération" })
          .getByRole("link", { name: "Mes avis" })
          .click();
        await invited.getByRole("checkbox", { name: "Vosges (88)" }).check();
        await invited
          .getByLabel("Offres qui attendent")
          .selectOption({ label: "Un mail par jour" });
        await invited.getByRole("button", { name: "Enregistrer mes choix" }).click();
        await expect(invited.getByText("Vos choix sont enregistrés.")).toBeVisible();
        await expect(invited.getByRole("checkbox", { name: "Vosges (88)" })).toBeChecked();
        await invited.goto("/admin");
        await invited
          .getByRole("combobox", { name: "Département" })
          .selectOption({ label: "Mes départements (88)" });
        await invited.getByRole("button", { name: "Filtrer" }).click();
        await expect(invited).toHaveURL(/departement=mes/);
        await expect(
          invited.getByRole("combobox", { name: "Département" }).locator("option:checked"),
        ).toHaveText("Mes départements (88)");

        await page.goto("/admin/moderateurs");
        await expect(card).toContainText("Suit : 88 · Un mail par jour");
        await card.getByRole("link", { name: "Gérer : Nadia Weber" }).click();
        await expect(page.getByRole("heading", { name: "Nadia Weber", level: 1 })).toBeVisible();
        if (scripts) await expectAccessible(page);
        await page.getByRole("button", { name: "Désactiver Nadia Weber" }).click();
        await expect(page.getByText("Cette personne n’a plus accès au portail.")).toBeVisible();
        await expect(card.getByText("Désactivé", { exact: true })).toBeVisible();
        await invited.goto("/admin");
        await expect(invited).toHaveURL(/connexion/);

        await card.getByRole("link", { name: "Gérer : Nadia Weber" }).click();
        await expect(page.getByRole("heading", { name: "Nadia Weber", level: 1 })).toBeVisible();
        await page.getByRole("button", { name: "Réactiver Nadia Weber" }).click();
        await expect(page.getByText("Cette personne a de nouveau accès au portail.")).toBeVisible();
        await card.getByRole("link", { name: "Gérer : Nadia Weber" }).click();
        await expect(page.getByRole("heading", { name: "Nadia Weber", level: 1 })).toBeVisible();
        await page
          .getByRole("combobox", { name: "Rôle" })
          .selectOption({ label: "Administrateur du portail" });
        await page.getByRole("button", { name: "Changer le rôle" }).click();
        await expect(page.getByText("Le rôle est changé.")).toBeVisible();
        await signedIn(invited, email, "/admin/moderateurs");
        await expect(invited.getByRole("heading", { name: "Modérateurs", level: 1 })).toBeVisible();
      },
    );
  });
}

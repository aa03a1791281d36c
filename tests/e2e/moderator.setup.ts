import { expect, test } from "@playwright/test";
import { expectAccessible, password, portal } from "./portal";

test("the first moderator chooses a password with the printed link", async ({ page }) => {
  await page.goto(portal().moderatorLink);
  await expectAccessible(page);
  await page.getByLabel("Nouveau mot de passe").fill(password);
  await page.getByRole("button", { name: "Enregistrer et me connecter" }).click();
  await expect(page.getByRole("heading", { name: "Offres à valider" })).toBeVisible();
  await expectAccessible(page);
  await page.goto(portal().moderatorLink);
  await expect(page.getByText("Ce lien a déjà servi ou n’est plus valable.")).toBeVisible();
});

import { expect, test } from "@playwright/test";
import { check, groups, judgeGroups, metInJourneys } from "./accessibility";
import { deposited, expectAccessible, lastMail, newOfferor, registered } from "./portal";
import { routes } from "./routes";

test("every page there is stands in this file", () => {
  const visited = Object.values(groups).flatMap(({ paths }) => paths);
  expect(
    [...new Set([...visited, ...metInJourneys].map((path) => path.replace(/\?.*/, "")))].sort(),
  ).toEqual(routes("page.tsx"));
});

judgeGroups(["visitor"]);

test("what is empty, not there or a mail breaks no rule either", async ({ page }) => {
  await page.goto("/introuvable");
  await expectAccessible(page);
  const who = newOfferor("Collège accessible");
  await registered(page, who);
  await check(page, ["/espace/offres"]);
  await deposited(page);
  await lastMail(page, who.email, "Offre reçue");
  await page.goto("/boite-aux-lettres");
  const row = page.getByRole("row").filter({ hasText: who.email });
  await row.getByRole("link", { name: "Offre reçue" }).click();
  await expect(page.getByRole("heading", { name: "Partie texte" })).toBeVisible();
  await expectAccessible(page);
  const mail = await page.request.get((await page.locator("iframe").getAttribute("src")) ?? "");
  await page.goto("about:blank");
  await page.setContent(await mail.text());
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await expectAccessible(page);
});

test("pages with errors break no rule either", async ({ page }) => {
  await page.goto("/connexion");
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page).toHaveTitle(/^Erreur\s: /);
  await expectAccessible(page);
  await page.goto("/inscription");
  await page.getByRole("button", { name: "Suivant" }).click();
  await expect(page).toHaveTitle(/^Erreur\s: /);
  await expectAccessible(page);
  await page.goto("/mot-de-passe");
  await page.getByRole("button").filter({ hasText: "lien" }).click();
  await expect(page).toHaveTitle(/^Erreur\s: /);
  await expectAccessible(page);
  await page.goto("/offres?q=motintrouvable");
  // «Rien pour …» where other journeys have published something, «Aucune offre …» before.
  await expect(page.getByText(/«\smotintrouvable\s»/).first()).toBeVisible();
  await expectAccessible(page);
  await page.goto("/offres?places=9999");
  await expect(page.getByText("Aucune offre trouvée")).toBeVisible();
  await expectAccessible(page);
});

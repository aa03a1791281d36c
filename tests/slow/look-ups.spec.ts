// Covers: components/reference/commune/ components/ui/suggest-field.tsx components/people/account/
// Covers: lib/people/structure/ lib/reference/commune/ lib/platform/load/ask-service.ts
// Covers: app/api/adresses/ app/api/organismes/ tests/support/fake-look-ups.ts
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, hydrated, portal } from "../e2e/portal";
import { environment } from "../support/database";
import { documentedAnswer, fakeLookUps } from "../support/fake-look-ups";
import { serveNext } from "../support/serve-next";

// A portal of its own: the services are configured when it starts.

// One for all of them.
test.describe.configure({ mode: "default" });

let services: Awaited<ReturnType<typeof fakeLookUps>>;
let own: Awaited<ReturnType<typeof serveNext>>;

test.beforeAll(async () => {
  services = await fakeLookUps();
  const configured = { ...environment(portal().databaseUrl), ...services.environment };
  own = await serveNext(null, configured, "/api/health");
});

test.afterAll(async () => {
  await own.stop();
  await services.stop();
});

const proposed = (page: Page) =>
  page.getByRole("listbox", { name: "Propositions" }).getByRole("option");

test("a number and its street, or a SIRET, fill the address of a registration", async ({
  page,
}) => {
  services.told.answer = documentedAnswer;
  await page.goto(`${own.origin}/inscription`);
  await hydrated(page);
  const [street, postcode, commune] = [
    page.getByLabel("Adresse", { exact: true }),
    page.getByLabel("Code postal"),
    page.getByLabel("Commune"),
  ];
  await street.pressSequentially("12 rue des ec");
  await expect(proposed(page)).toHaveText(["12 Rue des Écoles 88000 Épinal"]);
  await expect(street).toHaveAttribute("aria-expanded", "true");
  await expectAccessible(page);
  await street.press("ArrowDown");
  await street.press("Enter");
  await expect(street).toHaveValue("12 Rue des Écoles");
  await expect(postcode).toHaveValue("88000");
  await expect(commune).toHaveValue("Épinal");
  await expect(proposed(page)).toHaveCount(0);

  for (const field of [street, postcode, commune]) await field.fill("");
  const name = page.getByLabel("Raison sociale");
  await name.pressSequentially("198 800 012 00017");
  await page.getByRole("option", { name: "COLLEGE JULES FERRY 88000 Épinal" }).click();
  await expect(name).toHaveValue("COLLEGE JULES FERRY");
  await expect(street).toHaveValue("12 RUE DES ECOLES");
  await expect(postcode).toHaveValue("88000");
  await expect(commune).toHaveValue("Épinal");
  await expect(page.getByLabel("Type de structure").locator("option:checked")).toHaveText(
    "Collège",
  );
  expect(services.asked).toContainEqual(expect.stringMatching(/\/search\?q=19880001200017&/));
});

for (const [how, answer] of [
  ["is slow", { ...documentedAnswer("/search?autocomplete=1"), after: 4_000 }],
  ["answers rubbish", { body: '{"features":[{"properties":{"name":["<b>"]}}],"results":"non"}' }],
] as const)
  test(`a service that ${how} leaves a field like any other`, async ({ page }) => {
    services.told.answer = () => answer;
    await page.goto(`${own.origin}/inscription`);
    await hydrated(page);
    const street = page.getByLabel("Adresse", { exact: true });
    const answered = page.waitForResponse(/\/api\/adresses\?/);
    await street.pressSequentially("3 place de la République");
    expect(await (await answered).json()).toEqual([]);
    await expect(proposed(page)).toHaveCount(0);
    await page.getByLabel("Raison sociale").fill("Association Le Relais");
    await page.getByLabel("Code postal").fill("54000");
    await page.getByLabel("Type de structure").selectOption({ label: "Association" });
    await page.getByLabel("Représentant de la structure (Nom et prénom)").fill("Karim Benali");
    await page.getByLabel("Fonction du représentant de la structure").fill("Président");
    await expect(page.getByLabel("Commune")).toHaveValue("Nancy");
    await expect(street).toHaveValue("3 place de la République");
    await page.getByRole("button", { name: "Suivant" }).click();
    await expect(page.getByLabel("Prénom")).toBeVisible();
  });

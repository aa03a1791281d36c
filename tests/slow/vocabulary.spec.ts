// Covers: lib/agency/vocabulary/ components/agency/vocabulary/ lib/reference/vocabulary/
// Covers: app/admin/vocabulaires/
import { expect, type Page, test } from "@playwright/test";
import {
  approved,
  deposited,
  expectAccessible,
  newOfferor,
  registered,
  signedIn,
} from "../e2e/portal";

const list = (page: Page, name: string) => page.getByRole("region", { name });
const rowOf = (page: Page, label: string) =>
  page.getByRole("listitem").filter({ has: page.getByText(label, { exact: true }) });

async function add(page: Page, label: string): Promise<void> {
  await page.getByLabel("Libellé", { exact: true }).fill(label);
  await page.getByRole("button", { name: "Ajouter" }).click();
  await expect(page.getByText("Le terme est ajouté à la fin de la liste.")).toBeVisible();
}

async function open(page: Page, label: string): Promise<void> {
  await page.getByRole("link", { name: `Modifier : ${label}`, exact: true }).click();
  await expect(page.getByRole("heading", { name: label, level: 1 })).toBeVisible();
}

/** An offer with these themes that the ARS has approved and the public sees. */
async function published(page: Page, themes: string[]): Promise<string> {
  await registered(page, newOfferor("Collège des vocabulaires"));
  const offerId = await deposited(page, { themes });
  await approved(offerId);
  return offerId;
}

for (const scripts of [true, false]) {
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    // Both run at once: each has a list of its own.
    const name = scripts ? "Publics cibles" : "Types de terrain d’action";

    test("the ARS adds, orders, renames, retires and takes back a term", async ({ page }) => {
      const [first, second] = [`Premier ${Date.now()}`, `Second ${Date.now()}`];
      await signedIn(page, "moderation@ars.example", "/admin");
      await page
        .getByRole("navigation", { name: "Modération" })
        .getByRole("link", { name: "Vocabulaires" })
        .click();
      await expect(page.getByRole("heading", { name: "Vocabulaires", level: 1 })).toBeVisible();
      await page.getByRole("navigation", { name: "Listes" }).getByRole("link", { name }).click();
      await expect(list(page, name)).toBeVisible();
      await add(page, first);
      await add(page, second);
      await page.getByLabel("Libellé", { exact: true }).fill(second.toUpperCase());
      await page.getByRole("button", { name: "Ajouter" }).click();
      await expect(
        page.getByRole("link", { name: "Ce libellé est déjà dans la liste." }),
      ).toBeVisible();
      await expect(page.getByLabel("Libellé", { exact: true })).toHaveValue(second.toUpperCase());

      const labels = list(page, name).getByRole("listitem").locator("p:first-child");
      const up = page.getByRole("button", { name: new RegExp(`^Monter : ${second},`) });
      await up.focus();
      await page.keyboard.press("Enter");
      await expect(async () => {
        const all = await labels.allInnerTexts();
        expect(all.indexOf(second)).toBeLessThan(all.indexOf(first));
      }).toPass();
      if (scripts) await expect(up).toBeFocused();

      await open(page, second);
      if (scripts) await expectAccessible(page);
      await page.getByLabel("Libellé", { exact: true }).fill(first.toLowerCase());
      await page.getByRole("button", { name: "Enregistrer" }).click();
      await expect(
        page.getByRole("link", { name: "Ce libellé est déjà dans la liste." }),
      ).toBeVisible();
      await page.getByLabel("Libellé", { exact: true }).fill(`${second} bis`);
      await page.getByRole("button", { name: "Enregistrer" }).click();
      await expect(
        page.getByText("Le libellé est changé, sur les offres publiées aussi."),
      ).toBeVisible();

      await open(page, `${second} bis`);
      await page.getByRole("button", { name: "Retirer de la liste" }).click();
      await expect(list(page, "Termes retirés")).toContainText(`${second} bis`);
      await open(page, `${second} bis`);
      await page.getByRole("button", { name: "Proposer de nouveau" }).click();
      await expect(page.getByText("Le terme est proposé de nouveau.")).toBeVisible();
      await expect(list(page, name)).toContainText(`${second} bis`);

      await open(page, `${second} bis`);
      await page.getByRole("button", { name: "Fusionner" }).click();
      await expect(
        page.getByRole("link", { name: "Choisissez le terme qui reste." }),
      ).toBeVisible();
      await expect(
        page.getByRole("link", { name: "Cochez la case : une fusion ne se défait pas." }),
      ).toBeVisible();
      await page.getByLabel("Terme qui reste").selectOption({ label: first });
      await page.getByRole("checkbox", { name: /ne se défait pas/ }).check();
      await page.getByRole("button", { name: "Fusionner" }).click();
      await expect(page.getByText("Les deux termes n’en font plus qu’un")).toBeVisible();
      await expect(rowOf(page, `${second} bis`)).toHaveCount(0);
    });
  });
}

test("the public reads a new label and finds a merged theme at once", async ({ page, browser }) => {
  test.slow();
  const [gone, stays] = [`Ludique ${Date.now()}`, `Sportif ${Date.now()}`];
  const moderator = await (await browser.newContext()).newPage();
  const visitor = await (await browser.newContext()).newPage();
  await signedIn(moderator, "moderation@ars.example", "/admin/vocabulaires");
  await add(moderator, gone);
  await add(moderator, stays);
  const offerId = await published(page, [gone]);

  await visitor.goto("/offres");
  await visitor.getByText("Thème", { exact: true }).last().click();
  await visitor.getByRole("checkbox", { name: gone }).check();
  await visitor.getByRole("button", { name: "Chercher" }).click();
  // In a catalogue of one offer the number was there before.
  await expect(visitor).toHaveURL(/theme=/);
  await expect(visitor.getByText("1 offre trouvée")).toBeVisible();
  const kept = visitor.url();

  await moderator.goto("/admin/vocabulaires");
  await expect(rowOf(moderator, gone)).toContainText("1 offre");
  await open(moderator, gone);
  await moderator.getByLabel("Libellé", { exact: true }).fill(`${gone} et joyeux`);
  await moderator.getByRole("button", { name: "Enregistrer" }).click();
  await expect(moderator.getByText("Le libellé est changé")).toBeVisible();
  await visitor.reload();
  const results = visitor.getByRole("region", { name: /trouvée/ });
  await expect(results.getByText(`${gone} et joyeux`).first()).toBeVisible();

  await open(moderator, `${gone} et joyeux`);
  await moderator.getByLabel("Terme qui reste").selectOption({ label: stays });
  await moderator.getByRole("checkbox", { name: /ne se défait pas/ }).check();
  await moderator.getByRole("button", { name: "Fusionner" }).click();
  await expect(moderator.getByText("Les deux termes n’en font plus qu’un")).toBeVisible();
  await visitor.goto(kept);
  await expect(visitor.getByText("1 offre trouvée")).toBeVisible();
  await expect(visitor.getByRole("checkbox", { name: stays })).toBeChecked();
  await expect(results.getByText(stays, { exact: true }).first()).toBeVisible();
  await page.goto(`/espace/offres/${offerId}`);
  await expect(page.getByText(stays)).toBeVisible();
  await expect(page.getByText(gone)).toHaveCount(0);
});

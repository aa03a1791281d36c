import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { newOfferor, registered, signedIn } from "./portal";

for (const scripts of [true, false]) {
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("the ARS finds who did what, and saves the list it sees", async ({ page, browser }) => {
      const offeror = newOfferor(scripts ? "Collège du journal" : "Collège du journal écrit");
      await registered(
        await (await browser.newContext({ javaScriptEnabled: true })).newPage(),
        offeror,
      );
      await signedIn(page, "moderation@ars.example", "/admin");
      await page
        .getByRole("navigation", { name: "Modération" })
        .getByRole("link", { name: "Journal" })
        .click();
      await expect(page.getByRole("heading", { name: "Journal", level: 1 })).toBeVisible();
      await page.getByLabel("Qui (nom ou adresse)").fill(offeror.email);
      await page.getByRole("combobox", { name: "Quoi" }).selectOption({ label: "Comptes" });
      await page.getByRole("button", { name: "Filtrer" }).click();
      await expect(page).toHaveURL(/quoi=account/);
      const rows = page.getByRole("table", { name: "Journal" }).getByRole("row");
      await expect(rows).toHaveCount(2);
      await expect(rows.last()).toContainText("Claire Martin (Structure)");
      await expect(rows.last()).toContainText("a inscrit la structure");

      await page.getByText("Exporter cette liste…").click();
      await page.getByRole("checkbox", { name: "Identifiant" }).uncheck();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Texte (csv)" }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/^journal-\d{4}-\d\d-\d\d\.csv$/);
      const lines = (await readFile(await download.path(), "utf8")).trimEnd().split("\r\n");
      expect(lines).toHaveLength(2);
      expect(lines[0]).toBe("\uFEFFQuand;Qui;Pour qui;Quoi;Code;Nature de l’objet;Objet");
      expect(lines[1]).toContain("Claire Martin;Structure;a inscrit la structure;account:register");

      await page.getByRole("link", { name: "Tout voir" }).click();
      await page.getByLabel("Du", { exact: true }).fill("2999-01-01");
      await page.getByRole("button", { name: "Filtrer" }).click();
      await expect(page.getByText("Aucune ligne ne correspond")).toBeVisible();
    });
  });
}

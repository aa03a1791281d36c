import { expect, test } from "@playwright/test";

test.beforeEach(async ({ page }) => {
  await page.clock.install();
  await page.goto("/composants");
  await expect(page.getByRole("main")).toBeFocused();
});

test("what arrow keys choose is in sight, and Escape takes the list alone", async ({ page }) => {
  await page.getByRole("link", { name: "Choisir une ville" }).click();
  const dialog = page.getByRole("dialog", { name: "Choisir une ville" });
  const field = dialog.getByLabel("Ville du dialogue");
  const list = dialog.getByRole("listbox", { name: "Propositions" });
  await field.pressSequentially("vi");
  await expect(list.getByRole("option")).toHaveCount(8);
  expect(await list.evaluate((box) => box.scrollHeight - box.clientHeight)).toBeGreaterThan(0);
  for (const [key, name] of [
    ["ArrowUp", "Ville 8"],
    ["ArrowDown", "Ville 1"],
  ] as const) {
    await field.press(key);
    const chosen = list.getByRole("option", { selected: true });
    await expect(chosen).toHaveText(name);
    await expect(chosen).toBeInViewport({ ratio: 0.9 });
  }
  await field.press("Escape");
  await expect(list).toHaveCount(0);
  await expect(field).toHaveValue("vi");
  // Of a field that is empty the key would close the dialog.
  await field.fill("");
  await field.press("ArrowDown");
  await expect(list).toBeVisible();
  await field.press("Escape");
  await expect(list).toHaveCount(0);
  await expect(dialog).toBeVisible();
  await field.press("Escape");
  await expect(dialog).toHaveCount(0);
});

test("an answer on its way opens nothing after Escape", async ({ page }) => {
  const entry = page.locator("[data-component=Suggestions]");
  const field = entry.getByLabel("Ville");
  const list = entry.getByRole("listbox");
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
  await field.pressSequentially("bo");
  await field.press("Escape");
  await page.clock.runFor(1000);
  await expect(list).toHaveCount(0);
  await expect(field).toHaveValue("bo");
  await field.press("ArrowDown");
  await page.clock.runFor(1000);
  await expect(list.getByRole("option")).toHaveText(["Bordeaux (33) 33000"]);
});

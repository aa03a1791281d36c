import { expect, type Locator, type Page } from "@playwright/test";

export const monthNames = [
  "Septembre",
  "Octobre",
  "Novembre",
  "Décembre",
  "Janvier",
  "Février",
  "Mars",
  "Avril",
  "Mai",
  "Juin",
  "Juillet",
  "Août",
];

/** A month of the form, or a cell or header of its grid. */
export const box = (page: Page, name: string): Locator =>
  page.getByRole("checkbox", { name, exact: true });

/** Chooses months: the grid then has them. */
export async function choose(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) await box(page, name).check();
  await expect(page.getByRole("grid")).toBeVisible();
}

export async function middle(target: Locator): Promise<{ x: number; y: number }> {
  const frame = await target.boundingBox();
  if (!frame) throw new Error("not on the screen");
  return { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
}

// Covers: components/slot-grid/ lib/offer/availability/ components/offer/places/ lib/offer/places/
import { expect, type Page, test } from "@playwright/test";
import { box, choose, middle, monthNames } from "../e2e/grid";
import { expectAccessible, hydrated, newOfferor, registered } from "../e2e/portal";

const ticked = (page: Page): Promise<string[]> =>
  page
    .locator('input[name="slots"]:checked')
    .evaluateAll((boxes) => boxes.map((one) => (one as HTMLInputElement).value));
const focused = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.cell);

/**
 * Months and slots as the form holds them; as the server kept them is told by the boxes of the
 * draft opened again.
 */
async function saved(page: Page): Promise<{ sent: string[]; kept: string[] }> {
  const sent = await page
    .locator("form", { has: page.locator('input[name="slots"]') })
    .evaluate((form) =>
      [...new FormData(form as HTMLFormElement)]
        .filter(([name]) => name === "months" || name === "slots" || name === "")
        .map(([name, value]) => `${name}=${value as string}`),
    );
  await page.getByRole("button", { name: "Enregistrer et finir plus tard" }).click();
  await page.getByRole("link", { name: /^Continuer/ }).click();
  await expect(box(page, "Mars")).toBeChecked();
  return { sent, kept: await ticked(page) };
}

test("a full year by keyboard alone takes at most 60 keystrokes, months included", async ({
  page,
}) => {
  await registered(page, newOfferor("Collège du clavier"), "/espace/offres/nouvelle");
  await hydrated(page);
  let strokes = 0;
  const press = async (key: string) => {
    strokes += 1;
    await page.keyboard.press(key);
  };
  const inGrid = () => focused(page);
  // Where the tab key leads to from the field before it, whichever that is.
  await page.getByRole("link", { name: "Aide : mois et créneaux" }).focus();
  strokes += 1;
  for (const name of monthNames) {
    await press("Tab");
    await expect(box(page, name)).toBeFocused();
    await press("Space");
  }
  while ((await inGrid()) === undefined) await press("Tab");
  expect(await inGrid()).toBe("week");
  await press("Space");
  expect(await ticked(page)).toHaveLength(168);
  console.log(`A3: a full year, 12 months × 14 half-days, in ${strokes} keystrokes`);
  test.info().annotations.push({ type: "A3 keystrokes", description: String(strokes) });
  expect(strokes).toBeLessThanOrEqual(60);
});

test(
  "the grid is one tab stop; arrows, Home, End and pages lead through it; space switches a " +
    "cell, a month, a row, a day",
  async ({ page }) => {
    await registered(page, newOfferor("Collège des flèches"), "/espace/offres/nouvelle");
    await choose(page, "Mars", "Avril", "Mai");
    await expectAccessible(page);
    expect(await page.getByRole("grid").locator('[tabindex="0"]').count()).toBe(1);
    const corner = box(page, "Toute la semaine, tous les mois choisis");
    await corner.focus();
    const walk: [string, string][] = [
      ["ArrowRight", "month:3"],
      ["ArrowDown", "3:monday-am"],
      ["End", "5:monday-am"],
      ["PageDown", "5:tuesday-am"],
      ["Home", "day:tuesday"],
      ["ArrowRight", "half:tuesday-am"],
      ["Control+End", "5:sunday-pm"],
      ["ArrowRight", "5:sunday-pm"],
      ["Control+Home", "week"],
      ["ArrowDown", "day:monday"],
    ];
    for (const [key, cell] of walk) {
      await page.keyboard.press(key);
      expect(await focused(page), key).toBe(cell);
    }
    await page.keyboard.press("Space");
    expect(await ticked(page)).toEqual(
      ["3", "4", "5"]
        .flatMap((month) => [`${month}:monday-am`, `${month}:monday-pm`])
        .sort((a, b) => a.slice(2).localeCompare(b.slice(2))),
    );
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Space");
    expect(await ticked(page)).toEqual(["3:monday-pm", "4:monday-pm", "5:monday-pm"]);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await expect(box(page, "Mars, lundi matin")).toBeChecked();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Space");
    await expect(box(page, "Tous les créneaux de mars")).toBeChecked();
    expect(await ticked(page)).toHaveLength(16);
    // The way out and back: Tab leaves the grid whole, Shift+Tab comes back to the same cell.
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBeUndefined();
    await page.keyboard.press("Shift+Tab");
    expect(await focused(page)).toBe("month:3");
    await expect(
      page.getByText("Mars : tous les jours, toute la journée", { exact: true }),
    ).toBeVisible();
  },
);

test("a block is painted with the mouse, is told once in words, and comes back after a reload", async ({
  page,
}) => {
  await registered(page, newOfferor("Collège de la souris"), "/espace/offres/nouvelle");
  await choose(page, "Mars", "Mai");
  await box(page, "Mars, mercredi matin").scrollIntoViewIfNeeded();
  const from = await middle(box(page, "Mars, lundi matin"));
  const to = await middle(box(page, "Mai, mardi matin"));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
  const block = ["3", "5"]
    .flatMap((month) =>
      ["monday-am", "monday-pm", "tuesday-am"].map((halfDay) => `${month}:${halfDay}`),
    )
    .sort();
  expect((await ticked(page)).sort()).toEqual(block);
  await expect(
    page
      .locator("[aria-live=polite]")
      .filter({ hasText: "Mars et mai : lundi toute la journée ; mardi matin." }),
  ).toHaveCount(1);
  // A stroke that comes back to where it began is one cell; a click stays a click.
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.move(from.x, from.y, { steps: 3 });
  await page.mouse.up();
  expect((await ticked(page)).sort()).toEqual(block.filter((slot) => slot !== "3:monday-am"));
  await expect(async () => {
    // One that comes too soon is taken for the end of the stroke.
    await box(page, "Mars, lundi matin").click();
    expect((await ticked(page)).sort()).toEqual(block);
  }).toPass();
  await page.reload();
  await expect(box(page, "Mai, mardi matin")).toBeChecked();
  expect((await ticked(page)).sort()).toEqual(block);
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 780 } });

  test("a swipe scrolls the grid, a finger that rests first paints, a tap is one cell", async ({
    page,
  }) => {
    await registered(page, newOfferor("Collège du doigt"), "/espace/offres/nouvelle");
    await choose(page, "Mars", "Avril", "Mai", "Juin");
    const client = await page.context().newCDPSession(page);
    const touch = (
      type: "touchStart" | "touchMove" | "touchEnd",
      point?: { x: number; y: number },
    ) => client.send("Input.dispatchTouchEvent", { type, touchPoints: point ? [point] : [] });
    const glide = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
      for (let step = 1; step <= 8; step += 1) {
        await touch("touchMove", {
          x: from.x + ((to.x - from.x) * step) / 8,
          y: from.y + ((to.y - from.y) * step) / 8,
        });
        await page.evaluate(() => new Promise(requestAnimationFrame));
      }
    };
    await box(page, "Mars, mercredi matin").scrollIntoViewIfNeeded();
    const scrolled = () =>
      page.getByRole("grid").evaluate((grid) => grid.parentElement?.scrollLeft ?? 0);
    const start = await middle(box(page, "Avril, mardi matin"));
    // A swipe glides on for a moment.
    const atRest = page
      .getByRole("grid")
      .evaluate(
        (grid) => new Promise((done) => grid.parentElement?.addEventListener("scrollend", done)),
      );
    await touch("touchStart", start);
    await glide(start, { x: start.x - 120, y: start.y });
    await touch("touchEnd");
    await atRest;
    expect(await scrolled()).toBeGreaterThan(30);
    expect(await ticked(page)).toEqual([]);

    await page
      .getByRole("grid")
      .evaluate((grid) => grid.parentElement?.scrollTo({ left: 0, behavior: "instant" }));
    await expect.poll(scrolled).toBe(0);
    const from = await middle(box(page, "Mars, lundi matin"));
    const to = await middle(box(page, "Avril, mardi matin"));
    await touch("touchStart", from);
    await expect(box(page, "Mars, lundi matin")).toBeChecked();
    await glide(from, to);
    await touch("touchEnd");
    expect((await ticked(page)).sort()).toEqual(
      ["3", "4"]
        .flatMap((month) =>
          ["monday-am", "monday-pm", "tuesday-am"].map((halfDay) => `${month}:${halfDay}`),
        )
        .sort(),
    );
    expect(await scrolled()).toBe(0);

    await expect(async () => {
      await box(page, "Mars, lundi matin").tap();
      expect(await box(page, "Mars, lundi matin").isChecked()).toBe(false);
    }).toPass();
    await expectAccessible(page);
  });
});

test("whole weeks for all chosen months, a month copied to others, and a step back", async ({
  page,
}) => {
  await registered(page, newOfferor("Collège des raccourcis"), "/espace/offres/nouvelle");
  await choose(page, "Mars", "Avril", "Mai");
  await page.getByRole("button", { name: "Sauf mercredi, samedi, dimanche" }).click();
  await expect(
    page.getByText("Mars à mai : lundi, mardi, jeudi et vendredi toute la journée", {
      exact: true,
    }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Effacer" }).click();
  await expect(page.getByText("Aucun créneau choisi pour l’instant.")).toBeVisible();
  await page.getByRole("button", { name: "Annuler le remplissage" }).click();
  expect(await ticked(page)).toHaveLength(24);
  await expect(page.getByRole("button", { name: "Toute la semaine" })).toBeFocused();
  await box(page, "Avril, lundi matin").uncheck();
  await page.getByText("Copier ce mois vers…").click();
  await page.getByLabel("Mois à copier").selectOption({ label: "Avril" });
  await box(page, "vers mars").uncheck();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Copier", exact: true }).click();
  await expect(page.getByText("Avril est copié.")).toBeVisible();
  expect(await ticked(page)).toHaveLength(8 + 7 + 7);
  await expect(box(page, "Mai, lundi matin")).not.toBeChecked();
  await expect(box(page, "Mars, lundi matin")).toBeChecked();
});

test("without scripts the same choices are boxes and are sent and kept as the same values", async ({
  page,
  browser,
}) => {
  await registered(page, newOfferor("Collège avec scripts"), "/espace/offres/nouvelle");
  await choose(page, "Mars", "Avril", "Mai");
  await page.getByRole("button", { name: "Sauf mercredi, samedi, dimanche" }).click();
  await box(page, "Mercredi matin, tous les mois choisis (A.M)").click();
  const withScripts = await saved(page);
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "fr-FR" });
  const plain = await context.newPage();
  await registered(plain, newOfferor("Collège sans scripts"), "/espace/offres/nouvelle");
  await expect(
    plain.getByText("Les créneaux s’affichent dès qu’un mois est choisi."),
  ).toBeVisible();
  await expect(box(plain, "Mars, lundi matin")).toBeHidden();
  for (const month of ["Mars", "Avril", "Mai"]) {
    await box(plain, month).check();
    for (const day of ["lundi", "mardi", "jeudi", "vendredi"])
      for (const period of ["matin", "après-midi"])
        await box(plain, `${month}, ${day} ${period}`).check();
    await box(plain, `${month}, mercredi matin`).check();
  }
  // What only scripts can do is not there.
  await expect(plain.getByRole("grid")).toHaveCount(0);
  await expect(box(plain, "Tous les créneaux de mars")).toHaveCount(0);
  await expect(plain.getByRole("button", { name: "Effacer" })).toHaveCount(0);
  const withoutScripts = await saved(plain);
  await context.close();
  expect(withoutScripts.sent).toHaveLength(3 + 27);
  expect(withoutScripts.kept).toHaveLength(27);
  expect(withScripts).toEqual(withoutScripts);
});

import { mkdir } from "node:fs/promises";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { expectAccessible } from "../e2e/portal";

const photographs = "test-results/components";

/** Still, and without the mark that the development server puts over its pages. */
const drawn = { animations: "disabled", style: "nextjs-portal { display: none }" } as const;

/** What one presses. Links within a sentence are as high as its line (WCAG 2.5.8). */
const controls =
  "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=checkbox]";

/** Controls of the page that a finger would miss: less than 24 pixels on a side. */
async function tooSmall(page: Page): Promise<string[]> {
  return page
    .locator("[data-look]")
    .locator(controls)
    .evaluateAll((elements) =>
      elements
        .filter((element) => element.checkVisibility() && !element.closest("[aria-hidden=true]"))
        .filter((element) => !(element.tagName === "A" && element.closest("p, li")))
        .map((element) => {
          const label = element.matches("input") ? element.closest("label") : null;
          const { width, height } = (label ?? element).getBoundingClientRect();
          const where = element.closest("[data-component]")?.getAttribute("data-component");
          return { size: Math.min(width, height), words: `${where ?? ""}: ${element.outerHTML}` };
        })
        .filter(({ size }) => size < 24)
        .map(({ words }) => words.slice(0, 200)),
    );
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Looks whose content hangs out of their frame, which hides or overprints it. */
const cut = (page: Page) =>
  page.locator("[data-look]").evaluateAll((states) =>
    states
      .filter((state) => {
        const frame = state.querySelector("div");
        return !frame || frame.scrollWidth > frame.clientWidth;
      })
      .map((state) => {
        const component = state.closest("[data-component]")?.getAttribute("data-component");
        return `${component ?? ""}: ${state.getAttribute("data-look") ?? ""}`;
      }),
  );

/** Presses what a state asks for. */
async function press(state: Locator): Promise<void> {
  const name = (await state.getAttribute("data-press")) ?? "";
  await state
    .getByRole("button", { name })
    .or(state.getByRole("link", { name }))
    .or(state.locator("summary", { hasText: name }))
    .click();
}

for (const width of [360, 768, 1280]) {
  test(`every component, in every state, at ${width} pixels`, async ({ page }) => {
    const faults: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(message.text());
    });
    page.on("pageerror", (error) => faults.push(error.message));
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/composants");
    // The page takes the focus once its scripts run.
    await expect(page.getByRole("main")).toBeFocused();
    const folder = `${photographs}/${width}`;
    await mkdir(folder, { recursive: true });

    const sections = page.locator("[data-component]");
    expect(await sections.count()).toBeGreaterThan(40);
    for (const section of await sections.all()) {
      const name = (await section.getAttribute("data-component")) ?? "";
      for (const state of await section.locator("[data-look]").all()) {
        await expect(state, name).toBeVisible();
        // A dialog covers all others: it is pressed and photographed at the end.
        if ((await state.getAttribute("data-press")) && name !== "ConfirmLink") await press(state);
      }
      await section.screenshot({ path: `${folder}/${name}.png`, ...drawn });
    }
    expect.soft(await sideways(page), "the page scrolls sideways").toBeLessThanOrEqual(0);
    expect.soft(await cut(page)).toEqual([]);
    expect.soft(await tooSmall(page)).toEqual([]);
    await expectAccessible(page);

    await press(page.locator("[data-component=ConfirmLink] [data-press]"));
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.screenshot({ path: `${folder}/dialog.png`, ...drawn });
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    expect.soft(faults).toEqual([]);
  });
}

test("a narrow column on a wide screen holds what it holds on a phone", async ({ page }) => {
  await page.goto("/composants");
  const heights = async (width: number) => {
    await page.setViewportSize({ width, height: 900 });
    return page
      .locator("[data-narrow]")
      .evaluateAll((looks) =>
        looks.map((look): [string, number] => [
          look.closest("[data-component]")?.getAttribute("data-component") ?? "",
          look.getBoundingClientRect().height,
        ]),
      );
  };
  const phone = await heights(360);
  expect(phone.length).toBeGreaterThan(20);
  const wide = await heights(1280);
  expect(
    wide.filter(([, height], index) => height > 1.5 * (phone[index]?.[1] ?? 0)).map(([of]) => of),
  ).toEqual([]);
});

import { test } from "@playwright/test";
import { box, choose, middle, monthNames } from "../e2e/grid";
import { newOfferor, registered } from "../e2e/portal";

/*
 * Wall time by the browser's own event timing under throttling, and time of the page's main thread,
 * which a busy machine does not spoil. Printed, not asserted.
 */
test("interactions on a machine four times slower, for the record", async ({ page }) => {
  await registered(page, newOfferor("Collège lent"), "/espace/offres/nouvelle");
  await choose(page, ...monthNames);
  await box(page, "Mars, mercredi matin").scrollIntoViewIfNeeded();
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async () =>
    (await client.send("Performance.getMetrics")).metrics.find(
      ({ name }) => name === "TaskDuration",
    )?.value ?? 0;
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if ((entry as PerformanceEventTiming).interactionId) seen.push(entry.duration);
    }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
  });
  const point = async (name: string) => middle(box(page, name));
  const [cell, month, row, from, to] = [
    await point("Décembre, mercredi après-midi"),
    await point("Tous les créneaux d’octobre"),
    await point("Mercredi matin, tous les mois choisis (A.M)"),
    await point("Septembre, lundi matin"),
    await point("Décembre, jeudi matin"),
  ];
  const steps: [string, () => Promise<void>][] = [
    ["nothing, the floor of this measure", () => page.keyboard.press("Shift")],
    ["a cell", () => page.mouse.click(cell.x, cell.y)],
    ["a month", () => page.mouse.click(month.x, month.y)],
    ["a row of 12 months", () => page.mouse.click(row.x, row.y)],
    ["an arrow", () => page.keyboard.press("ArrowRight")],
    [
      "the whole year",
      async () => (await page.keyboard.press("Control+Home"), page.keyboard.press("Space")),
    ],
    ["paint: press", async () => (await page.mouse.move(from.x, from.y), page.mouse.down())],
    ["paint: 28 cells at once", () => page.mouse.move(to.x, to.y)],
    ["paint: let go", () => page.mouse.up()],
  ];
  for (const rate of [1, 4]) {
    await client.send("Emulation.setCPUThrottlingRate", { rate });
    const figures: string[] = [];
    for (const [name, act] of steps) {
      await page.waitForTimeout(1500);
      await page.evaluate(() => ((window as unknown as { seen: number[] }).seen.length = 0));
      const before = await spent();
      await act();
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 400))),
      );
      const seen = await page.evaluate(() => (window as unknown as { seen: number[] }).seen);
      figures.push(
        `${name}: ${Math.round((await spent()) * 1000 - before * 1000)} ms of main ` +
          `thread, ${Math.max(0, ...seen)} ms until shown`,
      );
    }
    console.log(`Grid of 168 cells, CPU throttled ${rate}×:\n  ${figures.join("\n  ")}`);
    test.info().annotations.push({ type: `INP ${rate}×`, description: figures.join("; ") });
  }
});

// Covers: lib/platform/environment/action-key.ts lib/platform/action/define-action.ts
// Covers: components/ui/action-form.tsx next.config.ts
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, chromium, expect as expectPage, type Page } from "@playwright/test";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freePort } from "@/db/embedded-process";
import { serving } from "@/lib/start/serving";
import { ensureBrowser } from "../support/browser";
import { environment, newDatabase } from "../support/database";
import { serve } from "../support/serve-next";
import { type Checkout, nextVersion } from "../support/start";

/** Two builds in two folders, of sources that differ, with the same AUTH_SECRET. */
let next: Checkout;
let database: Awaited<ReturnType<typeof newDatabase>>;
let port: number;
let browser: Browser;

beforeAll(async () => {
  next = await nextVersion("app/(compte)/inscription/page.tsx", (source) =>
    source.replace("<StructureForm", "<p>La nouvelle version</p>\n      <StructureForm"),
  );
  database = await newDatabase();
  port = await freePort();
  browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
});

afterAll(async () => {
  await browser.close();
  await database.stop();
  await next.remove();
});

const served = (folder: string) =>
  serve(
    serving,
    {
      ...environment(database.url),
      JOBS: "cron",
      CRON_SECRET: "only-for-tests-only-for-tests",
    },
    "/api/health",
    { folder, port },
  );

it("shares the ids of its actions with the next version", async () => {
  const ids = async (folder: string) => {
    const manifest = await readFile(join(folder, ".next/server/server-reference-manifest.json"));
    return Object.keys((JSON.parse(manifest.toString()) as { node: object }).node).sort();
  };
  const own = await ids(".");
  expect(own.length).toBeGreaterThan(50);
  expect(await ids(next.folder)).toEqual(own);
});

it("sends after a deployment what was opened and typed before it", async () => {
  const pages: Page[] = [];
  const before = await served(".");
  for (const javaScriptEnabled of [true, false]) {
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await page.goto(`${before.origin}/inscription`);
    await page.getByLabel("Raison sociale").fill("Maison de la santé");
    await page.getByLabel("Adresse", { exact: true }).fill("3 place de la République");
    await page.getByLabel("Code postal").fill("54200");
    if (javaScriptEnabled) await page.getByLabel("Commune").fill("Toul");
    await page.getByLabel("Type de structure").selectOption({ label: "Association" });
    await page.getByLabel("Représentant de la structure (Nom et prénom)").fill("Karim Benali");
    await page.getByLabel("Fonction du représentant de la structure").fill("Président");
    pages.push(page);
  }
  await before.stop();
  const after = await served(next.folder);
  const [scripted, plain] = pages as [Page, Page];
  await scripted.getByRole("button", { name: "Suivant" }).click();
  await expectPage(scripted.getByLabel("Nom", { exact: true })).toBeVisible();
  // The postcode has several communes.
  await plain.getByRole("button", { name: "Suivant" }).click();
  await expectPage(plain.getByText("La nouvelle version")).toBeVisible();
  await expectPage(plain.getByLabel("Raison sociale")).toHaveValue("Maison de la santé");
  await plain.getByLabel("Commune").fill("Toul");
  await plain.getByRole("button", { name: "Suivant" }).click();
  await expectPage(plain.getByLabel("Nom", { exact: true })).toBeVisible();
  await after.stop();
});

import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { startEmbedded } from "../../db/embedded";

// A portal of its own: the other journeys must keep their database.
const port = 3211;
const origin = `http://localhost:${port}`;
const file = "test-results/faults.json";
let server: ChildProcess;
let output = "";

test.beforeAll(async () => {
  server = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", "tests/support/serve.ts"], {
    env: { ...process.env, PORT: String(port), PORTAL_FILE: file },
    stdio: ["ignore", "pipe", "pipe"],
  });
  server.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  await expect(async () => expect((await fetch(`${origin}/api/health`)).status).toBe(200)).toPass({ timeout: 90_000 });
});

test.afterAll(() => {
  server.kill("SIGTERM");
});

test("with the database refused: a French page with a reference found in the log, the input kept, and back by itself", async ({ page }) => {
  await page.goto(`${origin}/inscription`);
  await page.getByLabel("Raison sociale").fill("Association en panne");
  await page.getByLabel("Adresse", { exact: true }).fill("1 rue du Moulin");
  await page.getByLabel("Code postal").fill("57000");
  await page.getByLabel("Commune").selectOption({ label: "Metz" });
  await page.getByLabel("Type de structure").selectOption({ label: "Association" });
  await page.getByLabel("Représentant de la structure (Nom et prénom)").fill("Fatou Diallo");
  await page.getByLabel("Fonction du représentant de la structure").fill("Présidente");

  const { data } = JSON.parse(readFileSync(file, "utf8")) as { data: string };
  const [pid, , , databasePort] = readFileSync(`${data}/postmaster.pid`, "utf8").split("\n");
  process.kill(Number(pid), "SIGKILL");
  await expect(async () => expect((await fetch(`${origin}/api/health`)).status).toBe(503)).toPass({ timeout: 10_000 });

  await page.getByRole("button", { name: "Suivant" }).click();
  const notice = page.getByRole("alert").filter({ hasText: "Une erreur est survenue de notre côté" });
  await expect(notice).toBeVisible({ timeout: 20_000 });
  const reference = /Référence à nous donner : (\w+)/.exec(await notice.innerText())?.[1] ?? "none";
  expect(output).toContain(reference);
  await expect(page.getByLabel("Raison sociale")).toHaveValue("Association en panne");

  const other = await page.context().newPage();
  expect((await other.goto(`${origin}/offres`))?.status()).toBe(500);
  await expect(other.getByRole("heading", { name: "Un problème est survenu de notre côté" })).toBeVisible();
  const digest = await other.locator("strong").innerText();
  expect(output).toContain(digest);
  expect(await other.content()).not.toMatch(/ECONNREFUSED|postgres|select /i);

  // The same cluster on the same port, as a host would bring it back.
  const again = await startEmbedded(data.replace(/\/postgres$/, ""), { port: Number(databasePort) });
  await expect(async () => expect((await fetch(`${origin}/api/health`)).status).toBe(200)).toPass({ timeout: 10_000 });
  await page.getByRole("button", { name: "Suivant" }).click();
  await expect(page.getByRole("heading", { name: /Compte administrateur/ })).toBeVisible();
  await again.stop();
});

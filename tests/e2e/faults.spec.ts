import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { type EmbeddedServer, startEmbedded } from "../../db/embedded";
import { freeze } from "../support/freeze";
import { fillStructure, newOfferor } from "./portal";

// A portal of its own: the other journeys must keep their database.
const port = Number(process.env.E2E_PORT ?? 3210) + 1;
const origin = `http://localhost:${port}`;
const file = "test-results/faults.json";
let server: ChildProcess;
let output = "";

// One server for all of them.
test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  server = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "tests/support/serve.ts"],
    {
      env: { ...process.env, PORT: String(port), PORTAL_FILE: file },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  server.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  await expect(async () => expect((await fetch(`${origin}/api/health`)).status).toBe(200)).toPass({
    timeout: 90_000,
  });
});

// The database that a test started in place of the one it killed.
let again: EmbeddedServer | undefined;

test.afterAll(async () => {
  server.kill("SIGTERM");
  await again?.stop();
});

function data(): string {
  return (JSON.parse(readFileSync(file, "utf8")) as { data: string }).data;
}

test(
  "with the database refused: a French page with a reference found in the log, the input " +
    "kept, and back by itself",
  async ({ page }) => {
    await page.goto(`${origin}/inscription`);
    await page.getByLabel("Raison sociale").fill("Association en panne");
    await page.getByLabel("Adresse", { exact: true }).fill("1 rue du Moulin");
    await page.getByLabel("Code postal").fill("57000");
    await page.getByLabel("Commune").fill("Metz");
    await page.getByLabel("Type de structure").selectOption({ label: "Association" });
    await page.getByLabel("Représentant de la structure (Nom et prénom)").fill("Fatou Diallo");
    await page.getByLabel("Fonction du représentant de la structure").fill("Présidente");

    const [pid, , , databasePort] = readFileSync(`${data()}/postmaster.pid`, "utf8").split("\n");
    process.kill(Number(pid), "SIGKILL");
    await expect(async () => expect((await fetch(`${origin}/api/health`)).status).toBe(503)).toPass(
      {
        timeout: 10_000,
      },
    );

    await page.getByRole("button", { name: "Suivant" }).click();
    const notice = page
      .getByRole("alert")
      .filter({ hasText: "Une erreur est survenue de notre côté" });
    await expect(notice).toContainText(/Référence à nous donner\s: \w+/, { timeout: 20_000 });
    const [, reference] = /donner\s: (\w+)/.exec(await notice.innerText()) ?? [];
    expect(output).toContain(`"reference":"${reference}"`);
    await expect(page.getByLabel("Raison sociale")).toHaveValue("Association en panne");

    const other = await page.context().newPage();
    expect((await other.goto(`${origin}/offres`))?.status()).toBe(503);
    await expect(
      other.getByRole("heading", { name: "Un problème est survenu de notre côté" }),
    ).toBeVisible();
    const digest = await other.locator("strong").innerText();
    expect(output).toContain(digest);
    expect(await other.content()).not.toMatch(/ECONNREFUSED|postgres|select /i);

    // The same cluster on the same port, as a host would bring it back.
    again = await startEmbedded(data().replace(/\/postgres$/, ""), { port: Number(databasePort) });
    await expect(async () => expect((await fetch(`${origin}/api/health`)).status).toBe(200)).toPass(
      {
        timeout: 10_000,
      },
    );
    await page.getByRole("button", { name: "Suivant" }).click();
    await expect(page.getByRole("heading", { name: /Compte administrateur/ })).toBeVisible();
  },
);

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test(
    "with the database frozen: an answer within 5 s, what was typed is given back, and " +
      "sent from there",
    async ({ page }) => {
      await page.goto(`${origin}/inscription`);
      const offeror = newOfferor("Association « gelée » & Cie");
      await fillStructure(page, offeror);
      const thaw = freeze(data());
      try {
        const asked = Date.now();
        const unready = await fetch(`${origin}/api/health`);
        expect(unready.status).toBe(503);
        expect(Date.now() - asked).toBeLessThan(5000);
        expect((await fetch(`${origin}/api/health/live`)).status).toBe(200);

        const [answer] = await Promise.all([
          page.waitForResponse((response) => response.request().method() === "POST"),
          page.getByRole("button", { name: "Suivant" }).click(),
        ]);
        expect(answer.status()).toBe(503);
        expect(answer.headers()["retry-after"]).toBe("5");
        await expect(
          page.getByRole("heading", {
            level: 1,
            name: "Le portail est indisponible pour un instant",
          }),
        ).toBeVisible();
        await expect(page.getByLabel("Texte 1")).toHaveValue(offeror.structure);
      } finally {
        thaw();
      }
      await expect(async () =>
        expect((await fetch(`${origin}/api/health`)).status).toBe(200),
      ).toPass({ timeout: 10_000 });
      await page.getByRole("button", { name: "Envoyer de nouveau" }).click();
      await expect(page.getByRole("heading", { name: /Compte administrateur/ })).toBeVisible();
    },
  );
});

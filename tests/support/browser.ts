import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

// A whole Chromium draws its own window around each page: the journeys take half as long again in
// it.
const shell = "chromium-headless-shell";
const names = [shell, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * Where a Chromium stands on this machine: CHROMIUM_PATH, the system's, or the one Playwright
 * downloaded.
 */
export function findBrowser(): string | null {
  const given = process.env.CHROMIUM_PATH;
  if (given) return existsSync(given) ? given : null;
  for (const folder of (process.env.PATH ?? "").split(":")) {
    for (const name of names) {
      if (existsSync(`${folder}/${name}`)) return `${folder}/${name}`;
    }
  }
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

/**
 * Finds a browser or installs one: Debian's package as root, Playwright's own download elsewhere.
 * @throws when neither is possible, saying what to do
 */
export function ensureBrowser(): string {
  const debian = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  const found = findBrowser();
  // Only a machine that is there for tests is given a second browser because it is the faster one.
  if (found && (found.endsWith(shell) || !debian || !process.env.CI || process.env.CHROMIUM_PATH))
    return found;
  const run = (command: string, ...args: string[]) =>
    spawnSync(command, args, {
      stdio: "inherit",
      timeout: 300_000,
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    }).status === 0;
  console.log(
    found
      ? "Installation du Chromium sans fenêtre…"
      : "Aucun Chromium sur cette machine : installation…",
  );
  if (debian) {
    const install = () => run("apt-get", "install", "-y", "-qq", "--no-remove", shell);
    if (!install() && run("apt-get", "update", "-qq")) install();
  }
  if (!findBrowser()) run("npx", "playwright", "install", "chromium");
  const installed = findBrowser();
  if (installed) return installed;
  throw new Error(
    "Les tests de bout en bout demandent un Chromium, et il n’a pas pu être installé ici.\n" +
      "Installez-le (Debian : « sudo apt-get install chromium ») ou donnez son chemin : " +
      "CHROMIUM_PATH=/chemin/vers/chromium npm test",
  );
}

import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv("DATABASE_URL", "postgres://u:p@127.0.0.1:5432/portail");
  vi.stubEnv("AUTH_SECRET", "x".repeat(32));
  vi.stubEnv("PORTAL_MODE", "local");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

async function legalPage(given: Record<string, string>) {
  for (const [name, value] of Object.entries(given)) vi.stubEnv(name, value);
  const { default: LegalPage } = await import("./page");
  return renderToStaticMarkup(createElement(LegalPage));
}

it("names who directs the publication and who hosts the portal, where that was given", async () => {
  const provider = "Hébergeur SA, 1 rue du Port, 67000 Strasbourg, 03 88 00 00 00";
  const page = await legalPage({
    PUBLICATION_DIRECTOR: "Jeanne Martin, directrice générale",
    HOSTING_PROVIDER: provider,
  });
  expect(page).toContain("Direction de la publication\u00a0: Jeanne Martin, directrice générale.");
  expect(page).toContain(`<h2>Hébergeur</h2><p>${provider}.</p>`);
});

it("says nothing of either where it was not", async () => {
  const page = await legalPage({ PUBLICATION_DIRECTOR: "", HOSTING_PROVIDER: "" });
  expect(page).toContain("Éditeur");
  expect(page).not.toMatch(/publication\u00a0:|Hébergeur|undefined/);
});

// Covers: lib/catalogue/search/queries/ lib/catalogue/open-data/ lib/catalogue/feeds/
// Covers: lib/offer/projection/ lib/offer/download/ lib/platform/load/ db/schema/catalogue.ts
import { expect, test } from "@playwright/test";
import { portal } from "../e2e/portal";
import { publishedOffer } from "../e2e/published";
import { environment } from "../support/database";
import { serveNext } from "../support/serve-next";

/** quality.md, R9. */
const seenWithin = 2000;

test(
  "what the ARS publishes and a structure takes back is so on another instance within two " +
    "seconds",
  async ({ browser }) => {
    const other = await serveNext(null, environment(portal().databaseUrl), "/api/health");
    try {
      const words = encodeURIComponent("Collège des deux instances");
      const asked = () =>
        Promise.all(
          [
            `/offres?q=${words}`,
            `/api/v1/offres?q=${words}`,
            "/offres/flux.atom",
            "/api/v1/offres.csv",
          ].map(async (path) => (await fetch(`${other.origin}${path}`)).text()),
        );
      // The other instance has answered the same questions before: what it kept of its answers must
      // not be told again.
      await asked();
      const { page, reference } = await publishedOffer(browser, "Collège des deux instances");
      for (const answer of await asked()) expect(answer).toContain(reference);
      const files = ["", "/pdf", "/ics"].map(
        (file) => `${other.origin}/offres/${reference}${file}`,
      );
      const answered = async () =>
        Promise.all(files.map(async (file) => (await fetch(file)).status));
      // Twice: the second time from what the other instance has kept.
      for (const statuses of [await answered(), await answered()])
        expect(statuses).toEqual([200, 200, 200]);

      await page.goto("/espace/offres");
      await page.getByRole("button", { name: /Dépublier/ }).click();
      await expect(page.getByText("L’offre n’est plus publiée.")).toBeVisible();
      const started = Date.now();
      await expect(async () =>
        expect((await fetch(`${other.origin}/offres/${reference}`)).status).not.toBe(200),
      ).toPass({ timeout: seenWithin });
      expect(Date.now() - started).toBeLessThan(seenWithin);
      for (const answer of await asked()) expect(answer).not.toContain(reference);
      for (const status of await answered()) expect(status).not.toBe(200);
    } finally {
      await other.stop();
    }
  },
);

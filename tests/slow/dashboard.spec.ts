// Covers: lib/agency/dashboard/ components/agency/dashboard/ app/admin/tableau-de-bord/
// Covers: lib/agency/preferences/
import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import postgres from "postgres";
import {
  deposited,
  expectAccessible,
  newOfferor,
  portal,
  registered,
  signedIn,
} from "../e2e/portal";

/** An offer deposited through the pages, in the state that a submission leaves it in. */
async function deposit(page: Page, structure: string): Promise<string> {
  await registered(page, newOfferor(structure));
  return deposited(page);
}

for (const scripts of [true, false]) {
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("the ARS reads a number, opens the list behind it, and saves that list", async ({
      page,
      browser,
    }) => {
      const name = scripts ? "Collège du tableau" : "Collège du tableau écrit";
      test.slow();
      // A campaign of its own: other journeys deposit offers meanwhile.
      const campaign = scripts ? "2041" : "2042";
      const offerId = await deposit(
        await (await browser.newContext({ javaScriptEnabled: true })).newPage(),
        name,
      );
      const sql = postgres(portal().databaseUrl, { max: 1 });
      await sql`update offer set campaign = ${campaign} where id = ${offerId}`;
      await sql.end();
      await signedIn(page, "moderation@ars.example", "/admin");
      await page
        .getByRole("navigation", { name: "Modération" })
        .getByRole("link", { name: "Tableau de bord" })
        .click();
      await expect(page.getByRole("heading", { name: "Tableau de bord", level: 1 })).toBeVisible();
      await page.goto(`/admin/tableau-de-bord?campagne=${campaign}`);
      await expect(page.getByRole("img", { name: /^Offres par département/ })).toBeVisible();
      await expect(page.getByRole("img", { name: /^Thèmes et publics cibles/ })).toBeVisible();
      const report = await page.request.get(
        (await page.getByRole("link", { name: "Rapport annuel (PDF)" }).getAttribute("href")) ?? "",
      );
      expect([
        report.status(),
        report.headers()["content-type"],
        (await report.body()).subarray(0, 5).toString(),
      ]).toEqual([200, "application/pdf", "%PDF-"]);

      // The list that a crossing of the matrix counts.
      await page
        .getByText("Ouvrir les listes : les mêmes chiffres en tableau, Thèmes et publics cibles")
        .click();
      if (scripts) await expectAccessible(page);
      const crossing = page.getByRole("link", {
        name: /offres, Alimentation \/ Nutrition, Tout public$/,
      });
      await expect(crossing).toHaveText("1");
      await crossing.click();
      await expect(
        page.getByRole("heading", { name: "Toutes les offres", level: 1 }),
      ).toBeVisible();
      await expect(page.getByText(/^1\soffre soumise/)).toBeVisible();
      await expect(page.getByLabel("Thème", { exact: true })).toHaveValue(/.{36}/);
      await page.getByLabel("Titre, structure, commune, référence").fill(name);
      await page.getByRole("button", { name: "Filtrer" }).click();
      await expect(page).toHaveURL(/theme=.{36}/);
      const rows = page.getByRole("table", { name: "Offres" }).getByRole("row");
      await expect(rows).toHaveCount(2);
      await expect(rows.last()).toContainText(name);

      await page.getByText("Exporter cette liste…").click();
      await page.getByRole("checkbox", { name: "Identifiant" }).uncheck();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Texte (csv)" }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/^offres-\d{4}-\d\d-\d\d\.csv$/);
      const lines = (await readFile(await download.path(), "utf8")).trimEnd().split("\r\n");
      expect(lines).toHaveLength(await rows.count());
      expect(lines[0]).toMatch(/^\uFEFFRéférence;Titre;Structure;.*;Publiée le$/);
      expect(lines.slice(1).every((line) => line.includes(name))).toBe(true);

      // A criterion that came with a number goes away by itself.
      await page.goto(
        `/admin/offres?q=${encodeURIComponent(name)}&soumisdu=2020-01-01&soumisau=2020-12-31`,
      );
      await expect(page.getByText("Aucune offre ne correspond")).toBeVisible();
      await page
        .getByRole("link", { name: /^Retirer\s: Première soumission jusqu’au 31 décembre 2020/ })
        .click();
      await expect(page).not.toHaveURL(/soumisau/);
      await expect(rows.filter({ hasText: name }).first()).toBeVisible();

      // One department, and the structures still waited for.
      await page.goto("/admin/tableau-de-bord");
      await page.getByLabel("Département du terrain").selectOption({ label: "Vosges (88)" });
      await page.getByRole("button", { name: "Afficher" }).click();
      await expect(page).toHaveURL(/departement=88/);
      await expect(page.getByText(/Vosges \(88\), au/)).toBeVisible();
      await page.getByRole("link", { name: /structures qui n’ont jamais publié/ }).click();
      await expect(
        page.getByRole("heading", { name: "Participation des structures" }),
      ).toBeVisible();
      await expect(
        page.getByRole("table", { name: "Structures" }).getByRole("row").nth(1),
      ).toContainText("(88)");
    });
  });
}

test("the list of all offers is walked page by page without a gap or a repetition", async ({
  page,
  browser,
}) => {
  const offerId = await deposit(
    await (await browser.newContext()).newPage(),
    "Collège de la longue liste",
  );
  const sql = postgres(portal().databaseUrl, { max: 1 });
  await sql`
    with copies as (select gen_random_uuid() as offer_id, gen_random_uuid() as revision_id, n from generate_series(1, 119) n),
    made as (
      insert into offer select filled.* from offer o, copies, lateral jsonb_populate_record(o, jsonb_build_object(
        'id', copies.offer_id, 'reference', 'LISTE' || lpad(copies.n::text, 3, '0'), 'campaign', 2031, 'current_revision_id', copies.revision_id)) filled where o.id = ${offerId})
    insert into offer_revision select filled.* from offer_revision r, copies, lateral jsonb_populate_record(r, jsonb_build_object(
      'id', copies.revision_id, 'offer_id', copies.offer_id)) filled where r.offer_id = ${offerId}`;
  await sql.end();
  const seen: string[] = [];
  await signedIn(page, "moderation@ars.example", "/admin/offres?campagne=2031");
  await expect(page.getByText(/^119\soffres soumises/)).toBeVisible();
  for (const expected of [50, 100, 119]) {
    seen.push(...(await page.getByText(/^LISTE\d{3}$/).allTextContents()));
    expect(new Set(seen).size).toBe(expected);
    if (expected < 119) {
      await page.getByRole("link", { name: "Offres suivantes" }).click();
      await expect(page.getByText(seen.at(-1) ?? "", { exact: true })).toBeHidden();
    }
  }
  await expect(page.getByRole("link", { name: "Offres suivantes" })).toBeHidden();
});

import { type Browser, expect, type Page, test } from "@playwright/test";
import { load } from "cheerio";
import postgres from "postgres";
import { read, send } from "./forms";
import { deposited, expectAccessible, newOfferor, portal, registered, signedIn } from "./portal";

/**
 * One offer as it is deposited, then copies of it in the database: what is tried here is the queue.
 */
async function pendingOffers(browser: Browser, structure: string, copies: number): Promise<void> {
  const page = await (await browser.newContext({ javaScriptEnabled: true })).newPage();
  await registered(page, newOfferor(structure));
  const offerId = await deposited(page);
  await page.context().close();
  const sql = postgres(portal().databaseUrl, { max: 1 });
  await sql`
    with copies as (select gen_random_uuid() as offer_id, gen_random_uuid() as revision_id, n from generate_series(1, ${copies}::int) n),
    made as (
      insert into offer select filled.* from offer o, copies, lateral jsonb_populate_record(o, jsonb_build_object(
        'id', copies.offer_id, 'submitted_at', o.submitted_at + copies.n * interval '1 second', 'reference', 'Q' || upper(left(copies.offer_id::text, 8)), 'current_revision_id', copies.revision_id)) filled where o.id = ${offerId})
    insert into offer_revision select filled.* from offer_revision r, copies, lateral jsonb_populate_record(r, jsonb_build_object(
      'id', copies.revision_id, 'offer_id', copies.offer_id, 'submitted_at', r.submitted_at + copies.n * interval '1 second')) filled where r.offer_id = ${offerId}`;
  await sql.end();
}

async function openQueue(page: Page, structure: string): Promise<void> {
  await signedIn(page, "moderation@ars.example", "/admin");
  await page.getByLabel("Structure, titre ou référence").fill(structure);
  await page.getByRole("button", { name: "Filtrer" }).click();
}

for (const scripts of [true, false]) {
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test(
      "the queue is filtered in the address, leads from one offer to the next, and goes on " +
        "after a decision",
      async ({ page, browser }) => {
        const structure = scripts ? "Collège de la file parlée" : "Collège de la file écrite";
        await pendingOffers(browser, structure, 2);
        await openQueue(page, structure);
        await expect(page.getByText("3 offres attendent une décision")).toBeVisible();
        await page.getByLabel("Seulement").selectOption({ label: "Nouvelle révision" });
        await page.getByRole("button", { name: "Filtrer" }).click();
        await expect(page.getByText("Aucune offre en attente ne correspond")).toBeVisible();
        await page.goBack();
        await page.getByRole("link", { name: "Prévention de l'obésité" }).first().click();
        await expect(page.getByText("1 sur 3")).toBeVisible();
        await page.getByRole("link", { name: "Suivante" }).click();
        await expect(page.getByText("2 sur 3")).toBeVisible();
        if (scripts) await expectAccessible(page);

        await page.getByRole("radio", { name: /Valider/ }).check();
        await page.getByRole("button", { name: "Enregistrer la décision" }).click();
        await expect(page.getByText("L’offre est validée.")).toBeVisible();
        await expect(page.getByText("2 sur 2")).toBeVisible();
        await page.getByRole("radio", { name: /Refuser/ }).check();
        await page
          .getByRole("textbox", { name: "Motif" })
          .fill("Hors du champ du service sanitaire.");
        await page.getByRole("checkbox", { name: "Passer ensuite à l’offre suivante" }).uncheck();
        await page.getByRole("button", { name: "Enregistrer la décision" }).click();
        await expect(page.getByText("L’offre est refusée.")).toBeVisible();
        await expect(page.getByText("1 offre attend une décision")).toBeVisible();
      },
    );
  });
}

test("offers that were all taken out of a decision stay out of it when it is refused", async ({
  page,
  browser,
}) => {
  const structure = "Collège sans lot";
  await pendingOffers(browser, structure, 1);
  await signedIn(page, "moderation@ars.example", "/admin");
  const queue = load((await read(page, `/admin?q=${encodeURIComponent(structure)}`)).html);
  const chosen = queue('[name="o"]').map((_, box) => `o=${queue(box).attr("value")}`);
  const lot = await read(page, `/admin/lot?${chosen.get().join("&")}`);
  expect(load(lot.html)('[name="picked"][checked]')).toHaveLength(2);
  const button = "Enregistrer la décision pour les offres cochées";
  const refused = load((await send(page, lot, button, { picked: [] })).html);
  expect(refused('[name="picked"]')).toHaveLength(2);
  expect(refused('[name="picked"][checked]')).toHaveLength(0);
});

test("a queue is cleared by keyboard alone, with two keystrokes an offer", async ({
  page,
  browser,
}) => {
  const [structure, offers] = ["Collège des quatre", 4];
  await pendingOffers(browser, structure, offers - 1);
  await openQueue(page, structure);
  await page.getByRole("link", { name: "Prévention de l'obésité" }).first().click();
  let keystrokes = 0;
  const press = async (key: string) => {
    keystrokes += 1;
    await page.keyboard.press(key);
  };
  // A key typed into a field is a letter, not a command.
  await page.getByRole("textbox", { name: "Motif" }).fill("");
  await page.keyboard.type("vcrnp");
  await expect(page.getByRole("textbox", { name: "Motif" })).toHaveValue("vcrnp");
  await expect(page.getByRole("radio", { name: /Valider/ })).not.toBeChecked();
  await page.getByRole("textbox", { name: "Motif" }).fill("");
  await page.getByRole("heading", { level: 1 }).click();
  await press("n");
  await expect(page.getByText(`2 sur ${offers}`)).toBeVisible();
  await press("p");
  for (let left = offers; left > 0; left -= 1) {
    await expect(page.getByText(`1 sur ${left}`, { exact: true })).toBeVisible();
    await press("v");
    await expect(page.getByRole("button", { name: "Enregistrer la décision" })).toBeFocused();
    await press("Enter");
  }
  await expect(page.getByText("Aucune offre en attente ne correspond")).toBeVisible();
  // Two more for looking at the next offer and coming back.
  expect(keystrokes).toBe(2 * offers + 2);
});

test("shortcuts can be switched off, and stay off", async ({ page, browser }) => {
  const structure = "Collège sans raccourcis";
  await pendingOffers(browser, structure, 0);
  await openQueue(page, structure);
  await page.getByRole("link", { name: "Prévention de l'obésité" }).first().click();
  await page.getByText("Raccourcis clavier").click();
  await page.getByRole("checkbox", { name: "Raccourcis actifs sur ce navigateur" }).uncheck();
  await page.reload();
  await page.keyboard.press("v");
  await expect(page.getByRole("radio", { name: /Valider/ })).not.toBeChecked();
  await page.getByText("Raccourcis clavier").click();
  await page.getByRole("checkbox", { name: "Raccourcis actifs sur ce navigateur" }).check();
  await page.getByText("Raccourcis clavier").click();
  await page.keyboard.press("c");
  await expect(page.getByRole("radio", { name: /Demander une correction/ })).toBeChecked();
  await expect(page.getByRole("textbox", { name: "Motif" })).toBeFocused();
});

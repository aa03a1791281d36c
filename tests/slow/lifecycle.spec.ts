// Covers: lib/offer/lifecycle/ lib/offer/renewal/ lib/offer/reminder/ components/offer/renewal/
import { createHmac } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import postgres from "postgres";
import {
  approved,
  deposited,
  expectAccessible,
  newOfferor,
  type Offeror,
  portal,
  registered,
} from "../e2e/portal";
import { environment } from "../support/database";

/** An offer from the form to the agency's yes, not published yet, its address confirmed. */
async function approvedOffer(page: Page, offeror: Offeror): Promise<string> {
  await registered(page, offeror);
  const offerId = await deposited(page, { publish: false });
  await approved(offerId);
  return `/espace/offres/${offerId}`;
}

/** As lib/platform/visitor/signed-link.ts writes it, which only a server can load. */
function signedToken(purpose: string, subject: string): string {
  const secret = environment("").AUTH_SECRET ?? "";
  return `${subject}.${createHmac("sha256", secret).update(`${purpose}:${subject}`).digest("base64url")}`;
}

async function more(page: Page, name: string | RegExp) {
  await page
    .getByText(/^Plus d’actions/)
    .first()
    .click();
  await page.getByRole("button", { name }).or(page.getByRole("link", { name })).first().click();
}

for (const scripts of [true, false]) {
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("the life of an offer after its validation", async ({ page }) => {
      test.slow();
      const accessible = () => (scripts ? expectAccessible(page) : Promise.resolve());
      const offeror = newOfferor(scripts ? "Collège du cycle" : "Collège du cycle sans scripts");
      const path = await approvedOffer(page, offeror);

      // The dashboard names the one thing to do, with its button.
      await page.goto("/espace");
      await expect(page.getByText("Une chose attend un geste de votre part.")).toBeVisible();
      await expect(page.getByText("Validée, à publier")).toBeVisible();
      await accessible();
      await page.getByRole("button", { name: /^Publier/ }).click();
      await expect(page.getByText("L’offre est publiée.")).toBeVisible();
      await page.goto("/espace");
      await expect(page.getByText("Tout est en ordre")).toBeVisible();
      await accessible();

      // Pause: the date is judged, then the offer goes and comes back.
      await page.goto("/espace/offres");
      await more(page, /^Mettre en pause/);
      await accessible();
      await page.getByLabel(/De nouveau visible/).fill("2020-01-01");
      await page.getByRole("button", { name: "Mettre en pause" }).click();
      await expect(page.getByText("Choisissez un jour à venir").first()).toBeVisible();
      await accessible();
      const until = new Date(Date.now() + 30 * 24 * 3600_000).toISOString().slice(0, 10);
      await page.getByLabel(/De nouveau visible/).fill(until);
      await page.getByRole("button", { name: "Mettre en pause" }).click();
      await expect(page.getByText(/^En pause jusqu’au/)).toBeVisible();
      await accessible();
      await page.getByRole("button", { name: /^Remettre en ligne/ }).click();
      await expect(page.getByText("Visible dans le catalogue.", { exact: true })).toBeVisible();

      // Editing names what waits and what does not, before it is sent.
      await page.goto(`${path}/informations`);
      await page.getByLabel("Nombre de places").fill("9");
      await page.getByLabel(/^Titre de l’offre/).fill("Bien manger");
      await page.getByRole("button", { name: "Continuer" }).click();
      await page.getByRole("button", { name: "Continuer" }).click();
      await expect(page.getByText("Un changement attendra une validation")).toBeVisible();
      await expect(page.getByText("Bien manger").first()).toBeVisible();
      await accessible();
      await page.getByRole("button", { name: "Soumettre l’offre" }).click();
      await expect(page.getByRole("heading", { name: "Historique" })).toBeVisible();
      await page.getByText("Voir les 2 changements").click();
      await expect(page.getByText("par Claire Martin").first()).toBeVisible();
      await expect(page.getByText("par l’agence").first()).toBeVisible();
      await accessible();

      // A copy is a draft of its own.
      await page.goto("/espace/offres");
      await more(page, /^Dupliquer/);
      await expect(page.getByText("L’offre est copiée dans ce nouveau brouillon.")).toBeVisible();
      await accessible();
      await page.goto("/espace/offres");
      await expect(page.getByText("2 offres trouvées")).toBeVisible();

      // Archive and bin, each with its tab and its way back.
      await page
        .getByRole("listitem")
        .filter({ hasText: "Brouillon" })
        .getByText(/^Plus d’actions/)
        .click();
      await page
        .getByRole("listitem")
        .filter({ hasText: "Brouillon" })
        .getByRole("button", { name: /^Archiver/ })
        .click();
      await expect(page.getByText("L’offre est archivée")).toBeVisible();
      await page.getByRole("link", { name: "Archivées (1)" }).click();
      await accessible();
      await page.getByRole("button", { name: /^Sortir des archives/ }).click();
      await expect(page.getByText("L’offre est sortie des archives.")).toBeVisible();
      await page
        .getByRole("listitem")
        .filter({ hasText: "Brouillon" })
        .getByRole("link", { name: /^Supprimer/ })
        .click();
      await page
        .getByRole("button", { name: "Supprimer l’offre" })
        .filter({ visible: true })
        .click();
      await page.getByRole("link", { name: "Corbeille (1)" }).click();
      await accessible();
      await page.getByRole("button", { name: /^Rétablir/ }).click();
      await expect(page.getByText("L’offre est rétablie.")).toBeVisible();

      // Renewal makes next year's draft, ready to read again.
      await page.goto(path);
      await more(page, /^Renouveler pour/);
      await expect(page.getByText("L’offre de la prochaine campagne est prête.")).toBeVisible();
      await accessible();
      await page.goto("/espace");
      await expect(page.getByText("Brouillon à terminer").first()).toBeVisible();
    });
  });
}

test(
  "a question of renewal is answered from its mail, without signing in, and opening the " +
    "link answers nothing",
  async ({ page, browser }) => {
    test.slow();
    const offeror = newOfferor("Collège du renouvellement");
    const path = await approvedOffer(page, offeror);
    const offerId = path.split("/").at(-1) ?? "";
    const sql = postgres(portal().databaseUrl, { max: 1 });
    const [row] = await sql`select campaign, account_id from offer where id = ${offerId}`;
    const campaign = Number(row?.campaign) + 1;
    const token = signedToken("renewal", `${campaign}.${offerId}.${String(row?.account_id)}`);
    const visitor = await (await browser.newContext()).newPage();
    await visitor.goto(`/renouvellement/${token}?reponse=oui`);
    await expect(visitor.getByRole("button", { name: "Confirmer : oui" })).toBeVisible();
    await expectAccessible(visitor);
    expect(await sql`select 1 from renewal where offer_id = ${offerId}`).toHaveLength(0);
    await visitor.getByRole("button", { name: "Confirmer : oui" }).click();
    await expect(visitor.getByText("C’est noté : l’offre est prête")).toBeVisible();
    await expectAccessible(visitor);
    expect(
      await sql`select 1 from offer where copied_from_id = ${offerId} and campaign = ${campaign}`,
    ).toHaveLength(1);

    const stop = signedToken("stopReminders", String(row?.account_id));
    await visitor.goto(`/rappels/${stop}`);
    await expectAccessible(visitor);
    await visitor.getByRole("button", { name: "Ne plus recevoir de rappels" }).click();
    await expect(visitor.getByText("Vous ne recevez plus de rappels.")).toBeVisible();
    await sql`update account set wants_reminders = true where id = ${String(row?.account_id)}`;
    // What a mail program does: no origin, no session.
    expect(
      (
        await visitor.request.post(`/api/rappels/${stop}`, {
          form: { "List-Unsubscribe": "One-Click" },
        })
      ).status(),
    ).toBe(200);
    expect((await visitor.request.post("/api/rappels/forged")).status()).toBe(404);
    expect(
      await sql`select 1 from account where id = ${String(row?.account_id)} and not wants_reminders`,
    ).toHaveLength(1);
    await sql.end();
  },
);

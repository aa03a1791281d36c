import { type Browser, expect, type Page, test } from "@playwright/test";
import postgres from "postgres";
import {
  decisionMailsLeave,
  deposited,
  expectAccessible,
  lastMail,
  newOfferor,
  portal,
  registered,
  signedIn,
  submitOffer,
} from "./portal";

const first = "moderation@ars.example";

/** A second moderator, with the first one's password. */
async function secondModerator(name: string): Promise<string> {
  const email = `${name.toLowerCase()}.${Date.now()}@ars.example`;
  const sql = postgres(portal().databaseUrl, { max: 1 });
  await sql`
    insert into account select filled.* from account a, jsonb_populate_record(a, jsonb_build_object(
      'id', gen_random_uuid(), 'email', ${email}::text, 'first_name', 'Dominique', 'last_name', ${name}::text)) filled where a.email = ${first}`;
  await sql.end();
  return email;
}

async function newPage(browser: Browser, scripts: boolean): Promise<Page> {
  return (await browser.newContext({ javaScriptEnabled: scripts })).newPage();
}

async function depositedBy(
  page: Page,
  structure: string,
): Promise<{ email: string; offerId: string }> {
  const offeror = newOfferor(structure);
  await registered(page, offeror);
  return { email: offeror.email, offerId: await deposited(page) };
}

async function decide(page: Page, decision: RegExp, reason = ""): Promise<void> {
  await page.getByRole("radio", { name: decision }).check();
  if (reason) await page.getByLabel("Motif", { exact: true }).fill(reason);
  await page.getByRole("button", { name: "Enregistrer la décision" }).click();
}

for (const scripts of [true, false]) {
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test(
      "an offer is taken, noted on, decided, taken back and decided again; who comes " +
        "second is told",
      async ({ page, browser }) => {
        test.slow();
        const { email, offerId } = await depositedBy(page, "Collège des décisions");
        const [moderator, other] = [
          await newPage(browser, scripts),
          await newPage(browser, scripts),
        ];
        await signedIn(moderator, first);
        await signedIn(other, await secondModerator("Second"));
        const address = `/admin/offres/${offerId}`;
        await moderator.goto(address);
        await moderator.getByRole("button", { name: "Je m’en occupe" }).click();
        await expect(moderator.getByText("Les autres modérateurs voient")).toBeVisible();
        await other.goto(address);
        await expect(other.getByText("Camille Moreau s’occupe de cette offre")).toBeVisible();
        await moderator.getByLabel("Ajouter une note").fill("Vu avec l’infirmière du rectorat.");
        await moderator.getByRole("button", { name: "Enregistrer la note" }).click();
        await expect(moderator.getByText("Vu avec l’infirmière du rectorat.")).toBeVisible();

        await moderator.getByText("Demander une correction sur un champ précis").click();
        await moderator.locator("summary", { hasText: "Titre de l’offre" }).click();
        await moderator.getByLabel("Remarque : Titre de l’offre").fill("Dites l’âge du public.");
        await moderator
          .getByRole("checkbox", { name: "Passer ensuite à l’offre suivante" })
          .uncheck();
        if (scripts) await expectAccessible(moderator);
        await decide(moderator, /Demander une correction/);
        await expect(moderator.getByText("La correction est demandée.")).toBeVisible();
        if (scripts) await expectAccessible(moderator);
        await moderator.getByRole("button", { name: "Annuler la décision" }).click();
        await expect(moderator.getByText("La décision est annulée")).toBeVisible();
        await page.goto(`/espace/offres/${offerId}`);
        await expect(page.getByText("Offre en attente de validation").first()).toBeVisible();

        await moderator.getByText("Demander une correction sur un champ précis").click();
        await moderator.locator("summary", { hasText: "Titre de l’offre" }).click();
        await moderator.getByLabel("Remarque : Titre de l’offre").fill("Dites l’âge du public.");
        await decide(moderator, /Demander une correction/, "Encore un détail.");
        await expect(moderator.getByText("La correction est demandée.")).toBeVisible();
        // The second moderator still reads the page as it was.
        await decide(other, /Refuser/, "Hors du service sanitaire.");
        await expect(
          other.getByText("Camille Moreau a déjà décidé de cette offre : correction demandée."),
        ).toBeVisible();
        await expect(other.getByLabel("Motif", { exact: true })).toHaveValue(
          "Hors du service sanitaire.",
        );

        await page.goto(`/espace/offres/${offerId}`);
        await expect(page.getByText("Dites l’âge du public.").first()).toBeVisible();
        await expect(page.getByText("Vu avec l’infirmière")).toHaveCount(0);
        await page.goto(`/espace/offres/${offerId}/informations`);
        const title = page.getByLabel(/^Titre de l’offre/);
        await expect(title).toHaveAttribute("aria-describedby", /title-remark/);
        await expect(page.locator("#title-remark")).toHaveText(
          "L’agence demande : Dites l’âge du public.",
        );
        if (scripts) await expectAccessible(page);
        await title.fill("Prévention de l'obésité, 11-15 ans");
        await submitOffer(page);

        await moderator.goto(address);
        await moderator
          .getByRole("checkbox", { name: "Passer ensuite à l’offre suivante" })
          .uncheck();
        await decide(moderator, /Valider/);
        await expect(moderator.getByText("L’offre est validée.")).toBeVisible();
        await page.goto(`/espace/offres/${offerId}/informations`);
        await page.getByLabel(/^Titre de l’offre/).fill("Bien manger, 11-15 ans");
        await page
          .getByRole("checkbox", { name: scripts ? "Mai, lundi matin" : "Mai, mardi matin" })
          .setChecked(!scripts);
        await submitOffer(page, { publish: null });
        await moderator.goto(address);
        const changes = moderator.getByRole("region", {
          name: "Ce qui change par rapport à la version publique",
        });
        await expect(changes.getByText("Prévention de l'obésité, 11-15 ans")).toBeVisible();
        await expect(changes.getByText("Bien manger, 11-15 ans")).toBeVisible();
        await expect(
          changes.getByRole("cell", { name: scripts ? "retiré" : "ajouté" }),
        ).toHaveCount(1);
        if (scripts) await expectAccessible(moderator);
        await decisionMailsLeave(email);
        expect(await lastMail(page, email, "Correction demandée")).toContain(
          "Dites l’âge du public.",
        );
      },
    );

    test("several offers are decided on together after a preview, and a kept reason is used", async ({
      page,
      browser,
    }) => {
      test.slow();
      const structure = scripts ? "Collège du lot parlé" : "Collège du lot écrit";
      await depositedBy(page, structure);
      for (const title of ["Dormir mieux", "Bouger plus"]) {
        await deposited(page, { title });
      }
      const moderator = await newPage(browser, scripts);
      await signedIn(moderator, first);
      const name = `Trop de places, ${structure}`;
      await moderator.goto("/admin/motifs");
      await moderator.getByRole("link", { name: "Ajouter un motif" }).click();
      await moderator.getByRole("button", { name: "Enregistrer" }).click();
      await expect(moderator.getByRole("link", { name: "Nommez ce motif." })).toBeVisible();
      await moderator.getByLabel("Décision").selectOption({ label: "Refus" });
      await moderator.getByLabel("Nom du motif").fill(name);
      await moderator.getByLabel("Texte du motif").fill("Ces offres se répètent.");
      await moderator.getByRole("button", { name: "Enregistrer" }).click();
      await expect(moderator.getByText("Le motif est enregistré.")).toBeVisible();

      await moderator.goto(`/admin?q=${encodeURIComponent(structure)}`);
      await moderator.getByRole("checkbox", { name: /Choisir Dormir mieux/ }).check();
      await moderator.getByRole("checkbox", { name: /Choisir Bouger plus/ }).check();
      await moderator.getByRole("button", { name: "Décider ensemble des offres choisies" }).click();
      await expect(
        moderator.getByRole("heading", { name: "Décider de plusieurs offres" }),
      ).toBeVisible();
      await expect(moderator.getByRole("checkbox", { name: "Dormir mieux" })).toBeChecked();
      await expect(moderator.getByText("Prévention de l'obésité")).toHaveCount(0);
      if (scripts) await expectAccessible(moderator);
      await moderator.getByLabel("Motif enregistré").selectOption({ label: `Refus : ${name}` });
      if (scripts) {
        await expect(moderator.getByLabel("Motif", { exact: true })).toHaveValue("");
        await moderator.getByRole("button", { name: "Reprendre ce motif" }).click();
        await expect(moderator.getByLabel("Motif enregistré")).toHaveValue("");
        await expect(moderator.getByLabel("Motif", { exact: true })).toHaveValue(
          "Ces offres se répètent.",
        );
        await expect(moderator.getByRole("radio", { name: /Refuser/ })).toBeChecked();
      } else {
        await moderator.getByRole("radio", { name: /Refuser/ }).check();
      }
      await moderator
        .getByRole("button", { name: "Enregistrer la décision pour les offres cochées" })
        .click();
      await expect(
        moderator.getByText("La décision est enregistrée pour les offres choisies."),
      ).toBeVisible();
      await expect(moderator.getByText("1 offre attend une décision")).toBeVisible();
      await moderator.getByRole("button", { name: "Annuler la décision" }).click();
      await expect(moderator.getByText("La décision est annulée")).toBeVisible();
      await expect(moderator.getByText("3 offres attendent une décision")).toBeVisible();
      await moderator.getByRole("link", { name: "Choisir toutes celles de cette page" }).click();
      await expect(
        moderator.getByRole("heading", { name: "Décider de plusieurs offres" }),
      ).toBeVisible();
      await moderator.getByRole("checkbox", { name: "Bouger plus" }).uncheck();
      await moderator.getByLabel("Motif enregistré").selectOption({ label: `Refus : ${name}` });
      await moderator.getByRole("radio", { name: /Refuser/ }).check();
      await moderator
        .getByRole("button", { name: "Enregistrer la décision pour les offres cochées" })
        .click();
      await expect(moderator.getByText("1 offre attend une décision")).toBeVisible();
      await page.goto("/espace/offres");
      await expect(page.getByText("Ces offres se répètent.")).toHaveCount(2);

      await moderator.goto("/admin/motifs");
      await moderator.getByRole("link", { name: `Supprimer : ${name}` }).click();
      await moderator.getByRole("button", { name: "Supprimer le motif" }).click();
      await expect(moderator.getByText("Le motif est supprimé.")).toBeVisible();
      await expect(moderator.getByText(name)).toHaveCount(0);
    });
  });
}

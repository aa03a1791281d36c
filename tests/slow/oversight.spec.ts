// Covers: lib/agency/suspension/ lib/agency/help-desk/ lib/offer/suspended/ lib/people/structure/
// Covers: lib/people/profile/ components/agency/suspension/ components/agency/help-desk/
// Covers: components/offer/suspended/ app/admin/structures/ app/admin/suspensions/
import { expect, type Page, test } from "@playwright/test";
import postgres from "postgres";
import {
  deposited,
  expectAccessible,
  lastMail,
  newOfferor,
  portal,
  registered,
  signedIn,
} from "../e2e/portal";
import { publishedOffer } from "../e2e/published";

const message = "La structure n’accueille plus d’étudiants cette année.";

async function openStructure(page: Page, name: string): Promise<void> {
  await page
    .getByRole("navigation", { name: "Modération" })
    .getByRole("link", { name: "Structures" })
    .click();
  await page.getByLabel("Nom, commune, compte ou référence").fill(name.toLowerCase());
  await page.getByRole("button", { name: "Filtrer" }).click();
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

async function suspend(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Suspendre", exact: true }).click();
  await expect(
    page.getByRole("link", { name: "Écrivez un message : la structure le recevra tel quel." }),
  ).toBeVisible();
  await page.getByLabel("Message à la structure").fill(message);
  await page.getByRole("button", { name: "Suspendre", exact: true }).click();
  await expect(page.getByText("C’est suspendu.")).toBeVisible();
}

/** Whoever looks at the space of this account has looked long enough. */
async function halfHourPasses(email: string): Promise<void> {
  const sql = postgres(portal().databaseUrl, { max: 1 });
  await sql`update session set viewing_until = now() - interval '1 second' where viewing_account_id = (select id from account where email = ${email})`;
  await sql.end();
}

for (const scripts of [true, false]) {
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("the ARS finds a structure, corrects it, and closes and opens an account of it", async ({
      page,
      browser,
    }) => {
      test.slow();
      const name = `Collège à corriger ${scripts ? "de vive voix" : "par écrit"}`;
      const { offeror, page: own, reference, offerId } = await publishedOffer(browser, name);
      const publicStatus = async () => (await page.request.get(`/offres/${reference}`)).status();
      await signedIn(page, "moderation@ars.example", "/admin");
      await openStructure(page, name);
      if (scripts) await expectAccessible(page);
      await expect(page.getByRole("link", { name: "Prévention de l'obésité" })).toHaveAttribute(
        "href",
        `/admin/offres/${offerId}`,
      );
      await expect(page.getByText("Visible dans le catalogue.")).toBeVisible();

      await page.getByRole("link", { name: "Corriger" }).click();
      await page.getByLabel("Raison sociale").fill("");
      await page.getByRole("button", { name: "Enregistrer la correction" }).click();
      await expect(page.getByRole("link", { name: "Renseignez la raison sociale." })).toBeVisible();
      if (scripts) await expectAccessible(page);
      await page.getByLabel("Raison sociale").fill(`${name} (site nord)`);
      await page.getByRole("button", { name: "Enregistrer la correction" }).click();
      await expect(page.getByText("La correction est enregistrée.")).toBeVisible();
      await expect(page.getByRole("table", { name: "Dernières actions" })).toContainText(
        `« ${name} » devient « ${name} (site nord) »`,
      );
      expect(await (await page.request.get(`/offres/${reference}`)).text()).toContain(
        `${name} (site nord)`,
      );

      await page.getByRole("link", { name: "Claire Martin" }).click();
      await expect(page.getByText(offeror.email)).toBeVisible();
      if (scripts) await expectAccessible(page);
      await page.getByRole("button", { name: "Désactiver le compte" }).click();
      await expect(page.getByText("Le compte est désactivé")).toBeVisible();
      await own.goto("/espace/offres");
      await expect(own).toHaveURL(/\/connexion/);
      expect(await publicStatus()).toBe(404);
      await page.getByRole("button", { name: "Réactiver le compte" }).click();
      await expect(page.getByText("Le compte est réactivé.")).toBeVisible();
      expect(await publicStatus()).toBe(200);
      await signedIn(own, offeror.email);
    });

    test("the ARS sees a space as its owner sees it, does nothing in it, and comes back", async ({
      page,
      browser,
    }) => {
      test.slow();
      const offeror = newOfferor(`Collège regardé ${scripts ? "de près" : "de loin"}`);
      const own = await (await browser.newContext()).newPage();
      await registered(own, offeror);
      const offerId = await deposited(own);
      await signedIn(page, "moderation@ars.example", "/admin");
      await openStructure(page, offeror.structure);
      await page.getByRole("link", { name: "Claire Martin" }).click();
      await page.getByRole("button", { name: "Voir ce que voit Claire Martin" }).click();
      const banner = page.getByRole("region", { name: "Vue d’un autre compte" });
      await expect(banner).toContainText(
        `Vous voyez le portail comme Claire Martin (${offeror.structure}).`,
      );
      await expect(banner).toContainText(/Lecture seule, jusqu’à \d{2}\sh\s\d{2}\./);
      const nav = page.getByRole("navigation", { name: "Mon espace" });
      await expect(nav.getByRole("link")).toHaveText(["Accueil", "Mes offres", "Collègues"]);
      if (scripts) await expectAccessible(page);
      await nav.getByRole("link", { name: "Mes offres" }).click();
      await page.getByRole("link", { name: "Prévention de l'obésité" }).first().click();
      await expect(page).toHaveURL(new RegExp(`/espace/offres/${offerId}`));
      await expect(
        page.getByRole("heading", { name: "Prévention de l'obésité", level: 1 }),
      ).toBeVisible();
      await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
      if (scripts) await expectAccessible(page);
      for (const path of [
        `/espace/offres/${offerId}/informations`,
        "/espace/offres/nouvelle",
        "/espace/profil",
        "/espace/profil/donnees",
        "/espace/sites",
      ])
        expect([path, (await page.request.get(path)).status()]).toEqual([path, 404]);
      await page.goto("/admin/textes");
      await expect(page.getByText("Vous voyez encore le portail comme")).toBeVisible();
      // Who is looked at goes on working.
      await own.goto(`/espace/offres/${offerId}`);
      await expect(
        own.getByRole("heading", { name: "Prévention de l'obésité", level: 1 }),
      ).toBeVisible();
      await banner.getByRole("button", { name: "Revenir à la modération" }).click();
      await expect(page.getByRole("heading", { name: "Claire Martin", level: 1 })).toBeVisible();
      await expect(banner).toHaveCount(0);
      await page.getByRole("link", { name: offeror.structure }).click();
      await expect(page.getByRole("table", { name: "Dernières actions" })).toContainText(
        "a regardé l’espace de la structure",
      );
      // From the list of accounts too; the half hour passes while the page stays open, and its
      // button still leads back.
      await page.getByRole("button", { name: "Voir ce que voit Claire Martin" }).click();
      await expect(banner).toBeVisible();
      await halfHourPasses(offeror.email);
      await banner.getByRole("button", { name: "Revenir à la modération" }).click();
      await expect(page.getByRole("heading", { name: "Claire Martin", level: 1 })).toBeVisible();
      // Whoever looks can sign out, from where they look.
      await page.getByRole("button", { name: "Voir ce que voit Claire Martin" }).click();
      await expect(banner).toBeVisible();
      await page.getByRole("button", { name: "Me déconnecter" }).click();
      await expect(
        page
          .getByRole("navigation", { name: "Navigation principale" })
          .getByRole("link", { name: "Connexion" }),
      ).toBeVisible();
      await expect(banner).toHaveCount(0);
    });

    test("two inscriptions of one structure become one, after a preview", async ({
      page,
      browser,
    }) => {
      test.slow();
      const name = `Lycée en double ${scripts ? "parlé" : "écrit"}`;
      const { page: own, reference } = await publishedOffer(browser, `${name} (bis)`);
      const kept = newOfferor(name);
      await registered(await (await browser.newContext()).newPage(), kept);
      await signedIn(page, "moderation@ars.example", "/admin");
      await openStructure(page, `${name} (bis)`);
      await page.getByRole("link", { name: "Fusionner un doublon" }).click();
      await expect(
        page.getByRole("heading", { name: "Inscriptions qui se ressemblent" }),
      ).toBeVisible();
      if (scripts) await expectAccessible(page);
      await page.getByLabel("Nom ou commune de l’autre inscription").fill(name);
      await page.getByRole("button", { name: "Chercher" }).click();
      await page.getByRole("link", { name, exact: true }).click();
      await expect(page.getByText("Relisez : une fusion ne s’annule pas.")).toBeVisible();
      await page.getByRole("link", { name: "Garder plutôt l’autre" }).click();
      await expect(
        page.getByRole("heading", { name: `Fusionner ${name}`, exact: true }),
      ).toBeVisible();
      await page.goBack();
      await expect(page.getByRole("heading", { name: `Fusionner ${name} (bis)` })).toBeVisible();
      if (scripts) await expectAccessible(page);
      await page.getByRole("button", { name: "Fusionner définitivement" }).click();
      await expect(page.getByText("Les deux structures n’en font plus qu’une.")).toBeVisible();
      await expect(page.getByRole("heading", { name, level: 1, exact: true })).toBeVisible();
      await expect(page.getByRole("heading", { name: "Comptes (2)" })).toBeVisible();
      await expect(page.getByRole("table", { name: "Dernières actions" })).toContainText(
        "a fusionné la structure",
      );
      // The site keeps the name its depositor gave it.
      expect(
        (await (await page.request.get(`/offres/${reference}`)).text()).includes(
          `>${name} · Épinal (88)`,
        ),
      ).toBe(true);
      await own.goto("/espace/collegues");
      await expect(own.getByText(kept.email)).toBeVisible();
      expect(await lastMail(own, kept.email, "Vos deux inscriptions")).toContain(`${name} (bis)`);
    });

    test(
      "a structure and an offer are suspended with a message that their people read, and " +
        "the public sees it at once",
      async ({ page, browser }) => {
        test.slow();
        const name = `Collège suspendu ${scripts ? "de vive voix" : "par écrit"}`;
        const { offeror, page: own, reference, offerId } = await publishedOffer(browser, name);
        const publicStatus = async () => (await page.request.get(`/offres/${reference}`)).status();
        await signedIn(page, "moderation@ars.example", "/admin");
        await openStructure(page, name);
        await page.getByRole("link", { name: "Suspendre" }).click();
        await suspend(page);
        if (scripts) await expectAccessible(page);
        expect(await publicStatus()).toBe(404);

        await own.goto("/espace/offres");
        await expect(own.getByText("L’agence a suspendu votre structure")).toBeVisible();
        await expect(own.getByText(message)).toBeVisible();
        await expect(
          own.getByText("Pas visible : l’agence a suspendu la structure."),
        ).toBeVisible();
        await expectAccessible(own);
        await expect(own.getByRole("link", { name: "Créer une offre" })).toHaveCount(0);
        await expect(own.getByRole("button", { name: /Dépublier/ })).toHaveCount(0);
        await own.getByRole("link", { name: "Prévention de l'obésité" }).click();
        await expect(
          own.getByRole("heading", { name: "Prévention de l'obésité", level: 1 }),
        ).toBeVisible();
        expect((await own.request.get("/espace/offres/nouvelle")).status()).toBe(404);
        expect(await lastMail(own, offeror.email, "Votre structure est suspendue")).toContain(
          message,
        );

        await page
          .getByRole("navigation", { name: "Modération" })
          .getByRole("link", { name: "Suspensions" })
          .click();
        if (scripts) await expectAccessible(page);
        await page
          .getByRole("table", { name: "Suspensions en cours" })
          .getByRole("link", { name })
          .click();
        await page.getByRole("button", { name: "Lever la suspension" }).click();
        await expect(page.getByText("La suspension est levée.")).toBeVisible();
        expect(await publicStatus()).toBe(200);

        await page.goto(`/admin/offres/${offerId}`);
        await page.getByRole("link", { name: "Suspendre l’offre" }).click();
        await suspend(page);
        expect(await publicStatus()).toBe(404);
        await own.goto("/espace/offres");
        await expect(own.getByText("Pas visible : l’agence a suspendu cette offre.")).toBeVisible();
        await expect(own.getByText(message)).toBeVisible();
        await own.goto(`/espace/offres/${offerId}`);
        await expect(
          own.getByText("L’agence a suspendu cette offre", { exact: true }),
        ).toBeVisible();
        await expectAccessible(own);
        await page.getByRole("button", { name: "Lever la suspension" }).click();
        await expect(page.getByText("La suspension est levée.")).toBeVisible();
        expect(await publicStatus()).toBe(200);
      },
    );
  });
}

test("a whole type of structure is suspended and lifted", async ({ page, browser }) => {
  test.slow();
  // A type no other journey uses: it would take their offers out of sight.
  await signedIn(page, "moderation@ars.example", "/admin/suspensions");
  await page.getByRole("link", { name: "Établissement pénitentiaire / PJJ" }).click();
  await suspend(page);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Toutes les suspensions" }).click();
  await expect(
    page.getByRole("link", { name: "Établissement pénitentiaire / PJJ (suspendu)" }),
  ).toBeVisible();
  const other = await (await browser.newContext()).newPage();
  await signedIn(other, "moderation@ars.example", new URL(page.url()).pathname);
  await other.getByRole("link", { name: "Établissement pénitentiaire / PJJ (suspendu)" }).click();
  await page.getByRole("link", { name: "Établissement pénitentiaire / PJJ (suspendu)" }).click();
  await page.getByRole("button", { name: "Lever la suspension" }).click();
  await expect(page.getByText("La suspension est levée.")).toBeVisible();
  await other.getByRole("button", { name: "Lever la suspension" }).click();
  await expect(other.getByText("Ce n’est plus suspendu.")).toBeVisible();
});

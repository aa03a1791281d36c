import { expect, test } from "@playwright/test";
import {
  confirmedByMail,
  decisionMailsLeave,
  expectAccessible,
  fillInformation,
  lastMail,
  newOfferor,
  register,
  signIn,
} from "./portal";

for (const scripts of [true, false]) {
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("the whole tutorial, from «S’inscrire» to an offer anyone can find", async ({
      page,
      browser,
    }) => {
      // Ten pages, each read by axe: that takes seconds a page.
      test.slow();
      // axe runs as a script in the page.
      const accessible = () => (scripts ? expectAccessible(page) : Promise.resolve());
      const offeror = newOfferor(scripts ? "Collège Jules-Ferry" : "Collège sans scripts");
      await page.goto("/inscription");
      await accessible();
      await register(page, offeror);
      await expect(page.getByText("Confirmez votre adresse")).toBeVisible();
      await accessible();

      await fillInformation(page, scripts);
      await accessible();
      await page.getByRole("button", { name: "Continuer" }).click();
      await expect(
        page.getByRole("heading", { name: "Terrain d’action", exact: true }),
      ).toBeVisible();
      await expect(page.getByLabel("Nom de la structure d’accueil")).toHaveValue(offeror.structure);
      await page.getByLabel("Type de terrain d’action").selectOption({ label: "Milieu scolaire" });
      await page.getByRole("checkbox", { name: /reprendre mes coordonnées/ }).check();
      await accessible();
      await page.getByRole("button", { name: "Continuer" }).click();

      await expect(page.getByRole("heading", { name: "Vérifiez votre offre" })).toBeVisible();
      await expect(page.getByText("Alimentation / Nutrition")).toBeVisible();
      await expect(page.getByRole("checkbox", { name: /Publier dès la validation/ })).toBeChecked();
      await accessible();
      await page.getByRole("button", { name: "Soumettre l’offre" }).click();
      // Nobody reads mail at that address yet, as far as the portal knows: the offer waits, and
      // says so.
      await expect(
        page.getByText(
          "Pas encore soumise : elle partira à l’agence dès que vous aurez confirmé votre adresse",
        ),
      ).toBeVisible();
      await accessible();
      const informations = await page
        .getByRole("link", { name: "Prévention de l'obésité", exact: true })
        .getAttribute("href");
      const offerPath = (informations ?? "").replace(/\/informations$/, "");
      await confirmedByMail(page, offeror);
      await expect(
        page.getByText("L’offre qui attendait votre confirmation vient d’être soumise à l’agence."),
      ).toBeVisible();
      await accessible();
      await page.goto(offerPath);
      await expect(page.getByText("Offre en attente de validation").first()).toBeVisible();
      await accessible();
      expect(await lastMail(page, offeror.email, "Offre reçue")).toContain(
        "Prévention de l'obésité",
      );

      const moderation = await browser.newContext({ javaScriptEnabled: scripts });
      const moderator = await moderation.newPage();
      await signIn(moderator, "moderation@ars.example", offerPath.replace("/espace/", "/admin/"));
      await moderator.goto(`/admin?q=${encodeURIComponent(offeror.structure)}`);
      await expect(moderator.getByText(offeror.structure).first()).toBeVisible();
      await moderator.goto(offerPath.replace("/espace/", "/admin/"));
      if (scripts) await expectAccessible(moderator);
      await moderator.getByRole("radio", { name: /Demander une correction/ }).check();
      await moderator.getByRole("button", { name: "Enregistrer la décision" }).click();
      await expect(moderator.getByText("Expliquez votre décision").first()).toBeVisible();
      if (scripts) await expectAccessible(moderator);
      await moderator.getByRole("radio", { name: /Valider/ }).check();
      await moderator.getByRole("button", { name: "Enregistrer la décision" }).click();
      await expect(moderator.getByText("L’offre est validée.")).toBeVisible();
      await moderation.close();

      await decisionMailsLeave(offeror.email);
      expect(await lastMail(page, offeror.email, "Offre validée")).toContain("Elle est publiée");

      await page.goto("/espace/offres");
      await expect(page.getByText("1 offre trouvée")).toBeVisible();
      await expect(page.getByText("Offre validée")).toBeVisible();
      await expect(page.getByText("Visible dans le catalogue.", { exact: true })).toBeVisible();
      await accessible();

      const visitor = await (await browser.newContext({ javaScriptEnabled: scripts })).newPage();
      await visitor.goto("/offres");
      // Other journeys publish offers of the same title meanwhile.
      await visitor.getByLabel("Mots").fill(`obesite ${offeror.structure}`);
      await visitor.getByText("Département", { exact: true }).last().click();
      await visitor.getByRole("checkbox", { name: /^Vosges/ }).check();
      await visitor.getByText("Mois et demi-journées", { exact: true }).last().click();
      await visitor.getByRole("checkbox", { name: /^Avril/ }).check();
      await visitor.getByRole("button", { name: "Chercher" }).click();
      await expect(visitor.getByRole("link", { name: "Retirer : Avril" })).toBeVisible();
      await expect(visitor.getByText(`${offeror.structure} · Épinal (88)`)).toBeVisible();
      if (scripts) await expectAccessible(visitor);
      await visitor
        .getByRole("listitem")
        .filter({ hasText: `${offeror.structure} · Épinal (88)` })
        .getByRole("link")
        .click();
      await expect(
        visitor.getByRole("heading", { name: "Prévention de l'obésité", level: 1 }),
      ).toBeVisible();
      await expect(visitor.getByText("Restauration")).toBeVisible();
      expect(await visitor.content()).not.toContain(offeror.email);
      if (scripts) await expectAccessible(visitor);
      await visitor.context().close();

      await page.goto("/espace/offres");
      await page.getByRole("button", { name: /Dépublier/ }).click();
      await expect(page.getByText("L’offre n’est plus publiée.")).toBeVisible();
      await page.getByRole("button", { name: /^Publier/ }).click();
      await expect(page.getByText("L’offre est publiée.")).toBeVisible();
      await page.getByRole("link", { name: /Supprimer/ }).click();
      // A dialog where scripts run, a page elsewhere.
      await expect(page.getByRole("dialog")).toHaveCount(scripts ? 1 : 0);
      await accessible();
      await page.getByRole("button", { name: "Supprimer l’offre" }).click();
      await page.getByRole("button", { name: "Annuler la suppression" }).click();
      await expect(page.getByText("L’offre est rétablie.")).toBeVisible();
      await accessible();
      await page.getByRole("button", { name: "Me déconnecter" }).click();
      await expect(page.getByText("Vous êtes déconnecté.")).toBeVisible();
    });
  });
}

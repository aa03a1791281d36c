// Covers: lib/agency/report/ components/agency/report/ app/admin/signalements/
import { expect, test } from "@playwright/test";
import { expectAccessible, lastMail, signedIn } from "../e2e/portal";
import { publishedOffer } from "../e2e/published";

for (const scripts of [true, false]) {
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test(
      "a visitor reports an offer without an account; a moderator reads it, and suspends " +
        "the offer or not",
      async ({ page, browser }) => {
        test.slow();
        const name = `Collège signalé ${scripts ? "de vive voix" : "par écrit"}`;
        const { offeror, page: own, reference } = await publishedOffer(browser, name);
        const words = `Le portail du collège est fermé (${scripts ? "oral" : "écrit"}).`;
        await page.goto(`/offres/${reference}`);
        await page.getByRole("link", { name: "Signaler cette offre" }).click();
        await expect(page.getByRole("heading", { name: "Signaler cette offre" })).toBeVisible();
        if (scripts) await expectAccessible(page);
        await page.getByRole("button", { name: "Envoyer le signalement" }).click();
        await expect(
          page.getByRole("link", { name: "Choisissez ce qui ne va pas." }),
        ).toBeVisible();
        await expect(
          page.getByRole("link", { name: "Expliquez en quelques mots ce qui ne va pas." }),
        ).toBeVisible();
        if (scripts) await expectAccessible(page);
        await page.getByLabel("Précisez").fill("a".repeat(2001));
        await page.getByRole("button", { name: "Envoyer le signalement" }).click();
        await expect(page.locator("#words-error")).toHaveText(
          "Le texte compte au plus 2 000 caractères.",
        );
        for (const address of ["temoin@exemple.fr", ""]) {
          await page.goto(`/offres/${reference}/signaler`);
          await page
            .getByLabel("Qu’est-ce qui ne va pas ?")
            .selectOption({ label: "L’offre n’a plus cours" });
          await page.getByLabel("Précisez").fill(words);
          await page.getByLabel(/^Votre adresse email/).fill(address);
          await page.getByRole("button", { name: "Envoyer le signalement" }).click();
          await expect(page.getByText("Votre signalement est envoyé")).toBeVisible();
        }

        const arsBrowser = await browser.newContext({ javaScriptEnabled: scripts });
        const ars = await arsBrowser.newPage();
        await signedIn(ars, "moderation@ars.example", "/admin");
        await ars
          .getByRole("navigation", { name: "Modération" })
          .getByRole("link", { name: "Signalements" })
          .click();
        if (scripts) await expectAccessible(ars);
        const line = ars.getByRole("main").getByRole("listitem").filter({ hasText: name });
        await expect(line).toHaveCount(2);
        await line.first().getByRole("link").click();
        await expect(ars.getByText("réponse possible à temoin@exemple.fr")).toBeVisible();
        await expect(ars.getByText(words)).toHaveCount(2);
        if (scripts) await expectAccessible(ars);
        await ars.getByRole("button", { name: "Enregistrer la suite" }).click();
        await expect(ars.getByRole("link", { name: "Choisissez une suite." })).toBeVisible();
        await ars.getByRole("radio", { name: /^Suspendre l’offre/ }).check();
        await ars.getByRole("button", { name: "Enregistrer la suite" }).click();
        await expect(
          ars.getByRole("link", { name: "Écrivez un message : la structure le recevra tel quel." }),
        ).toBeVisible();
        await ars.getByLabel("Message à la structure").fill("Cette action n’a plus lieu.");
        await ars.getByRole("button", { name: "Enregistrer la suite" }).click();
        await expect(
          ars.getByText("L’offre est suspendue et les signalements sont traités."),
        ).toBeVisible();
        await expect(line).toHaveCount(0);
        expect((await page.request.get(`/offres/${reference}`)).status()).toBe(404);
        expect((await page.request.get(`/offres/${reference}/signaler`)).status()).toBe(404);
        await ars.getByRole("link", { name: "Traités" }).click();
        await expect(line).toHaveCount(2);

        expect(await lastMail(own, offeror.email, "Offre suspendue")).toContain(
          "Cette action n’a plus lieu.",
        );
        const told = await lastMail(own, "moderation@ars.example", "Offre signalée");
        expect(told).not.toContain(words);
      },
    );
  });
}

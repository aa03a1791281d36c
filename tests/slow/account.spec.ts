// Covers: lib/people/ components/people/ app/espace/profil/ app/espace/collegues/
// Covers: lib/platform/access/
import { readFileSync } from "node:fs";
import { type Browser, expect, type Page, test } from "@playwright/test";
import {
  expectAccessible,
  lastMail,
  newOfferor,
  password,
  registered,
  signedIn,
} from "../e2e/portal";

async function linkIn(
  page: Page,
  recipient: string,
  subject: string,
  path: string,
): Promise<string> {
  const link =
    new RegExp(`/${path}/\\S+`).exec(await lastMail(page, recipient, subject))?.[0] ?? "";
  expect(link).not.toBe("");
  return link;
}

/**
 * The administrator invites, the colleague opens the link and joins; returns the colleague's page.
 */
async function invite(
  page: Page,
  browser: Browser,
  email: string,
  scripts: boolean,
): Promise<Page> {
  await page.goto("/espace/collegues");
  await page.getByLabel("Adresse email").fill(email);
  await page.getByRole("button", { name: "Envoyer l’invitation" }).click();
  await expect(page.getByText("L’invitation est partie.")).toBeVisible();
  const colleague = await (await browser.newContext({ javaScriptEnabled: scripts })).newPage();
  await colleague.goto(await linkIn(colleague, email, "Rejoignez", "invitation"));
  if (scripts) await expectAccessible(colleague);
  await colleague.getByRole("button", { name: "Créer mon compte" }).click();
  await expect(colleague.getByRole("link", { name: "Renseignez votre nom." })).toBeVisible();
  if (scripts) await expectAccessible(colleague);
  await colleague.getByLabel("Nom", { exact: true }).fill("Klein");
  await colleague.getByLabel("Prénom").fill("Paul");
  await colleague.getByLabel("Fonction").fill("CPE");
  await colleague.getByLabel("Téléphone").fill("03 29 00 00 01");
  await colleague.getByLabel("Mot de passe", { exact: true }).fill(password);
  await colleague.getByRole("button", { name: "Créer mon compte" }).click();
  await expect(colleague.getByText("Bienvenue !")).toBeVisible();
  return colleague;
}

for (const scripts of [true, false]) {
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("Mon profil: structure, account, messages, address, password, sessions, data", async ({
      page,
      browser,
    }) => {
      test.slow();
      const accessible = () => (scripts ? expectAccessible(page) : Promise.resolve());
      const offeror = newOfferor("Collège à renommer");
      await registered(page, offeror);
      await page.goto("/espace/profil");
      await accessible();

      await page.getByRole("link", { name: "Modifier : structure" }).click();
      await expect(page.getByLabel("Raison sociale")).toHaveValue(offeror.structure);
      await accessible();
      await page.getByLabel("Raison sociale").fill("Lycée renommé");
      await page.getByLabel("Code postal").fill("54200");
      if (!scripts) {
        await page.getByRole("button", { name: "Enregistrer" }).click();
        await expect(
          page.getByRole("link", { name: /n’est pas une commune du code postal 54200/ }),
        ).toBeVisible();
        await expect(page.getByLabel("Raison sociale")).toHaveValue("Lycée renommé");
      }
      await page.getByLabel("Commune").fill("Toul");
      await page.getByRole("button", { name: "Enregistrer" }).click();
      await expect(
        page.getByText("Les informations de la structure sont enregistrées."),
      ).toBeVisible();
      await expect(page.getByText("54200 Toul")).toBeVisible();
      await accessible();

      await page.getByRole("link", { name: "Modifier : compte" }).click();
      await page.getByLabel("Téléphone").fill("12");
      await page.getByRole("button", { name: "Enregistrer" }).click();
      await expect(page.getByRole("link", { name: /Écrivez un numéro français/ })).toBeVisible();
      await accessible();
      await page.getByLabel("Téléphone").fill("03 83 00 00 00");
      await page.getByRole("button", { name: "Enregistrer" }).click();
      await expect(page.getByText("Votre compte est à jour.")).toBeVisible();
      await expect(page.getByText("03 83 00 00 00")).toBeVisible();

      await page.getByRole("checkbox", { name: /Accusés de réception/ }).uncheck();
      await page.getByRole("button", { name: "Enregistrer mes choix" }).click();
      await expect(page.getByText("Vos choix sont enregistrés.")).toBeVisible();
      await expect(page.getByRole("checkbox", { name: /Accusés de réception/ })).not.toBeChecked();

      const other = await (await browser.newContext({ javaScriptEnabled: scripts })).newPage();
      await signedIn(other, offeror.email, "/espace/profil");
      await page.getByRole("link", { name: "Mes sessions" }).click();
      await expect(page.getByText("Cette session", { exact: true })).toBeVisible();
      await expect(page.getByRole("heading", { name: /Chrome sur / })).toHaveCount(2);
      await accessible();
      await page.getByRole("button", { name: "Déconnecter partout ailleurs" }).click();
      await expect(page.getByText("Toutes vos autres sessions sont fermées.")).toBeVisible();
      await other.goto("/espace/profil");
      await expect(other).toHaveURL(/connexion/);

      await signedIn(other, offeror.email, "/espace/profil");
      await page.goto("/espace/profil/mot-de-passe");
      await page.getByLabel("Mot de passe actuel").fill("faux");
      await page.getByLabel("Nouveau mot de passe").fill("Nouveau1");
      await page.getByRole("button", { name: "Changer mon mot de passe" }).click();
      await expect(
        page.getByRole("link", { name: "Ce n’est pas votre mot de passe actuel." }),
      ).toBeVisible();
      await accessible();
      await page.getByLabel("Mot de passe actuel").fill(password);
      await page.getByLabel("Nouveau mot de passe").fill(`${password}2`);
      await page.getByRole("button", { name: "Changer mon mot de passe" }).click();
      await expect(page.getByText("Votre mot de passe est changé.")).toBeVisible();
      await other.goto("/espace/profil");
      await expect(other).toHaveURL(/connexion/);
      expect(await lastMail(other, offeror.email, "Votre mot de passe a été changé")).toContain(
        "Ce n’était pas vous",
      );

      const next = newOfferor("").email;
      await page.getByRole("link", { name: "Changer mon adresse" }).click();
      await accessible();
      await page.getByLabel("Nouvelle adresse email").fill(next);
      await page.getByLabel("Mot de passe actuel").fill(`${password}2`);
      await page.getByRole("button", { name: "Changer mon adresse" }).click();
      await expect(page.getByText(`Nouvelle adresse à confirmer : ${next}`)).toBeVisible();
      await accessible();
      expect(
        await lastMail(other, offeror.email, "Un changement d’adresse a été demandé"),
      ).toContain("Ce n’était pas vous");
      await page.goto(
        await linkIn(other, next, "Confirmez votre nouvelle adresse", "nouvelle-adresse"),
      );
      await accessible();
      await page.getByRole("button", { name: "Confirmer ma nouvelle adresse" }).click();
      await expect(
        page.getByRole("heading", { name: "Votre adresse est confirmée" }),
      ).toBeVisible();
      await page.goto("/espace/profil");
      await expect(page.getByText(next)).toBeVisible();

      const downloading = page.waitForEvent("download");
      await page.getByRole("link", { name: "Télécharger mes données" }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toMatch(/^mes-donnees-\d{4}-\d{2}-\d{2}\.json$/);
      const data = JSON.parse(readFileSync(await download.path(), "utf8")) as {
        account: { email: string };
        structure: { name: string };
      };
      expect([data.account.email, data.structure.name]).toEqual([next, "Lycée renommé"]);
      for (let index = 0; index < 4; index++)
        expect(
          (await page.request.get("/espace/profil/donnees")).headers()["content-disposition"],
        ).toContain("attachment");
      await page.getByRole("link", { name: "Télécharger mes données" }).click();
      await expect(
        page.getByText("Vous avez déjà téléchargé vos données plusieurs fois."),
      ).toBeVisible();
    });

    test("Collègues: invite, join, see who does what, transfer, remove, close", async ({
      page,
      browser,
    }) => {
      test.slow();
      const accessible = (which = page) => (scripts ? expectAccessible(which) : Promise.resolve());
      const offeror = newOfferor("Collège à plusieurs");
      await registered(page, offeror);
      await page.goto("/espace/collegues");
      await accessible();
      await page.getByLabel("Adresse email").fill(offeror.email);
      await page.getByRole("button", { name: "Envoyer l’invitation" }).click();
      await expect(
        page.getByRole("link", { name: /Cette adresse a déjà un compte/ }),
      ).toBeVisible();
      await accessible();

      const cancelled = newOfferor("").email;
      await page.getByLabel("Adresse email").fill(cancelled);
      await page.getByRole("button", { name: "Envoyer l’invitation" }).click();
      await expect(page.getByText("Invité", { exact: true })).toBeVisible();
      await page.getByRole("link", { name: `Gérer : ${cancelled}` }).click();
      await accessible();
      await page.getByRole("button", { name: "Renvoyer l’invitation" }).click();
      await expect(page.getByText("L’invitation est partie.")).toBeVisible();
      await page.getByRole("link", { name: `Gérer : ${cancelled}` }).click();
      await page.getByRole("button", { name: "Annuler l’invitation" }).click();
      await expect(page.getByText("L’invitation est annulée")).toBeVisible();
      await expect(page.getByText(cancelled)).toHaveCount(0);

      const colleague = await invite(page, browser, newOfferor("").email, scripts);
      await colleague.goto("/espace/collegues");
      await expect(colleague.getByRole("heading", { name: "Paul Klein (vous)" })).toBeVisible();
      await expect(colleague.getByRole("link", { name: /^Gérer/ })).toHaveCount(0);
      await expect(colleague.getByRole("button", { name: "Envoyer l’invitation" })).toHaveCount(0);
      await accessible(colleague);
      await colleague.goto("/espace/profil");
      await expect(colleague.getByRole("link", { name: "Modifier : structure" })).toHaveCount(0);
      expect((await colleague.goto("/espace/profil/structure"))?.status()).toBe(404);

      await page.goto("/espace/profil/fermer");
      await expect(page.getByText("Vous êtes le seul administrateur")).toBeVisible();
      await page.getByRole("link", { name: "Aller à mes collègues" }).click();
      await page.getByRole("link", { name: "Voir qui a fait quoi" }).click();
      await expect(
        page.getByRole("row", { name: /Paul Klein a rejoint la structure/ }),
      ).toBeVisible();
      await accessible();
      await page.getByRole("link", { name: "Revenir à mes collègues" }).click();

      await page.getByRole("link", { name: "Gérer : Paul Klein" }).click();
      await accessible();
      await page.getByRole("button", { name: "Confier mon rôle à Paul Klein" }).click();
      await expect(page.getByText("Votre rôle est transmis.")).toBeVisible();
      await expect(page.getByRole("link", { name: /^Gérer/ })).toHaveCount(0);

      // The colleague's old cookie went with the old role.
      await colleague.goto("/espace/collegues");
      await expect(colleague).toHaveURL(/connexion/);
      await page.goto("/espace/profil/fermer");
      await expect(page.getByText("C’est définitif.")).toBeVisible();
      await accessible();
      await page.getByLabel("Mot de passe actuel").fill(password);
      await page.getByRole("button", { name: "Fermer définitivement mon compte" }).click();
      await expect(page.getByText("Votre compte est fermé.")).toBeVisible();
      await accessible();
      await page.goto("/espace");
      await expect(page).toHaveURL(/connexion/);
      expect(await lastMail(page, offeror.email, "Votre compte est fermé")).toContain(
        "Ce message est le dernier",
      );
      await page.goto("/connexion");
      await page.getByLabel("Email").fill(offeror.email);
      await page.getByLabel("Mot de passe", { exact: true }).fill(password);
      await page.getByRole("button", { name: "Se connecter" }).click();
      await expect(page.getByText("L’adresse ou le mot de passe ne correspond pas.")).toBeVisible();
      await colleague.context().close();
    });
  });
}

test(
  "others' guesses hold a stranger back, with words and the address kept, and not the " +
    "browser that signed in before",
  async ({ page, browser }) => {
    const { email } = newOfferor("Collège visé par des essais");
    await registered(page, { email, structure: "Collège visé par des essais" }, "/espace");
    const guess = async (by: Page, word: string) => {
      await by.goto("/connexion");
      await by.getByLabel("Email").fill(email);
      await by.getByLabel("Mot de passe", { exact: true }).fill(word);
      await by.getByRole("button", { name: "Se connecter" }).click();
    };
    const stranger = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    for (let turn = 0; turn < 5; turn++) {
      await guess(stranger, `Faux${turn}pas`);
      await expect(
        stranger.getByText("L’adresse ou le mot de passe ne correspond pas.").first(),
      ).toBeVisible();
    }
    await guess(stranger, password);
    await expect(
      stranger
        .getByText(/Trop d’essais pour cette adresse\. Réessayez dans (1\sminute|\d+\ssecondes)/)
        .first(),
    ).toBeVisible();
    await expect(stranger.getByLabel("Email")).toHaveValue(email);
    await page.getByRole("button", { name: "Me déconnecter" }).click();
    await guess(page, password);
    await expect(page.getByRole("button", { name: "Me déconnecter" })).toBeVisible();
  },
);

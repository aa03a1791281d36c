// Covers: components/ui/signed-out-notice.tsx components/ui/action-form.tsx
// Covers: components/ui/typing-store.ts components/ui/restore-typing.ts components/shell/
// Covers: lib/platform/access/ lib/people/account/ components/people/account/ lib/platform/action/
// Covers: lib/platform/form/ components/documents/ app/espace/offres/[id]/documents/
import { expect, type Page, test } from "@playwright/test";
import {
  deposited,
  fillInformation,
  hydrated,
  newOfferor,
  type Offeror,
  password,
  registered,
  signedIn,
} from "../e2e/portal";

/** Its time is over: the browser drops the cookie. */
async function sessionEnds(page: Page): Promise<void> {
  const cookies = await page.context().cookies();
  const own = cookies.filter(({ name }) => name.endsWith("session-token"));
  expect(own).toHaveLength(1);
  await page.context().clearCookies({ name: own[0]?.name ?? "" });
}

async function signInAgain(page: Page, email: string): Promise<void> {
  await expect(
    page.getByRole("heading", { name: "Votre session est terminée", level: 1 }),
  ).toBeVisible();
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Me reconnecter" }).click();
  await expect(page.getByText("Vous revoici", { exact: true })).toBeVisible();
}

test.describe("without scripts", () => {
  let offeror: Offeror;
  let page: Page;

  test.beforeEach(async ({ browser }, { title }) => {
    page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    offeror = newOfferor(`Collège ${title.slice(0, 30)}`);
    await registered(page, offeror);
  });

  test(
    "a session that ends while one types asks to sign in where one is, and gives the words " +
      "back",
    async () => {
      await page.goto("/espace/offres/nouvelle");
      await page.getByLabel(/^Titre de l’offre/).fill("Bien dormir « au collège »");
      await page.getByRole("checkbox", { name: "Sommeil" }).check();
      await page.getByRole("checkbox", { name: "Tout public" }).check();
      await page.getByRole("checkbox", { name: "Mars", exact: true }).check();
      await page.getByRole("checkbox", { name: "Mars, lundi matin" }).check();
      await sessionEnds(page);
      await page.getByRole("button", { name: "Continuer" }).click();
      await expect(page).toHaveURL(/\/espace\/offres\/nouvelle$/);
      await expect(page).toHaveTitle(/^Erreur\s: /);

      // A wrong password loses nothing either.
      await page.getByLabel("Email").fill(offeror.email);
      await page.getByLabel("Mot de passe", { exact: true }).fill("Autre-chose-1");
      await page.getByRole("button", { name: "Me reconnecter" }).click();
      await expect(
        page.getByText(/adresse ou le mot de passe|mot de passe/i).first(),
      ).toBeVisible();
      expect(await page.content()).not.toContain("Autre-chose-1");
      await signInAgain(page, offeror.email);

      await expect(page.getByLabel(/^Titre de l’offre/)).toHaveValue("Bien dormir « au collège »");
      await expect(page.getByRole("checkbox", { name: "Sommeil" })).toBeChecked();
      await expect(page.getByRole("checkbox", { name: "Mars, lundi matin" })).toBeChecked();
      await page.getByLabel("Nombre de places").fill("4");
      await page.getByRole("button", { name: "Continuer" }).click();
      await expect(page).toHaveURL(/\/terrain$/);
    },
  );

  test("so it does on the profile, the structure and among colleagues", async () => {
    await page.goto("/espace/profil/compte");
    await page.getByLabel("Prénom").fill("Clairette");
    await sessionEnds(page);
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await signInAgain(page, offeror.email);
    await expect(page.getByLabel("Prénom")).toHaveValue("Clairette");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByText("Clairette").first()).toBeVisible();

    await page.goto("/espace/profil/structure");
    await page.getByLabel("Code postal").fill("54200");
    await sessionEnds(page);
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await signInAgain(page, offeror.email);
    await expect(page.getByLabel("Code postal")).toHaveValue("54200");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByRole("link", { name: /code postal 54200/ })).toBeVisible();

    await page.goto("/espace/collegues");
    await page.getByLabel("Adresse email").fill("lea.partie@college.example");
    await sessionEnds(page);
    await page.getByRole("button", { name: "Envoyer l’invitation" }).click();
    await signInAgain(page, offeror.email);
    await expect(page.getByLabel("Adresse email")).toHaveValue("lea.partie@college.example");
  });

  test("the buttons of «Mes offres» and a moderator’s decision come back too", async ({
    browser,
  }) => {
    const offerId = await deposited(page);
    await page.goto("/espace/offres");
    await sessionEnds(page);
    await page
      .getByRole("button", { name: /Ne pas publier|Dépublier|Annuler la publication/ })
      .first()
      .click();
    await signInAgain(page, offeror.email);
    await expect(page.getByRole("heading", { name: "Mes offres", level: 1 })).toBeVisible();

    const moderator = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await signedIn(moderator, "moderation@ars.example", `/admin/offres/${offerId}`);
    await moderator.getByRole("radio", { name: "Refuser" }).check();
    await moderator.getByLabel("Motif", { exact: true }).fill("Hors du service sanitaire.");
    await sessionEnds(moderator);
    await moderator.getByRole("button", { name: "Enregistrer la décision" }).click();
    await signInAgain(moderator, "moderation@ars.example");
    await expect(moderator.getByLabel("Motif", { exact: true })).toHaveValue(
      "Hors du service sanitaire.",
    );
    await expect(moderator.getByRole("radio", { name: "Refuser" })).toBeChecked();
    await moderator.getByRole("button", { name: "Enregistrer la décision" }).click();
    await expect(moderator.getByText(/refusée/).first()).toBeVisible();
  });

  test("another postcode brings its own list, and a commune that is alone in it is taken", async () => {
    await page.goto("/espace/profil/structure");
    await page.getByLabel("Code postal").fill("54200");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(
      page.getByRole("link", { name: /«\sÉpinal\s» n’est pas une commune du code postal 54200/ }),
    ).toBeVisible();
    await page.getByLabel("Commune").fill("Toul");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByText("54200 Toul").first()).toBeVisible();
    await page.goto("/espace/sites?lieu=nouveau");
    await page.getByLabel("Nom de la structure d’accueil").fill("Maison de Metz");
    await page.getByLabel("Adresse", { exact: true }).fill("1 rue du Moulin");
    await page.getByLabel("Code postal").fill("57000");
    await page.getByLabel("Type de terrain d’action").selectOption({ label: "Milieu scolaire" });
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByText("Le lieu est enregistré.")).toBeVisible();
    await expect(page.getByText("57000 Metz").first()).toBeVisible();
  });
});

test("with scripts, a file waits until one signed in again beside the page", async ({
  page,
  context,
}) => {
  const offeror = newOfferor("Collège du document");
  await registered(page, offeror, "/espace/offres/nouvelle");
  await fillInformation(page);
  await page.getByRole("button", { name: "Continuer" }).click();
  await page.waitForURL(/terrain/);
  await hydrated(page);
  await sessionEnds(page);
  const pdf = "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF";
  await page.getByLabel("Ajouter des documents").setInputFiles({
    name: "programme.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from(pdf),
  });
  await expect(page.getByText(/programme\.pdf\s: votre session est terminée/)).toBeVisible();
  await expect(page).toHaveURL(/terrain/);

  const opened = context.waitForEvent("page");
  await page.getByRole("link", { name: "Me reconnecter (nouvel onglet)" }).click();
  const other = await opened;
  await other.getByLabel("Email").fill(offeror.email);
  await other.getByLabel("Mot de passe", { exact: true }).fill(password);
  await other.getByRole("button", { name: "Se connecter" }).click();
  await other.waitForURL(/\/terrain$/);

  await page.getByRole("button", { name: "Envoyer de nouveau" }).click();
  await expect(page.getByText("1 document ajouté.")).toBeVisible();
  await expect(page.getByText(/votre session est terminée/)).toHaveCount(0);
  await expect(page.getByRole("link", { name: "programme.pdf" })).toBeVisible();
});

test(
  "with scripts, a postcode typed before they come fills the list, and one commune is " +
    "chosen on every page",
  async ({ page }) => {
    await registered(page, newOfferor("Collège des communes"));
    for (const path of ["/espace/profil/structure", "/espace/sites?lieu=nouveau"]) {
      let release = () => {};
      const typed = new Promise<void>((resolve) => (release = resolve));
      await page.route("**/_next/static/**/*.js", async (route) => {
        await typed;
        await route.continue();
      });
      await page.goto(path, { waitUntil: "commit" });
      await page.getByLabel("Code postal").fill("57000");
      release();
      await expect(page.getByLabel("Commune")).toHaveValue("Metz");
      await page.unroute("**/_next/static/**/*.js");
    }
  },
);

test("with scripts, the way back leads to the form where its page has it by the query only", async ({
  page,
}) => {
  const moderator = "moderation@ars.example";
  await signedIn(page, moderator, "/admin/textes?texte=homeLead");
  const words = page.getByRole("main").getByRole("textbox").first();
  await words.fill("Des mots que personne n’a encore enregistrés.");
  await sessionEnds(page);
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByRole("link", { name: "Me reconnecter" }).click();
  await page.getByLabel("Email").fill(moderator);
  await page.getByLabel("Mot de passe", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page).toHaveURL(/\/admin\/textes\?texte=homeLead$/);
  await expect(words).toHaveValue("Des mots que personne n’a encore enregistrés.");
});

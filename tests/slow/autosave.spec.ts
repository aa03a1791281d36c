// Covers: lib/offer/draft/ components/offer/deposit/ app/espace/offres/
// Covers: lib/platform/form/sending.ts components/ui/autosave-engine.ts
// Covers: components/ui/use-autosave.ts components/ui/save-status.tsx
// Covers: components/ui/conflict-notice.tsx components/ui/typing-store.ts
// Covers: components/ui/restore-typing.ts components/ui/use-tab-typing.ts
// Covers: components/ui/unsaved-typing-notice.tsx components/ui/send-typing.ts
// Covers: components/shell/typing-guard.tsx
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import {
  expectAccessible,
  fillInformation,
  hydrated,
  newOfferor,
  password,
  registered,
  scriptsHeld,
} from "../e2e/portal";

const title = (page: Page) => page.getByLabel(/^Titre de l’offre/);
const status = (page: Page) => page.locator("[data-save-status]");
const saved = (page: Page) =>
  expect(status(page)).toHaveText(/^Enregistré à \d\d:\d\d$/, { timeout: 15_000 });
const conflict = (page: Page) =>
  page.getByText("Cette page a été modifiée ailleurs pendant votre saisie");

/** A new offer with a title, saved by itself; the page is then at its own address. */
async function begin(page: Page, words: string): Promise<string> {
  await hydrated(page);
  await title(page).fill(words);
  await saved(page);
  await expect(page).toHaveURL(/\/espace\/offres\/[^/]+\/informations$/);
  return page.url();
}

async function second(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await hydrated(page);
  return page;
}

async function signInAgain(page: Page, email: string): Promise<void> {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Se connecter" }).click();
}

test(
  "what is typed survives a closed tab, a new offer is made by typing and by nothing else, " +
    "and going on is no conflict",
  async ({ page, context }) => {
    await page.clock.install();
    await registered(page, newOfferor("Collège enregistré"), "/espace/offres/nouvelle");
    await hydrated(page);
    await title(page).click();
    await page.getByRole("heading", { name: "Période" }).click();
    await page.clock.runFor(10_000);
    const list = await second(context, "/espace/offres");
    await expect(list.getByText("Vous n’avez pas encore d’offre")).toBeVisible();

    const url = await begin(page, "Titre gardé");
    await page.getByRole("checkbox", { name: "Mars", exact: true }).check();
    await page.getByRole("checkbox", { name: "Tous les créneaux de mars" }).click();
    await page.close({ runBeforeUnload: true });
    await expect(async () => {
      await list.goto(url);
      await expect(title(list)).toHaveValue("Titre gardé");
      await expect(list.getByRole("checkbox", { name: "Mars, lundi matin" })).toBeChecked({
        timeout: 1000,
      });
    }).toPass({ timeout: 15_000 });

    // Saved by itself, then by the button, in one tab.
    await fillInformation(list);
    await list.getByRole("button", { name: "Continuer" }).click();
    await expect(list).toHaveURL(/terrain/);
    await expect(list.getByRole("list", { name: "Étapes" })).toContainText("Complète");
    await list.getByLabel("Fonction").fill("Infirmière");
    // A link followed at once takes along what was typed just before.
    await list.getByRole("link", { name: /Informations générales/ }).click();
    await expect(title(list)).toHaveValue("Prévention de l'obésité");
    await title(list).fill("Titre changé avant de revenir");
    await list.getByRole("link", { name: /Terrain d’action et documents/ }).click();
    await expect(list.getByLabel("Fonction")).toHaveValue("Infirmière");
    await list.goBack();
    await expect(title(list)).toHaveValue("Titre changé avant de revenir");
    await expectAccessible(list);
  },
);

test("what is typed before the scripts run wins over what this browser kept from a closed tab", async ({
  page,
  context,
}) => {
  await registered(page, newOfferor("Collège pressé de taper"), "/espace/offres/nouvelle");
  const url = await begin(page, "Titre du matin");
  await title(page).fill("Titre de midi");
  await page.close({ runBeforeUnload: true });
  const later = await context.newPage();
  const letCome = await scriptsHeld(later);
  // What a closing tab sends may arrive after the next page was made.
  await expect(async () => {
    await later.goto(url, { waitUntil: "commit" });
    await expect(title(later)).toHaveValue("Titre de midi", { timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  await title(later).fill("Titre du soir");
  await letCome();
  await saved(later);
  await expect(title(later)).toHaveValue("Titre du soir");
  await later.reload();
  await expect(title(later)).toHaveValue("Titre du soir");
});

test(
  "offline, the browser keeps what is typed, even if the tab is closed, and sends it when " +
    "the line is back",
  async ({ page, context }) => {
    await registered(page, newOfferor("Collège hors connexion"), "/espace/offres/nouvelle");
    const url = await begin(page, "Avant la coupure");
    await context.setOffline(true);
    await title(page).fill("Pendant la coupure");
    await expect(status(page)).toHaveText(
      "Hors connexion : votre saisie est gardée dans ce navigateur",
    );
    await expectAccessible(page);
    await page.close();
    await context.setOffline(false);
    const again = await second(context, url);
    await expect(title(again)).toHaveValue("Pendant la coupure");
    // Sent by this page, or by the one that was closed if the line came back in time: the server
    // has it.
    await expect(async () =>
      expect(
        (await (await again.request.get(url)).text()).includes('value="Pendant la coupure"'),
      ).toBe(true),
    ).toPass({ timeout: 15_000 });
    expect(
      await again.evaluate(() =>
        Object.keys(localStorage).filter((key) => key.startsWith("saisie/")),
      ),
    ).toEqual([]);

    await context.setOffline(true);
    await title(again).fill("Seconde coupure");
    await expect(status(again)).toHaveText(/^Hors connexion/);
    await context.setOffline(false);
    await saved(again);
    await again.reload();
    await expect(title(again)).toHaveValue("Seconde coupure");
  },
);

test("two tabs: the second is told, sees what differs, keeps its own or opens the other", async ({
  page,
  context,
}) => {
  await registered(page, newOfferor("Collège aux deux onglets"), "/espace/offres/nouvelle");
  const url = await begin(page, "Au départ");
  const other = await second(context, url);
  await title(other).fill("Depuis le second onglet");
  await saved(other);

  await title(page).fill("Depuis le premier onglet");
  await expect(conflict(page)).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText("Modifiée par vous, dans un autre onglet")).toBeVisible();
  await expect(page.getByText("Votre saisie : Depuis le premier onglet")).toBeVisible();
  await expect(page.getByText("L’autre version : Depuis le second onglet")).toBeVisible();
  await expectAccessible(page);
  const popup = context.waitForEvent("page");
  await page.getByRole("link", { name: "Voir l’autre version" }).click();
  const shown = await popup;
  await expect(title(shown)).toHaveValue("Depuis le second onglet");
  await expect(
    shown.getByText("Une saisie non enregistrée est gardée dans ce navigateur"),
  ).toBeVisible();
  await shown.close();

  await page.getByRole("button", { name: "Garder ma saisie" }).click();
  await saved(page);
  await expect(conflict(page)).toHaveCount(0);
  await page.reload();
  await expect(title(page)).toHaveValue("Depuis le premier onglet");

  // The button of the form, too, writes over nothing.
  await title(other).fill("Encore le second onglet");
  await other.getByRole("button", { name: "Enregistrer et finir plus tard" }).click();
  await expect(conflict(other)).toBeVisible();
  await expect(title(other)).toHaveValue("Encore le second onglet");
});

test(
  "a session that ends while one types loses nothing, and nobody else on this computer " +
    "meets the words",
  async ({ page, context }) => {
    const claire = newOfferor("Collège déconnecté");
    await registered(page, claire, "/espace/offres/nouvelle");
    const url = await begin(page, "Avant la fin de la session");
    await context.clearCookies();
    await title(page).fill("Après la fin de la session");
    await expect(page.getByText("Votre session est terminée")).toBeVisible({ timeout: 15_000 });
    await expectAccessible(page);
    await page.getByRole("link", { name: "Me reconnecter" }).click();
    await signInAgain(page, claire.email);
    await expect(page).toHaveURL(url);
    await expect(title(page)).toHaveValue("Après la fin de la session");
    await saved(page);

    // The same by the button, on an offer that is not made yet.
    await page.goto("/espace/offres/nouvelle");
    await hydrated(page);
    await context.clearCookies();
    await title(page).fill("Nouvelle offre, session finie");
    await page.getByRole("button", { name: "Enregistrer et finir plus tard" }).click();
    await expect(page.getByText("Votre session est terminée")).toBeVisible();
    await page.getByRole("link", { name: "Me reconnecter" }).click();
    await signInAgain(page, claire.email);
    await expect(title(page)).toHaveValue("Nouvelle offre, session finie");
    await saved(page);

    await context.clearCookies();
    await title(page).fill("Mots de Claire");
    await expect(page.getByText("Votre session est terminée")).toBeVisible({ timeout: 15_000 });
    await registered(page, newOfferor("Collège suivant"), "/espace/offres/nouvelle");
    // Forgotten once the page of who is signed in now has its scripts.
    await expect
      .poll(() => page.evaluate(() => JSON.stringify(localStorage)))
      .not.toContain("Mots de Claire");
  },
);

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test(
    "two tabs: both pages tell of the other version, keep what was typed, and save over it " +
      "only when asked",
    async ({ page, context }) => {
      await registered(page, newOfferor("Collège sans scripts"), "/espace/offres/nouvelle");
      await fillInformation(page, false);
      await page.getByRole("button", { name: "Continuer" }).click();
      await page.getByRole("button", { name: "Retour" }).click();
      const other = await context.newPage();
      await other.goto(page.url());
      await title(other).fill("Second onglet");
      await other.getByRole("button", { name: "Continuer" }).click();
      await expect(other).toHaveURL(/terrain/);

      await title(page).fill("Premier onglet");
      await page.getByRole("button", { name: "Continuer" }).click();
      await expect(conflict(page)).toBeVisible();
      await expect(title(page)).toHaveValue("Premier onglet");
      await expect(page.getByText("L’autre version : Second onglet")).toBeVisible();
      await page.getByRole("button", { name: "Continuer" }).click();
      await expect(conflict(page)).toBeVisible();
      await page.getByRole("button", { name: "Garder ma saisie" }).click();
      await expect(page.getByText("Votre saisie est enregistrée.")).toBeVisible();
      await expect(title(page)).toHaveValue("Premier onglet");

      await page.goto(other.url());
      await other.reload();
      await page.getByLabel("Fonction").fill("Du premier onglet");
      await page.getByRole("button", { name: "Enregistrer et finir plus tard" }).click();
      await other.getByLabel("Fonction").fill("Du second onglet");
      await other.getByRole("button", { name: "Continuer" }).click();
      await expect(conflict(other)).toBeVisible();
      await expect(other.getByLabel("Fonction")).toHaveValue("Du second onglet");
      await other.getByRole("button", { name: "Garder ma saisie" }).click();
      await expect(other.getByText("Votre saisie est enregistrée.")).toBeVisible();
      await expect(other.getByLabel("Fonction")).toHaveValue("Du second onglet");
    },
  );

  test("a session that ends while page 2 is typed gives the words back after the next sign-in", async ({
    page,
    context,
  }) => {
    const claire = newOfferor("Collège sans session");
    await registered(page, claire, "/espace/offres/nouvelle");
    await fillInformation(page, false);
    await page.getByRole("button", { name: "Continuer" }).click();
    await page.getByLabel("Fonction").fill("Infirmière scolaire");
    const session = (await context.cookies()).filter(({ name }) => name.includes("session"));
    for (const { name } of session) await context.clearCookies({ name });
    const site = page.url();
    const tooLong = "Infirmière scolaire, ".repeat(180);
    await page.getByLabel("Fonction").fill(tooLong);
    await page.getByRole("button", { name: "Continuer" }).click();
    await expect(page.getByText("rien n’est enregistré")).toBeVisible();
    await expect(page.getByText(tooLong.trim())).toBeVisible();
    await page.goto(site);
    await signInAgain(page, claire.email);
    await page.getByLabel("Fonction").fill("Infirmière scolaire");
    for (const { name } of session) await context.clearCookies({ name });
    await page.getByRole("button", { name: "Continuer" }).click();
    await signInAgain(page, claire.email);
    await expect(page.getByText("Votre saisie vous attendait")).toBeVisible();
    await expect(page.getByLabel("Fonction")).toHaveValue("Infirmière scolaire");
    await page.getByRole("button", { name: "Enregistrer et finir plus tard" }).click();
    await expect(page.getByText("Votre brouillon est enregistré.")).toBeVisible();
    await page.goBack();
    await page.reload();
    await expect(page.getByLabel("Fonction")).toHaveValue("Infirmière scolaire");
  });

  test("an invalid page sent twice is one draft and no conflict; an empty one makes nothing", async ({
    page,
  }) => {
    await registered(page, newOfferor("Collège pressé"), "/espace/offres/nouvelle");
    await page.getByRole("button", { name: "Enregistrer et finir plus tard" }).click();
    await expect(page.getByText("Vous n’avez pas encore d’offre")).toBeVisible();
    await page.goto("/espace/offres/nouvelle");
    for (const words of ["Premier envoi", "Second envoi"]) {
      await title(page).fill(words);
      await page.getByRole("button", { name: "Continuer" }).click();
      await expect(page.getByRole("link", { name: "Indiquez au moins une place." })).toBeVisible();
      await expect(conflict(page)).toHaveCount(0);
    }
    await page.getByRole("button", { name: "Enregistrer et finir plus tard" }).click();
    await expect(page.getByRole("link", { name: "Continuer : Second envoi" })).toBeVisible();
    await expect(page.getByText("1 offre trouvée")).toBeVisible();
  });
});

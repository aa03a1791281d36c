// Covers: components/ui/action-form.tsx components/ui/use-sending.ts components/ui/send-problem.ts
// Covers: components/ui/send-problem-notice.tsx components/ui/answered-page.tsx
// Covers: components/ui/send-typing.ts components/ui/typing-store.ts
// Covers: components/ui/restore-typing.ts lib/platform/form/ lib/platform/action/
// Covers: lib/platform/door/ proxy.ts
import { expect, type Page, type Route, test } from "@playwright/test";
import { read, send } from "../e2e/forms";
import {
  deposited,
  expectAccessible,
  fillStructure,
  hydrated,
  newOfferor,
  registered,
  signedIn,
} from "../e2e/portal";
import { publishedOffer } from "../e2e/published";

const again = (page: Page) => page.getByRole("button", { name: "Envoyer de nouveau" });

/** What happens to the next send of a form, and to no other request. */
async function nextSend(page: Page, happens: (route: Route) => Promise<void>): Promise<void> {
  let isDone = false;
  await page.route("**/*", (route) => {
    const isSend =
      route.request().method() === "POST" && "next-action" in route.request().headers();
    if (isDone || !isSend) return route.fallback();
    isDone = true;
    return happens(route);
  });
}

/** The id that an action of another build has: the server answers as it does after a deployment. */
const retired = (route: Route) =>
  route.continue({
    headers: { ...route.request().headers(), "next-action": "40".padEnd(42, "0") },
  });

interface Sending {
  /** Sends the form. */
  send: () => Promise<void>;
  /** What was typed is still there. */
  expectTyping: () => Promise<void>;
  /** The server has it. */
  expectDone: () => Promise<void>;
}

/**
 * Cut, closed, refused, out of date: each says what is true and keeps the words; in the end they
 * get through.
 */
async function expectNothingLost(
  page: Page,
  { send, expectTyping, expectDone }: Sending,
): Promise<void> {
  const path = new URL(page.url()).pathname;
  const failsWith = async (title: string) => {
    await expect(page.getByText(title, { exact: true })).toBeVisible();
    expect(new URL(page.url()).pathname).toBe(path);
    await expectTyping();
  };
  await nextSend(page, (route) => route.abort("connectionreset"));
  await send();
  await failsWith("Le portail ne répond pas");
  await expectAccessible(page);

  await nextSend(page, (route) =>
    route.fulfill({
      status: 503,
      headers: { "retry-after": "5" },
      contentType: "text/html",
      body: "<p>Occupé</p>",
    }),
  );
  await again(page).click();
  await failsWith("Le portail est indisponible pour un moment");

  await nextSend(page, (route) =>
    route.fulfill({ status: 500, contentType: "text/plain", body: "boom" }),
  );
  await again(page).click();
  await failsWith("Une erreur est survenue de notre côté");

  await page.context().setOffline(true);
  await again(page).click();
  await failsWith("Vous êtes hors connexion");
  await page.context().setOffline(false);
  await expect(page.getByText("La connexion est revenue", { exact: true })).toBeVisible();

  await nextSend(page, retired);
  await again(page).click();
  await failsWith("Le portail a été mis à jour");
  await hydrated(page);
  await send();
  await expectDone();
}

test("a registration that does not get through stays as it was typed, and is sent again", async ({
  page,
}) => {
  await page.goto("/inscription");
  await hydrated(page);
  await page.getByLabel("Raison sociale").fill("Association coupée");
  await page.getByLabel("Adresse", { exact: true }).fill("3 place de la République");
  await page.getByLabel("Code postal").fill("54200");
  await page.getByLabel("Commune").fill("Toul");
  await page.getByLabel("Type de structure").selectOption({ label: "Association" });
  await page.getByLabel("Représentant de la structure (Nom et prénom)").fill("Karim Benali");
  await page.getByLabel("Fonction du représentant de la structure").fill("Président");
  await expectNothingLost(page, {
    send: () => page.getByRole("button", { name: "Suivant" }).click(),
    expectTyping: async () => {
      await expect(page.getByLabel("Raison sociale")).toHaveValue("Association coupée");
      await expect(page.getByLabel("Commune")).toHaveValue("Toul");
    },
    expectDone: () =>
      expect(page.getByRole("heading", { name: /Compte administrateur/ })).toBeVisible(),
  });
});

test("a message to a structure, and the buttons of its offers, survive the same", async ({
  page,
  browser,
}) => {
  const { reference, page: own } = await publishedOffer(browser, "Collège injoignable");
  await page.goto(`/offres/${reference}/contact`);
  await hydrated(page);
  await page.getByLabel("Votre nom").fill("Paul Weiss");
  await page.getByLabel(/Votre adresse/).fill("paul.weiss@fac.example");
  const words = "Bonjour, accueillez-vous des étudiants en mars ?";
  await page.getByRole("checkbox", { name: "Médecine" }).check();
  await page.getByLabel("Votre message").fill(words);
  await expectNothingLost(page, {
    send: () => page.getByRole("button", { name: "Envoyer le message" }).click(),
    expectTyping: () => expect(page.getByLabel("Votre message")).toHaveValue(words),
    expectDone: () =>
      expect(page.getByText(/message est parti|Votre message/).first()).toBeVisible(),
  });

  await own.goto("/espace/offres");
  await hydrated(own);
  await nextSend(own, (route) => route.abort("connectionreset"));
  await own
    .getByRole("button", { name: /Dépublier/ })
    .first()
    .click();
  await expect(own.getByText("Le portail ne répond pas", { exact: true })).toBeVisible();
  await expectAccessible(own);
  await again(own).click();
  await expect(own.getByText("L’offre n’est plus publiée.").first()).toBeVisible();
});

test("the profile and an invitation survive the same", async ({ page }) => {
  await registered(page, newOfferor("Collège sans réseau"));
  await page.goto("/espace/profil/compte");
  await hydrated(page);
  await page.getByLabel("Prénom").fill("Clairette");
  await expectNothingLost(page, {
    send: () => page.getByRole("button", { name: "Enregistrer" }).click(),
    expectTyping: () => expect(page.getByLabel("Prénom")).toHaveValue("Clairette"),
    expectDone: () => expect(page.getByText("Clairette").first()).toBeVisible(),
  });
  await page.goto("/espace/collegues");
  await hydrated(page);
  const email = `lea.${Date.now()}@college.example`;
  await page.getByLabel("Adresse email").fill(email);
  await expectNothingLost(page, {
    send: () => page.getByRole("button", { name: "Envoyer l’invitation" }).click(),
    expectTyping: () => expect(page.getByLabel("Adresse email")).toHaveValue(email),
    expectDone: () => expect(page.getByText(email).first()).toBeVisible(),
  });
});

test("typing kept from a page that was changed since is offered, never put over it", async ({
  page,
  context,
}) => {
  await registered(page, newOfferor("Collège à deux onglets"));
  const left = async (fields: Record<string, string>) => {
    await page.goto("/espace/profil/compte");
    await hydrated(page);
    for (const [label, words] of Object.entries(fields)) {
      await page.getByLabel(label, { exact: true }).fill(words);
      await page.getByLabel(label, { exact: true }).blur();
    }
  };
  const saved = async (fields: Record<string, string>) => {
    const other = await context.newPage();
    await other.goto("/espace/profil/compte");
    await hydrated(other);
    for (const [label, words] of Object.entries(fields))
      await other.getByLabel(label, { exact: true }).fill(words);
    await other.getByRole("button", { name: "Enregistrer" }).click();
    await other.waitForURL("**/espace/profil?*");
    await other.close();
  };
  const offered = page.getByText("Une saisie non enregistrée est gardée dans ce navigateur");
  const firstName = page.getByLabel("Prénom", { exact: true });
  const lastName = page.getByLabel("Nom", { exact: true });

  await left({ Prénom: "Clairette" });
  await saved({ Nom: "Weber" });
  await page.reload();
  await expect(firstName).toHaveValue("Clairette");
  await expect(lastName).toHaveValue("Weber");
  await expect(offered).toBeHidden();

  await saved({ Prénom: "Clara" });
  await page.reload();
  await expect(offered).toBeVisible();
  await expect(firstName).toHaveValue("Clara");
  await page.reload();
  await page.getByRole("button", { name: "Reprendre ma saisie" }).click();
  await expect(firstName).toHaveValue("Clairette");
  await expect(lastName).toHaveValue("Weber");
  await expect(offered).toBeHidden();
  await page.reload();
  await expect(firstName).toHaveValue("Clairette");
});

test("what is typed while a form is on its way stays when the answer is no", async ({ page }) => {
  const offeror = newOfferor("Collège pressé");
  await page.goto("/inscription");
  await fillStructure(page, offeror);
  await page.getByLabel("Commune").fill("Villeinconnue");
  await page.getByLabel("Commune").blur();
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await nextSend(page, async (route) => {
    await released;
    await route.continue();
  });
  await page.getByRole("button", { name: "Suivant" }).click();
  await page.getByLabel("Raison sociale").fill("Collège plus posé");
  release();
  await expect(page).toHaveTitle(/^Erreur\s: /);
  await expect(page.getByLabel("Commune")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Raison sociale")).toHaveValue("Collège plus posé");
});

test("who could not be signed out is told, and keeps what they were typing", async ({ page }) => {
  await registered(page, newOfferor("Collège retenu"));
  await page.goto("/espace/profil/compte");
  await hydrated(page);
  await page.getByLabel("Prénom").fill("Clairette");
  await nextSend(page, (route) => route.abort("connectionreset"));
  const signOut = page.getByRole("button", { name: "Me déconnecter" });
  await signOut.click();
  await expect(page.getByText("Le portail ne répond pas", { exact: true })).toBeVisible();
  // More than is read of a form: that is answered, and the answer is no.
  await signOut.evaluate((button: HTMLButtonElement) => {
    const tooLong = { type: "hidden", name: "a", value: "a".repeat(100_001) };
    button.form?.append(Object.assign(document.createElement("input"), tooLong));
  });
  await signOut.click();
  await expect(
    page.getByText("Une erreur est survenue de notre côté", { exact: true }),
  ).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Prénom")).toHaveValue("Clairette");
  await hydrated(page);
  await signOut.click();
  await expect(page.getByRole("link", { name: "Connexion" })).toBeVisible();
  expect(
    await page.evaluate(() =>
      Object.keys(sessionStorage).filter((key) => key.startsWith("saisie:")),
    ),
  ).toEqual([]);
});

test("without scripts, two clicks on «Soumettre» submit once and both say so", async ({ page }) => {
  await registered(page, newOfferor("Collège à double clic"));
  const site = await send(page, await read(page, "/espace/offres/nouvelle"), "Continuer", {
    themeIds: ["Sommeil"],
    audienceIds: "Tout public",
    places: "5",
    months: ["3"],
    slots: ["3:monday-am"],
  });
  const check = await send(page, site, "Continuer", {
    siteTypeId: "Milieu scolaire",
    copyAdministrator: "on",
  });
  const clicks = await Promise.all(
    [1, 2].map(() => send(page, check, "Soumettre l’offre", { publishOnApproval: "on" })),
  );
  for (const { url } of clicks) expect(url).toMatch(/\?fait=soumise$/);
  const again = await send(
    page,
    await read(page, new URL(site.url).pathname.replace("terrain", "verification")),
    "Soumettre l’offre",
    { publishOnApproval: "on" },
  );
  expect(again.url).toMatch(/\?fait=inchangee$/);
});

test("a moderator’s decision survives the same", async ({ page, browser }) => {
  await registered(page, newOfferor("Collège à corriger"));
  const offerId = await deposited(page);
  const moderator = await (await browser.newContext()).newPage();
  await signedIn(moderator, "moderation@ars.example", `/admin/offres/${offerId}`);
  await hydrated(moderator);
  await moderator.getByRole("radio", { name: "Refuser" }).check();
  const reason = moderator.getByLabel(/Motif/).last();
  await reason.fill("Le public visé n’est pas celui du service sanitaire.");
  await expectNothingLost(moderator, {
    send: () => moderator.getByRole("button", { name: "Enregistrer la décision" }).click(),
    expectTyping: async () => {
      await expect(reason).toHaveValue(/public visé/);
      await expect(moderator.getByRole("radio", { name: "Refuser" })).toBeChecked();
    },
    expectDone: () => expect(moderator.getByText(/refusée/).first()).toBeVisible(),
  });
});

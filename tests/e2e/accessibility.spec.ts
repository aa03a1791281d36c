import { expect, type Page, test } from "@playwright/test";
import { deposited, expectAccessible, lastMail, newOfferor, registered, signedIn } from "./portal";
import { routes } from "./routes";

/** axe takes seconds a page, and some of these look at forty. */
const minutes = 900_000;
const widths = [320, 768, 1280];
const missing = "00000000-0000-7000-8000-000000000000";

/**
 * Every page, as whoever it is for sees it. `[id]` is an offer of the offeror's that the ARS can
 * read.
 */
const visits: Record<"visitor" | "offeror" | "moderator", string[]> = {
  visitor: [
    "/",
    "/accessibilite",
    "/aide",
    "/confidentialite",
    "/mentions-legales",
    "/offres",
    "/offres/carte",
    "/offres/alerte",
    "/alerte/[token]",
    "/api-ouverte",
    "/offres/calendrier",
    "/inscription",
    "/connexion",
    "/confirmation",
    "/confirmation/[token]",
    "/demonstration/[token]",
    "/mot-de-passe",
    "/mot-de-passe/choisir/[token]",
    "/boite-aux-lettres",
    "/offres/[reference]",
    "/offres/[reference]/contact",
    "/offres/[reference]/signaler",
    "/invitation/[token]",
    "/invitation-moderation/[token]",
    "/avis/[token]",
    "/nouvelle-adresse/[token]",
    "/rappels/[token]",
    "/renouvellement/[token]",
  ],
  offeror: [
    "/espace",
    "/espace/profil",
    "/espace/offres",
    "/espace/offres/nouvelle",
    "/espace/offres/[id]",
    "/espace/offres/[id]/informations",
    "/espace/offres/[id]/terrain",
    "/espace/offres/[id]/verification",
    "/espace/offres/[id]/supprimer",
    "/espace/offres/importer",
    "/espace/collegues",
    "/espace/collegues/activite",
    "/espace/sites",
    "/espace/profil/adresse",
    "/espace/profil/compte",
    "/espace/profil/fermer",
    "/espace/profil/mot-de-passe",
    "/espace/profil/sessions",
    "/espace/profil/structure",
  ],
  moderator: [
    "/admin",
    "/admin/campagnes",
    `/admin/campagnes?annee=${new Date().getFullYear()}`,
    "/admin/textes",
    "/admin/textes?texte=mailApproved",
    "/admin/textes/apercu?code=homeLead&words=Bienvenue",
    "/admin/textes/apercu?code=mailApproved&words=Merci",
    "/admin/moderateurs",
    "/admin/preferences",
    "/admin/vocabulaires",
    "/admin/journal",
    "/admin/lot?o=[id]",
    "/admin/motifs",
    "/admin/motifs?motif=nouveau",
    "/admin/offres/[id]",
    "/admin/offres",
    "/admin/tableau-de-bord",
    "/admin/tableau-de-bord/structures",
    "/admin/offres/[id]/suspendre",
    "/admin/structures",
    "/admin/suspensions",
    "/admin/signalements",
  ],
};

/** Pages that the journeys check where they pass: they cannot be met by their address alone. */
const metInJourneys = [
  "/inscription/compte",
  "/boite-aux-lettres/[id]",
  "/espace/collegues/[id]",
  "/espace/offres/[id]/pause",
  "/espace/offres/importer/[id]",
  "/admin/moderateurs/[id]",
  "/admin/vocabulaires/[id]",
  "/admin/structures/[id]",
  "/admin/structures/[id]/fusionner",
  "/admin/structures/[id]/modifier",
  "/admin/structures/[id]/suspendre",
  "/admin/structures/comptes/[id]",
  "/admin/suspensions/[id]",
  "/admin/signalements/[id]",
];

async function check(page: Page, paths: string[], offerId = missing): Promise<void> {
  for (const path of paths) {
    await page.goto(
      path
        .replace("[id]", offerId)
        .replace("[token]", "forged.link")
        .replace("[reference]", "0000-0000"),
    );
    const main = page.getByRole("main");
    await expect(main, path).toHaveAttribute("id", "contenu");
    await expect(
      main.getByRole("navigation", { name: /^(Modération|Mon espace)$/ }),
      path,
    ).toHaveCount(0);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${path} at ${width} px scrolls sideways`).toBeLessThanOrEqual(0);
      await expectAccessible(page);
    }
  }
}

test("every page there is stands in this file", () => {
  expect(
    [
      ...new Set(
        [...Object.values(visits).flat(), ...metInJourneys].map((path) => path.replace(/\?.*/, "")),
      ),
    ].sort(),
  ).toEqual(routes("page.tsx"));
});

test("no public page breaks a rule of axe or scrolls sideways at any width", async ({ page }) => {
  test.setTimeout(minutes);
  await check(page, visits.visitor);
  await page.goto("/introuvable");
  await expectAccessible(page);
});

test("no page of the offeror or of the ARS does either", async ({ browser }) => {
  test.setTimeout(minutes);
  const offeror = await (await browser.newContext()).newPage();
  const who = newOfferor("Collège accessible");
  await registered(offeror, who);
  await check(offeror, ["/espace/offres"]);
  await offeror.goto("/espace/offres/nouvelle");
  const offerId = await deposited(offeror);
  await check(offeror, visits.offeror, offerId);
  await lastMail(offeror, who.email, "Offre reçue");
  await expectAccessible(offeror);
  const mail = await offeror.request.get(
    (await offeror.locator("iframe").getAttribute("src")) ?? "",
  );
  await offeror.goto("about:blank");
  await offeror.setContent(await mail.text());
  await expect(offeror.locator("html")).toHaveAttribute("lang", "fr");
  await expectAccessible(offeror);

  const moderator = await (await browser.newContext()).newPage();
  await signedIn(moderator, "moderation@ars.example");
  await check(moderator, visits.moderator, offerId);
});

test("pages with errors break no rule either", async ({ page }) => {
  await page.goto("/connexion");
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page).toHaveTitle(/^Erreur : /);
  await expectAccessible(page);
  await page.goto("/inscription");
  await page.getByRole("button", { name: "Suivant" }).click();
  await expect(page).toHaveTitle(/^Erreur : /);
  await expectAccessible(page);
  await page.goto("/mot-de-passe");
  await page.getByRole("button").filter({ hasText: "lien" }).click();
  await expect(page).toHaveTitle(/^Erreur : /);
  await expectAccessible(page);
  await page.goto("/offres?q=motintrouvable");
  await expect(page.getByText("Aucune offre trouvée")).toBeVisible();
  await expectAccessible(page);
});

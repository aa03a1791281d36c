import { expect, type Page, test } from "@playwright/test";
import { deposited, expectAccessible, newOfferor, registered, signedIn } from "./portal";

const widths = [320, 768, 1280];
const missing = "00000000-0000-7000-8000-000000000000";

interface Group {
  as: "visitor" | "offeror" | "moderator";
  paths: string[];
}

/**
 * Every page, as whoever it is for sees it. `[id]` is an offer of the offeror's that the ARS can
 * read, `[motif]` a reason that a moderator kept. A group is a test, and tests run side by side.
 */
export const groups: Record<string, Group> = {
  "of the catalogue": {
    as: "visitor",
    paths: [
      "/",
      "/offres",
      "/offres/carte",
      "/offres/calendrier",
      "/offres/imprimer",
      "/offres/selection",
      "/offres/selection?o=0000-0000&o=tabac",
      "/offres/alerte",
      "/offres/[reference]",
      "/offres/[reference]/contact",
      "/offres/[reference]/signaler",
      "/alerte/[token]",
    ],
  },
  "about the portal": {
    as: "visitor",
    paths: [
      "/accessibilite",
      "/aide",
      "/aide/[chapitre]",
      "/aide/tout-le-guide",
      "/aide/trouver-une-offre",
      "/api-ouverte",
      "/boite-aux-lettres",
      "/confidentialite",
      "/mentions-legales",
    ],
  },
  "that lead to an account": {
    as: "visitor",
    paths: [
      "/inscription",
      "/connexion",
      "/mot-de-passe",
      "/mot-de-passe/choisir/[token]",
      "/confirmation",
      "/confirmation/[token]",
      "/demonstration/[token]",
      "/invitation/[token]",
      "/invitation-moderation/[token]",
      "/avis/[token]",
      "/nouvelle-adresse/[token]",
      "/rappels/[token]",
      "/renouvellement/[token]",
    ],
  },
  "of an offeror's offers": {
    as: "offeror",
    paths: [
      "/espace",
      "/espace/offres",
      "/espace/offres/nouvelle",
      "/espace/offres/[id]",
      "/espace/offres/[id]/informations",
      "/espace/offres/[id]/terrain",
      "/espace/offres/[id]/verification",
      "/espace/offres/[id]/supprimer",
      "/espace/offres/importer",
    ],
  },
  "of an offeror's structure and account": {
    as: "offeror",
    paths: [
      "/espace/collegues",
      "/espace/collegues/activite",
      "/espace/sites",
      "/espace/profil",
      "/espace/profil/adresse",
      "/espace/profil/compte",
      "/espace/profil/fermer",
      "/espace/profil/mot-de-passe",
      "/espace/profil/sessions",
      "/espace/profil/structure",
    ],
  },
  "of the moderation of offers": {
    as: "moderator",
    paths: [
      "/admin",
      "/admin/lot?o=[id]",
      "/admin/motifs",
      "/admin/motifs?motif=nouveau",
      "/admin/motifs?supprimer=[motif]",
      "/admin/offres/[id]",
      "/admin/offres/[id]/suspendre",
      "/admin/offres",
      "/admin/structures",
      "/admin/suspensions",
      "/admin/signalements",
    ],
  },
  "of the ARS's own matters": {
    as: "moderator",
    paths: [
      "/admin/campagnes",
      `/admin/campagnes?annee=${new Date().getFullYear()}`,
      "/admin/journal",
      "/admin/moderateurs",
      "/admin/preferences",
      "/admin/tableau-de-bord",
      "/admin/tableau-de-bord/structures",
      "/admin/textes",
      "/admin/textes?texte=mailApproved",
      "/admin/textes/apercu?code=homeLead&words=Bienvenue",
      "/admin/textes/apercu?code=mailApproved&words=Merci",
      "/admin/vocabulaires",
    ],
  },
};

/** Pages that the journeys check where they pass: they cannot be met by their address alone. */
export const metInJourneys = [
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

/** One page of each layout, read by night too; app/colours.test.ts judges the pairs of colours. */
const byNight = new Set([
  "/",
  "/offres",
  "/offres/calendrier",
  "/aide",
  "/connexion",
  "/espace/offres/[id]",
  "/espace/offres/[id]/informations",
  "/admin/offres/[id]",
  "/admin/tableau-de-bord",
]);

export async function check(page: Page, paths: string[], offerId = missing): Promise<void> {
  const judgedAround = new Set<string>();
  for (const path of paths) {
    await page.goto(
      path
        .replace("[chapitre]", "apres-le-depot")
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
    const judged = new Set<string>();
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${path} at ${width} px scrolls sideways`).toBeLessThanOrEqual(0);
      // Axe judges a layout once: what a page shows at this width, and what stands around it on
      // the pages of this group.
      const [inside, around] = await page.evaluate(() => {
        const shown = (elements: Element[]) =>
          elements.map((element) => Number(element.checkVisibility())).join("");
        const all = [...document.body.querySelectorAll("*")];
        return [
          shown(all.filter((element) => element.closest("main"))),
          shown(all.filter((element) => !element.closest("main, script, template"))),
        ];
      });
      if (judged.has(inside) && judgedAround.has(around)) continue;
      judged.add(inside);
      judgedAround.add(around);
      await expectAccessible(page);
    }
    if (!byNight.has(path)) continue;
    await page.emulateMedia({ colorScheme: "dark" });
    await expectAccessible(page, "color-contrast");
    await page.emulateMedia({ colorScheme: null });
  }
}

/** A reason to decide so, kept by the moderator who is signed in. @returns its id */
async function keptReason(page: Page): Promise<string> {
  const name = `Motif accessible ${Date.now()}`;
  await page.goto("/admin/motifs?motif=nouveau");
  await page.getByLabel("Décision").selectOption({ label: "Refus" });
  await page.getByLabel("Nom du motif").fill(name);
  await page.getByLabel("Texte du motif").fill("Ces offres se répètent.");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  const link = page.getByRole("link", { name: `Supprimer : ${name}` });
  const [, id = ""] = (await link.getAttribute("href"))?.split("supprimer=") ?? [];
  expect(id).not.toBe("");
  return id;
}

/** A test for each group of these readers. */
export function judgeGroups(readers: Group["as"][]): void {
  for (const [name, { as, paths }] of Object.entries(groups)) {
    if (!readers.includes(as)) continue;
    test(`no page ${name} breaks a rule of axe or scrolls sideways at any width`, async ({
      page,
    }) => {
      test.slow();
      if (as === "visitor") return check(page, paths);
      await registered(page, newOfferor("Collège accessible"));
      const offerId = await deposited(page);
      if (as === "moderator") {
        await page.context().clearCookies();
        await signedIn(page, "moderation@ars.example");
      }
      const asksForReason = paths.some((path) => path.includes("[motif]"));
      const reasonId = asksForReason ? await keptReason(page) : "";
      await check(
        page,
        paths.map((path) => path.replace("[motif]", reasonId)),
        offerId,
      );
    });
  }
}

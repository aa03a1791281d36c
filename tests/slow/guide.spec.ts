// Covers: components/help/ app/(public)/aide/ components/ui/help-link.tsx components/ui/field.tsx
import { readdirSync, readFileSync } from "node:fs";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { fillAdministrator, fillInformation, fillStructure, newOfferor } from "../e2e/portal";

const chapters = [
  "/aide",
  "/aide/deposer-une-offre",
  "/aide/apres-le-depot",
  "/aide/votre-structure",
  "/aide/besoin-d-aide",
];

/** Where pages and forms lead in the guide: a chapter and an anchor of it. */
function anchorsInCode(): string[] {
  const files = ["app", "components"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
  );
  const found = files
    .filter((file) => file.endsWith(".tsx"))
    .flatMap((file) => [
      ...readFileSync(file, "utf8").matchAll(
        /(?:"\/aide|<HelpLink section="|<FormHeading\s+help=")((?:\/[a-z-]+)?#[a-z-]+)"/g,
      ),
    ]);
  return [...new Set(found.map(([, anchor]) => `/aide${anchor ?? ""}`))].sort();
}

/** What a field is described by, as assistive technology reads it. */
async function expectHint(page: Page, label: string | RegExp, hint: RegExp): Promise<void> {
  const field = page.getByLabel(label, { exact: typeof label === "string" });
  await expect(field).toHaveAccessibleDescription(hint);
}

/**
 * The contents name each part of the page, anchors are there once and links lead somewhere.
 * @returns the anchors
 */
async function expectWhole(page: Page, request: APIRequestContext): Promise<string[]> {
  const ids = await page
    .locator("main [id]")
    .evaluateAll((elements) => elements.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  const headings = await page
    .locator("main h2[id]:not(#sommaire)")
    .evaluateAll((elements) => elements.map(({ id, textContent }) => `#${id} ${textContent}`));
  const contents = await page
    .getByRole("navigation", { name: "Sommaire" })
    .locator('a[href^="#"]')
    .evaluateAll((links) =>
      links.map((link) => `${link.getAttribute("href") ?? ""} ${link.textContent}`),
    );
  expect(contents).toEqual(headings);
  const links = await page
    .locator("main a")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  expect(links.filter((href) => href.startsWith("#") && !ids.includes(href.slice(1)))).toEqual([]);
  for (const path of new Set(links.filter((href) => href.startsWith("/"))))
    expect((await request.get(path)).status(), path).toBe(200);
  return ids;
}

for (const scripts of [true, false]) {
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test(
      "the guide is whole: its contents, its anchors, its pictures and its links all lead " +
        "somewhere",
      async ({ page, request }) => {
        const refused: string[] = [];
        page.on("console", (message) => {
          if (/Content Security Policy|violates/i.test(message.text()))
            refused.push(message.text());
        });
        const known: string[] = [];
        for (const chapter of chapters) {
          await page.goto(chapter);
          const ids = await expectWhole(page, request);
          known.push(...ids.map((id) => `${chapter}#${id}`));
        }
        const wanted = anchorsInCode();
        expect(wanted.length).toBeGreaterThan(9);
        expect(wanted.filter((anchor) => !known.includes(anchor))).toEqual([]);

        await page.goto("/aide");
        await page.getByRole("link", { name: "Tout le guide sur une page" }).click();
        await expect(page.getByRole("heading", { name: /^Tout le guide/ })).toBeVisible();
        const whole = await expectWhole(page, request);
        // Every anchor that was given out when the guide was this one page.
        await page.goto("/aide");
        for (const anchor of whole) await expect(page.locator(`#${anchor}`)).toHaveCount(1);
        await page.goto("/aide/tout-le-guide");
        const pictures = await page.locator("main img").all();
        expect(pictures.length).toBeGreaterThan(8);
        for (const picture of pictures) {
          await picture.scrollIntoViewIfNeeded();
          await expect
            .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
            .toBeGreaterThan(0);
          await expect(picture).toHaveAttribute("alt", /\S{3}/);
        }
        expect(refused).toEqual([]);

        for (const width of [360, 768, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth),
          ).toBeLessThanOrEqual(width);
          if (process.env.LOOK)
            await page.screenshot({ path: `/tmp/guide-${width}.png`, fullPage: true });
        }
      },
    );

    test("the guide is read chapter by chapter, and an old address leads to where it is now", async ({
      page,
    }) => {
      await page.goto("/aide");
      for (const title of ["Déposer une offre", "Après le dépôt", "Votre structure et vous"]) {
        await page.getByRole("link", { name: `Chapitre suivant : ${title}` }).click();
        await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      }
      await page.getByRole("link", { name: "Chapitre précédent : Après le dépôt" }).click();
      await expect(page).toHaveURL(/\/aide\/apres-le-depot$/);

      await page.goto("/aide#clavier");
      if (scripts) {
        await expect(page).toHaveURL(/\/aide\/deposer-une-offre#clavier$/);
        await expect(page.getByRole("heading", { name: "Au clavier" })).toBeInViewport();
      } else {
        const line = page.getByRole("link", { name: "Indiquer les périodes" });
        await expect(line).toBeInViewport();
        await line.click();
        await expect(page.getByRole("heading", { name: "Indiquer les périodes" })).toBeInViewport();
      }
    });

    test("who looks for an offer has a guide too, one step away from the other", async ({
      page,
      request,
    }) => {
      await page.goto("/aide");
      await page.getByRole("link", { name: "Trouver une offre" }).click();
      await expect(
        page.getByRole("heading", { name: "Le guide des étudiants et des établissements" }),
      ).toBeVisible();
      const ids = await expectWhole(page, request);
      for (const topic of ["filtres", "alerte", "selection", "ecrire", "agenda", "emporter"])
        expect(ids).toContain(topic);
      await page.getByRole("link", { name: "Proposer une offre" }).click();
      await expect(page).toHaveURL(/\/aide$/);
    });

    test(
      "each field the tutorial speaks of says so beside it, and a form's help opens " +
        "without leaving the form",
      async ({ page, context }) => {
        const offeror = newOfferor("Collège conseillé");
        await page.goto("/inscription");
        await expectHint(
          page,
          "Représentant de la structure (Nom et prénom)",
          /personne responsable/,
        );
        await fillStructure(page, offeror);
        await page.getByRole("button", { name: "Suivant" }).click();
        await expectHint(page, "Fonction de l’administrateur", /référent du service sanitaire/);
        await expectHint(page, "Email", /message de confirmation/);
        await expectHint(
          page,
          "Mot de passe",
          /au moins 6\scaractères.*une majuscule.*une minuscule.*un chiffre/s,
        );

        await fillAdministrator(page, offeror);
        await page.getByRole("button", { name: "S’inscrire" }).click();
        await expect(
          page.getByRole("heading", { name: "Créer une offre", level: 1 }),
        ).toBeVisible();
        await expectHint(page, /^Titre de l’offre/, /Sans titre/);
        await expectHint(page, "Nombre de places", /nombre total d’étudiants/);
        await expectHint(page, /^Description/, /comprendre l’action/);
        for (const [group, hint] of [
          ["Thèmes", /À définir/],
          ["Public cible", /à qui l’action s’adresse/],
          ["Mois", /se décident d’après eux/],
          ["Créneaux", /toute sa semaine/],
          [/^Option de prise en charge/, /éloignées/],
        ] as const) {
          await expect(
            page.getByRole("group", { name: group, exact: true }).first(),
          ).toHaveAccessibleDescription(hint);
        }

        await page.getByLabel(/^Titre de l’offre/).fill("Titre gardé");
        const opened = context.waitForEvent("page");
        await page.getByRole("link", { name: "Aide : mois et créneaux" }).click();
        const help = await opened;
        await expect(help.getByRole("heading", { name: "Indiquer les périodes" })).toBeInViewport();
        await help.close();
        await expect(page.getByLabel(/^Titre de l’offre/)).toHaveValue("Titre gardé");

        await fillInformation(page, scripts);
        await page.getByRole("button", { name: "Continuer" }).click();
        await expectHint(page, "Nom de la structure d’accueil", /le stage a lieu ailleurs/);
        await expectHint(page, "Type de terrain d’action", /Le cadre/);
        await expectHint(page, "Référent de proximité", /encadre les étudiants pendant le stage/);
        await expectHint(page, "Ajouter des documents", /5\sMo/);
      },
    );
  });
}

import { mkdirSync, writeFileSync } from "node:fs";
import { expect, type Locator, type Page, test } from "@playwright/test";
import {
  shotDensity,
  shotLimit,
  type ShotName,
  shotNames,
  shotPath,
} from "@/components/help/shots";
import { fillAdministrator, fillInformation, fillStructure, lastMail, signIn } from "./portal";

/** Room left around what is shown. */
const margin = 12;
const sizes: Partial<Record<ShotName, { width: number; height: number }>> = {};

// Narrow, so that what is written stays readable when the picture is shrunk to a telephone.
test.use({ viewport: { width: 640, height: 900 } });

/** Takes the part of the page that goes from the first of these elements to the last. */
async function shoot(page: Page, name: ShotName, ...parts: Locator[]): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.mouse.move(0, 0);
  const boxes = await Promise.all(
    parts.map((part) =>
      part.evaluate((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return {
          left: left + scrollX,
          top: top + scrollY,
          right: right + scrollX,
          bottom: bottom + scrollY,
        };
      }),
    ),
  );
  const x = Math.max(0, Math.floor(Math.min(...boxes.map(({ left }) => left))) - margin);
  const y = Math.max(0, Math.floor(Math.min(...boxes.map(({ top }) => top))) - margin);
  // Even numbers stay whole at one and a half times their size.
  const even = (length: number) => 2 * Math.ceil(length / 2);
  const width = Math.min(even(Math.max(...boxes.map(({ right }) => right)) + margin - x), 640 - x);
  const height = even(Math.max(...boxes.map(({ bottom }) => bottom)) + margin - y);
  const session = await page.context().newCDPSession(page);
  for (const quality of [80, 65, 50, 35]) {
    const { data } = await session.send("Page.captureScreenshot", {
      format: "webp",
      quality,
      clip: { x, y, width, height, scale: shotDensity },
      captureBeyondViewport: true,
    });
    const file = Buffer.from(data, "base64");
    writeFileSync(`public${shotPath(name)}`, file);
    if (file.length <= shotLimit) break;
  }
  sizes[name] = { width, height };
}

const card = (inside: Locator) =>
  inside.locator("xpath=ancestor::div[contains(@class, 'shadow-card')][1]");

async function decide(moderator: Page, path: string, decision: RegExp, reason = ""): Promise<void> {
  await moderator.goto(path.replace("/espace/", "/admin/"));
  await moderator.getByRole("radio", { name: decision }).check();
  if (reason) await moderator.getByRole("textbox", { name: "Motif" }).fill(reason);
  await moderator.getByRole("button", { name: "Enregistrer la décision" }).click();
  await expect(moderator.getByRole("heading", { name: "Offres à valider" })).toBeVisible();
}

test("the pictures of the guide", async ({ page, browser }) => {
  test.setTimeout(300_000);
  mkdirSync("public/aide", { recursive: true });
  const offeror = { structure: "Collège d’Épinal", email: "claire.martin@college.example" };
  const heading = (name: string | RegExp) => page.getByRole("heading", { name });

  await page.goto("/inscription");
  await fillStructure(page, offeror);
  await shoot(page, "inscription-structure", card(heading(/^1\. /)));
  await page.getByRole("button", { name: "Suivant" }).click();
  await fillAdministrator(page, offeror);
  await shoot(page, "inscription-compte", card(heading(/^2\. /)));
  await page.getByRole("button", { name: "S’inscrire" }).click();
  await expect(heading("Créer une offre")).toBeVisible();

  await fillInformation(page);
  await page.getByRole("button", { name: "Sauf mercredi, samedi, dimanche" }).click();
  await expect(page.locator("[data-save-status]")).toHaveText(/^Enregistré à/);
  await shoot(page, "informations", heading("Informations générales"), page.locator("#themeIds"));
  await shoot(page, "mois", page.locator("#months"));
  await shoot(page, "creneaux", page.locator("#slots"));
  await shoot(page, "enregistre", page.locator("#support"), page.locator("[data-save-status]"));
  await page.getByRole("button", { name: "Continuer" }).click();
  await page.waitForURL(/terrain/);

  await page.getByLabel("Type de terrain d’action").selectOption({ label: "Milieu scolaire" });
  await page.getByRole("checkbox", { name: /reprendre mes coordonnées/ }).check();
  const pdf = Buffer.from(
    "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
  );
  await page.getByLabel("Ajouter des documents").setInputFiles(
    ["programme.pdf", "plan d’accès.pdf"].map((name) => ({
      name,
      mimeType: "application/pdf",
      buffer: pdf,
    })),
  );
  await expect(page.getByText("2 documents ajoutés.")).toBeVisible();
  await shoot(
    page,
    "referent",
    heading("Référent de proximité"),
    page.getByText("Garder ce référent pour mes prochaines offres"),
    page.locator("#referentName"),
  );
  // Not as far as the file button, whose words are the browser's own and not always French.
  await shoot(
    page,
    "documents",
    page.locator("#documents legend"),
    page.locator("#documents > ol"),
  );
  await page.getByRole("button", { name: "Continuer" }).click();
  await expect(heading("Vérifiez votre offre")).toBeVisible();
  await shoot(page, "verification", card(page.getByRole("button", { name: "Soumettre l’offre" })));
  const path = new URL(page.url()).pathname.replace(/\/verification$/, "");
  await page.getByRole("button", { name: "Soumettre l’offre" }).click();
  await expect(page.getByText(/^Pas encore soumise/)).toBeVisible();

  const confirmation =
    /\/confirmation\S+/.exec(await lastMail(page, offeror.email, "Confirmez votre adresse"))?.[0] ??
    "";
  await page.goto("/boite-aux-lettres");
  const row = page.getByRole("row").filter({ hasText: offeror.email });
  const mail = row.getByRole("link", { name: "Confirmez votre adresse" });
  await page.goto(`${await mail.getAttribute("href")}/html`);
  // Without the address below the button, which is of the machine that made the picture.
  await shoot(
    page,
    "message-confirmation",
    page.getByText(/^Service sanitaire/).first(),
    page.getByText(/^Ce lien sert/),
    page.getByRole("link", { name: "Confirmer mon adresse" }),
  );
  await page.goto(confirmation);
  await page.getByRole("button", { name: "Confirmer mon adresse" }).click();
  await expect(heading("Votre adresse est confirmée")).toBeVisible();

  const moderator = await (await browser.newContext()).newPage();
  await signIn(moderator, "moderation@ars.example");
  await decide(
    moderator,
    path,
    /Demander une correction/,
    "Merci de préciser le rôle des étudiants dans la description.",
  );
  await page.goto("/espace");
  await shoot(page, "a-faire", page.getByRole("region", { name: "À faire" }));

  await page.getByRole("link", { name: /^Corriger l’offre/ }).click();
  await page
    .getByLabel(/^Description/)
    .fill("Les étudiants animent un atelier par classe de sixième sur l’équilibre des repas.");
  await page.getByRole("button", { name: "Continuer" }).click();
  await page.waitForURL(/terrain/);
  await page.getByRole("button", { name: "Continuer" }).click();
  await page.getByRole("button", { name: "Soumettre l’offre" }).click();
  await expect(page.getByText("Votre offre est soumise à l’agence.")).toBeVisible();
  await decide(moderator, path, /Valider/);
  await page.goto("/espace/offres");
  await page.getByText(/^Plus d’actions/).click();
  await shoot(page, "mes-offres", card(page.getByText("Offre validée")));

  await page.goto(`${path}/informations`);
  await page.getByLabel(/^Titre de l’offre/).fill("Bien manger au collège");
  await page.getByLabel("Nombre de places").fill("8");
  await page.getByRole("button", { name: "Continuer" }).click();
  await page.waitForURL(/terrain/);
  await page.getByRole("button", { name: "Continuer" }).click();
  const notice = (title: string | RegExp) => page.getByRole("status").filter({ hasText: title });
  await expect(notice("Un changement attendra une validation")).toBeVisible();
  await shoot(
    page,
    "changements",
    notice("Un changement attendra une validation"),
    notice(/^Sans validation par eux-mêmes/),
  );

  expect(Object.keys(sizes).sort()).toEqual([...shotNames].sort());
  const inOrder = Object.fromEntries(shotNames.map((name) => [name, sizes[name]]));
  writeFileSync("components/help/shot-sizes.json", `${JSON.stringify(inOrder, null, 2)}\n`);
});

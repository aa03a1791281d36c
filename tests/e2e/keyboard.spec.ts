import { expect, type Locator, type Page, test } from "@playwright/test";
import { lastMail, newOfferor, password, signIn } from "./portal";

/**
 * Presses Tab until the control has the focus: what cannot be reached that way is not there for the
 * keyboard.
 */
async function tabTo(page: Page, target: Locator, limit = 120): Promise<void> {
  await expect(target).toBeVisible();
  for (let pressed = 0; pressed < limit; pressed++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${String(target)} is not reached by ${limit} × Tab`);
}

async function typeInto(page: Page, label: string | RegExp, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: typeof label === "string" }));
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(text);
}

async function press(page: Page, target: Locator, key: "Space" | "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Goes down a list until the choice is the one. */
async function choose(page: Page, label: string, choice: string): Promise<void> {
  const list = page.getByLabel(label, { exact: true });
  await expect(list.getByRole("option", { name: choice })).toBeAttached();
  await tabTo(page, list);
  const options = await list.getByRole("option").allTextContents();
  for (let step = 0; step < options.indexOf(choice); step++) await page.keyboard.press("ArrowDown");
  await expect(list.locator("option:checked")).toHaveText(choice);
}

function inGrid(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement?.closest("[role=grid]") !== null);
}

test("the keyboard alone goes from «S’inscrire» to an offer anyone can find, and deletes it", async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const { email, structure } = newOfferor("Collège du clavier");
  const button = (name: string | RegExp) => page.getByRole("button", { name });
  const box = (name: string | RegExp) =>
    page.getByRole("checkbox", { name, exact: typeof name === "string" });

  await page.goto("/");
  await press(
    page,
    page.getByRole("navigation").getByRole("link", { name: "S’inscrire" }),
    "Enter",
  );
  await typeInto(page, "Raison sociale", structure);
  await typeInto(page, "Adresse", "12 rue des Écoles");
  await typeInto(page, "Code postal", "88000");
  await typeInto(page, "Commune", "epi");
  await expect(page.getByRole("option", { name: "Épinal 88000" })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Commune", { exact: true })).toHaveValue("Épinal");
  await choose(page, "Type de structure", "Collège");
  await typeInto(page, "Représentant de la structure (Nom et prénom)", "Jeanne Mougin");
  await typeInto(page, "Fonction du représentant de la structure", "Principale");
  await press(page, button("Suivant"), "Enter");
  await typeInto(page, "Nom", "Martin");
  await typeInto(page, "Prénom", "Claire");
  await typeInto(page, "Fonction de l’administrateur", "Infirmière scolaire");
  await typeInto(page, "Téléphone", "03 29 00 00 00");
  await typeInto(page, "Email", email);
  await typeInto(page, "Mot de passe", password);
  await press(page, button("S’inscrire"), "Enter");
  await expect(page.getByRole("heading", { name: "Créer une offre", level: 1 })).toBeVisible();

  await typeInto(page, /^Titre de l’offre/, "Sommeil au clavier");
  await press(page, box("Sommeil"), "Space");
  await press(page, box("Tout public"), "Space");
  await typeInto(page, "Nombre de places", "4");
  await press(page, box("Mars"), "Space");
  await press(page, box("Restauration"), "Space");
  // Without a slot the page is refused: the summary takes the focus and leads to the field.
  await press(page, button("Continuer"), "Enter");
  await expect(
    page.getByRole("alert").filter({ hasText: "Choisissez au moins un créneau." }),
  ).toBeFocused();
  await press(page, page.getByRole("link", { name: "Choisissez au moins un créneau." }), "Enter");
  // One tab stop for the whole grid, on the box that takes the week of every chosen month.
  for (let pressed = 0; pressed < 20 && !(await inGrid(page)); pressed++)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(page.locator('input[name="slots"]:checked')).toHaveCount(14);
  await press(page, button("Continuer"), "Enter");
  await choose(page, "Type de terrain d’action", "Milieu scolaire");
  await press(page, box(/reprendre mes coordonnées/), "Space");
  await press(page, button("Continuer"), "Enter");
  await expect(page.getByRole("heading", { name: "Vérifiez votre offre" })).toBeVisible();
  await press(page, button("Soumettre l’offre"), "Enter");
  const link = page.getByRole("link", { name: "Sommeil au clavier", exact: true });
  const offerPath = ((await link.getAttribute("href")) ?? "").replace(/\/informations$/, "");
  await page.goto(
    /\/confirmation\S+/.exec(await lastMail(page, email, "Confirmez votre adresse"))?.[0] ?? "",
  );
  await press(page, button("Confirmer mon adresse"), "Enter");
  await expect(page.getByRole("heading", { name: "Votre adresse est confirmée" })).toBeVisible();

  const moderator = await (await browser.newContext()).newPage();
  await signIn(moderator, "moderation@ars.example", offerPath.replace("/espace/", "/admin/"));
  await press(moderator, moderator.getByRole("radio", { name: /Valider/ }), "Space");
  await press(
    moderator,
    moderator.getByRole("button", { name: "Enregistrer la décision" }),
    "Enter",
  );
  await expect(moderator.getByText("L’offre est validée.")).toBeVisible();
  await moderator.context().close();

  await page.goto("/espace/offres");
  await expect(page.getByText("Visible dans le catalogue.", { exact: true })).toBeVisible();

  // The question opens as a dialog, Escape leaves it and gives the focus back.
  const remove = page.getByRole("link", { name: /^Supprimer/ });
  await press(page, remove, "Enter");
  await expect(page.getByRole("dialog", { name: "Supprimer cette offre ?" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(remove).toBeFocused();
  await page.keyboard.press("Enter");
  await press(
    page,
    page.getByRole("dialog").getByRole("button", { name: "Supprimer l’offre" }),
    "Enter",
  );
  await press(page, button("Annuler la suppression"), "Enter");
  await expect(page.getByText("L’offre est rétablie.")).toBeVisible();
});

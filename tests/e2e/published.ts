import { type Browser, expect, type Page } from "@playwright/test";
import postgres from "postgres";
import { fillInformation, newOfferor, type Offeror, portal, register, signIn } from "./portal";

export interface Published {
  offeror: Offeror;
  /** Signed in as the offeror, with scripts. */
  page: Page;
  offerId: string;
  reference: string;
}

/** An offer through the forms, its depositor's address confirmed, approved by the ARS and in the catalogue. */
export async function publishedOffer(browser: Browser, structure: string): Promise<Published> {
  const page = await (await browser.newContext({ javaScriptEnabled: true })).newPage();
  const offeror = newOfferor(structure);
  await register(page, offeror);
  await fillInformation(page);
  await page.getByRole("button", { name: "Continuer" }).click();
  await page.getByLabel("Type de terrain d’action").selectOption({ label: "Milieu scolaire" });
  await page.getByRole("checkbox", { name: /reprendre mes coordonnées/ }).check();
  await page.getByRole("button", { name: "Continuer" }).click();
  await page.getByRole("button", { name: "Soumettre l’offre" }).click();
  await expect(page.getByText("Votre offre est soumise.")).toBeVisible();
  const offerId = /offres\/([^/?]+)/.exec(page.url())?.[1] ?? "";
  const sql = postgres(portal().databaseUrl, { max: 1 });
  await sql`update account set email_confirmed_at = now() where email = ${offeror.email}`;
  const [row] = await sql<{ reference: string }[]>`select reference from offer where id = ${offerId}`;
  await sql.end();
  const moderator = await (await browser.newContext({ javaScriptEnabled: true })).newPage();
  await signIn(moderator, "moderation@ars.example");
  await moderator.goto(`/admin/offres/${offerId}`);
  await moderator.getByRole("radio", { name: /^Valider/ }).check();
  await moderator.getByRole("button", { name: "Enregistrer la décision" }).click();
  await expect(moderator.getByText("L’offre est validée.")).toBeVisible();
  await moderator.context().close();
  return { offeror, page, offerId, reference: row?.reference ?? "" };
}

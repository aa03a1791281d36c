import { readFileSync } from "node:fs";
import { expect, type Page, request, test } from "@playwright/test";
import type Axe from "axe-core";
import { load } from "cheerio";
import postgres from "postgres";
import { type Asker, read, type ReadPage, send, sent } from "./forms";

/** What the server under test wrote when it started. */
export function portal(): { moderatorLink: string; databaseUrl: string } {
  return JSON.parse(readFileSync("test-results/portal.json", "utf8")) as {
    moderatorLink: string;
    databaseUrl: string;
  };
}

export const password = "Prevention1";

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

/** No rule off, no part left out. @param only one rule, where the others have been judged */
export async function expectAccessible(page: Page, only?: string): Promise<void> {
  // Next streams it after the page: one that never comes fails here.
  await expect(page).toHaveTitle(/\S/);
  // A navigation by scripts takes the old title away before the new one is there.
  await expect(async () => {
    if (await page.evaluate("typeof axe === 'undefined'")) await page.evaluate(axe);
    expect(await page.evaluate(broken, only)).toEqual([]);
  }).toPass({ timeout: 20_000 });
}

/**
 * What axe finds, in the page. It judges a page in itself: the one frame there is, a mail of the
 * local mailbox, runs no scripts and is judged as a page of its own.
 */
async function broken(only?: string): Promise<string[]> {
  const { run } = (globalThis as unknown as { axe: typeof Axe }).axe;
  const { violations } = await run({
    resultTypes: ["violations"],
    iframes: false,
    ...(only ? { runOnly: only } : {}),
  });
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ` +
      nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ""}`).join(" | "),
  );
}

/**
 * The text of the last message of the mailbox to this address whose subject contains these words,
 * once it is there. The page stays where it is.
 */
export async function lastMail(page: Page, recipient: string, subject: string): Promise<string> {
  let path: string | undefined;
  await expect
    .poll(
      async () => {
        const $ = load((await read(page, "/boite-aux-lettres")).html);
        const row = $("tr").filter((_, element) => $(element).text().includes(recipient));
        const links = row.find("a").filter((_, link) => $(link).text().includes(subject));
        return (path = links.first().attr("href"));
      },
      { message: `« ${subject} » à ${recipient}`, intervals: [100], timeout: 20_000 },
    )
    .toBeTruthy();
  const $ = load((await read(page, path ?? "")).html);
  return $("[aria-labelledby=texte] p").text();
}

export interface Offeror {
  structure: string;
  email: string;
}

let made = 0;

export function newOfferor(structure: string): Offeror {
  made += 1;
  return { structure, email: `claire.${Date.now()}.${made}.${process.pid}@college.example` };
}

/** Page 1 of the registration. Works with and without scripts. */
export async function fillStructure(page: Page, offeror: Offeror): Promise<void> {
  await page.getByLabel("Raison sociale").fill(offeror.structure);
  await page.getByLabel("Adresse", { exact: true }).fill("12 rue des Écoles");
  await page.getByLabel("Code postal").fill("88000");
  await page.getByLabel("Type de structure").selectOption({ label: "Collège" });
  await page.getByLabel("Représentant de la structure (Nom et prénom)").fill("Jeanne Mougin");
  await page.getByLabel("Fonction du représentant de la structure").fill("Principale");
  await page.getByLabel("Commune").fill("Épinal");
}

/** Page 2 of the registration. */
export async function fillAdministrator(page: Page, offeror: Offeror): Promise<void> {
  await page.getByLabel("Nom", { exact: true }).fill("Martin");
  await page.getByLabel("Prénom").fill("Claire");
  await page.getByLabel("Fonction de l’administrateur").fill("Infirmière scolaire");
  await page.getByLabel("Téléphone").fill("03 29 00 00 00");
  await page.getByLabel("Email").fill(offeror.email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(password);
}

/** The tutorial's part 2, both pages. Works with and without scripts. */
export async function register(page: Page, offeror: Offeror): Promise<void> {
  await page.goto("/");
  await page.getByRole("navigation").getByRole("link", { name: "S’inscrire" }).click();
  await fillStructure(page, offeror);
  await page.getByRole("button", { name: "Suivant" }).click();
  await fillAdministrator(page, offeror);
  await page.getByRole("button", { name: "S’inscrire" }).click();
  await expect(page.getByRole("heading", { name: "Créer une offre", level: 1 })).toBeVisible();
}

/** Follows the link of the confirmation mail. Works with and without scripts. */
export async function confirmedByMail(page: Page, offeror: Offeror): Promise<void> {
  const mail = await lastMail(page, offeror.email, "Confirmez votre adresse");
  await page.goto(/\/confirmation\S+/.exec(mail)?.[0] ?? "");
  await page.getByRole("button", { name: "Confirmer mon adresse" }).click();
  await expect(page.getByRole("heading", { name: "Votre adresse est confirmée" })).toBeVisible();
}

/** Page 1 of the registration over HTTP. */
export async function structureSent(page: Page, offeror: Offeror): Promise<ReadPage> {
  return send(page, await read(page, "/inscription"), "Suivant", {
    name: offeror.structure,
    street: "12 rue des Écoles",
    postcode: "88000",
    commune: "88160",
    typeId: "Collège",
    representativeName: "Jeanne Mougin",
    representativeFunction: "Principale",
  });
}

/**
 * The same over HTTP, the address confirmed: for journeys that begin behind it.
 * @param next the page they find themselves on; without one the page stays where it is
 */
export async function registered(page: Page, offeror: Offeror, next = ""): Promise<void> {
  const structure = await structureSent(page, offeror);
  const administrator = {
    lastName: "Martin",
    firstName: "Claire",
    function: "Infirmière scolaire",
    phone: "03 29 00 00 00",
    email: offeror.email,
    password,
  };
  const address = await sent(page, structure, "S’inscrire", administrator);
  expect(new URL(address).pathname).toBe("/espace/offres/nouvelle");
  const sql = postgres(portal().databaseUrl, { max: 1 });
  await sql`update account set email_confirmed_at = now() where email = ${offeror.email}`;
  await sql.end();
  if (next) await page.goto(next);
}

/** Page 1 of a deposit over HTTP. */
export const informationEntries = {
  title: "Prévention de l'obésité",
  themeIds: ["Alimentation / Nutrition"],
  audienceIds: "Tout public",
  places: "5",
  months: ["3", "4", "5"],
  slots: ["3:monday-am", "4:monday-am", "5:monday-am", "5:thursday-am"],
  support: "Restauration",
};

/**
 * A whole deposit over HTTP, as {@link fillInformation} and {@link submitOffer} do it in the pages,
 * for journeys that begin behind it. The page stays where it is.
 * @param options.publish whether it is published once it is approved
 * @returns the offer's id
 */
export async function deposited(
  page: Page,
  {
    publish = true,
    title = informationEntries.title,
    themes = informationEntries.themeIds,
  }: { publish?: boolean; title?: string; themes?: string[] } = {},
): Promise<string> {
  const site = await send(page, await read(page, "/espace/offres/nouvelle"), "Continuer", {
    ...informationEntries,
    title,
    themeIds: themes,
  });
  const check = await send(page, site, "Continuer", {
    siteTypeId: "Milieu scolaire",
    copyAdministrator: "on",
  });
  const address = await sent(page, check, "Soumettre l’offre", {
    publishOnApproval: publish ? "on" : [],
  });
  expect(address).toMatch(/\?fait=soumise$/);
  return /offres\/([^/?]+)/.exec(address)?.[1] ?? "";
}

let agency: Promise<Asker> | undefined;

/** The ARS's yes over HTTP, by a moderator who draws nothing and stays signed in. */
export async function approved(offerId: string): Promise<void> {
  agency ??= signedInAgency();
  const page = await read(await agency, `/admin/offres/${offerId}`);
  await sent(await agency, page, "Enregistrer la décision", { decision: "Valider" });
}

async function signedInAgency(): Promise<Asker> {
  const { baseURL = "" } = test.info().project.use;
  const own = { request: await request.newContext({ baseURL }) };
  await signedIn(own, "moderation@ars.example");
  return own;
}

/**
 * Holds the page's scripts back, as a slow line does.
 * @returns lets them come, and waits until they are at work
 */
export async function scriptsHeld(page: Page): Promise<() => Promise<void>> {
  let letCome = () => {};
  const waited = new Promise<void>((resolve) => (letCome = resolve));
  await page.route("**/_next/static/**/*.js*", async (route) => {
    await waited;
    await route.continue();
  });
  return async () => {
    letCome();
    await hydrated(page);
    await page.unrouteAll({ behavior: "ignoreErrors" });
  };
}

/**
 * The page, or the form it has, answers to its scripts: a key that is pressed before finds it as it
 * is without them.
 */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("main form") ?? document.querySelector("main") ?? {}).some(
      (key) => key.startsWith("__reactProps"),
    ),
  );
}

/** Page 1 of the deposit with the tutorial's own example. */
export async function fillInformation(page: Page, scripts = true): Promise<void> {
  await page.getByLabel(/^Titre de l’offre/).fill("Prévention de l'obésité");
  await page.getByRole("checkbox", { name: "Alimentation / Nutrition" }).check();
  await page.getByRole("checkbox", { name: "Tout public" }).check();
  await page.getByLabel("Nombre de places").fill("5");
  for (const month of ["Mars", "Avril", "Mai"])
    await page.getByRole("checkbox", { name: month, exact: true }).check();
  if (scripts) {
    for (const month of ["mars", "avril", "mai"])
      await page
        .getByRole("checkbox", { name: new RegExp(`^Tous les créneaux d[e’] ?${month}`) })
        .click();
    await page.getByRole("checkbox", { name: "Mercredi matin, tous les mois choisis" }).click();
  } else {
    for (const month of ["Mars", "Avril", "Mai"])
      await page.getByRole("checkbox", { name: `${month}, lundi matin` }).check();
  }
  await page.getByRole("checkbox", { name: "Restauration" }).check();
}

/**
 * From page 1, filled, to the offer's own page: the rest of the deposit as most people would.
 * @param options.publish null for an offer that the public knows: it is not asked
 * @returns its id
 */
export async function submitOffer(
  page: Page,
  { publish = true }: { publish?: boolean | null } = {},
): Promise<string> {
  await page.getByRole("button", { name: "Continuer" }).click();
  await page.getByLabel("Type de terrain d’action").selectOption({ label: "Milieu scolaire" });
  await page.getByRole("checkbox", { name: /reprendre mes coordonnées/ }).check();
  await page.getByRole("button", { name: "Continuer" }).click();
  if (publish !== null)
    await page.getByRole("checkbox", { name: /Publier dès la validation/ }).setChecked(publish);
  await page.getByRole("button", { name: "Soumettre l’offre" }).click();
  await expect(page.getByText("Votre offre est soumise à l’agence.")).toBeVisible();
  return /offres\/([^/?]+)/.exec(page.url())?.[1] ?? "";
}

/**
 * The time in which a decision can be taken back is over for the mails to this address: they leave
 * now.
 */
export async function decisionMailsLeave(recipient: string): Promise<void> {
  const sql = postgres(portal().databaseUrl, { max: 1 });
  await sql`update pgboss.job set start_after = now() where name = 'mail' and data->>'mailId' in (select id::text from mail where recipient = ${recipient})`;
  await sql.end();
}

/**
 * Signs the moderator in; the one-time link serves the first who comes, the password the others.
 */
export async function signIn(page: Page, email: string, next = ""): Promise<void> {
  await page.goto(`/connexion${next ? `?suite=${encodeURIComponent(next)}` : ""}`);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page.getByRole("button", { name: "Me déconnecter" })).toBeVisible();
}

/** The same over HTTP: for journeys that begin behind it. The page stays where it is. */
export async function signedIn(by: Asker, email: string): Promise<void>;
/** They find themselves on this page. */
export async function signedIn(page: Page, email: string, next: string): Promise<void>;
export async function signedIn(by: Asker | Page, email: string, next = ""): Promise<void> {
  const form = await read(by, `/connexion${next ? `?suite=${encodeURIComponent(next)}` : ""}`);
  const address = await sent(by, form, "Se connecter", { email, password });
  if (next && "goto" in by) await by.goto(address);
}

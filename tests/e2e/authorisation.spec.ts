import { expect, type Page, test } from "@playwright/test";
import pLimit from "p-limit";
import postgres from "postgres";
import { read, send } from "./forms";
import { informationEntries, newOfferor, portal, registered, signedIn } from "./portal";
import { routes } from "./routes";

type Status = 200 | 303 | 307 | 403 | 404 | 405;
/**
 * Answers to GET by an anonymous visitor, the owner of the offer, another structure and a moderator
 * who administers the portal. A colleague, an editor, is answered as the owner is, a disabled
 * account as an anonymous visitor; the owner's address is not confirmed.
 */
type Row = readonly [anonymous: Status, owner: Status, stranger: Status, moderator: Status];

const open: Row = [200, 200, 200, 200];
const nobody: Row = [404, 404, 404, 404];

/** Every page and route handler, with what each actor gets. `[id]` is the owner's own offer. */
const table: Record<string, Row> = {
  "/": open,
  "/accessibilite": open,
  "/aide": open,
  "/aide/[chapitre]": nobody,
  "/aide/tout-le-guide": open,
  "/aide/trouver-une-offre": open,
  "/confidentialite": open,
  "/mentions-legales": open,
  "/offres": open,
  "/offres/carte": open,
  "/offres/calendrier": open,
  "/offres/imprimer": open,
  "/offres/selection": open,
  "/offres/[reference]": nobody,
  "/alerte/[token]": open,
  "/api/alerte/[token]": [307, 307, 307, 307],
  "/api-ouverte": open,
  "/api/v1/listes": open,
  "/api/v1/offres": open,
  "/api/v1/offres.csv": open,
  "/api/v1/offres.xlsx": open,
  "/api/v1/offres/[reference]": nobody,
  "/api/v1/openapi.json": open,
  "/offres/alerte": open,
  "/security.txt": open,
  "/sitemap.xml": open,
  "/sitemap/[page]": nobody,
  "/offres/flux.atom": open,
  "/offres/region.svg": open,
  "/offres/[reference]/contact": nobody,
  "/offres/[reference]/ics": nobody,
  "/offres/[reference]/pdf": nobody,
  "/offres/[reference]/signaler": nobody,
  "/offres/[reference]/zip": nobody,
  "/inscription": open,
  "/inscription/compte": [307, 307, 307, 307],
  "/connexion": [200, 307, 307, 307],
  "/confirmation": open,
  "/confirmation/[token]": open,
  "/demonstration/[token]": open,
  "/invitation/[token]": open,
  "/nouvelle-adresse/[token]": open,
  "/mot-de-passe": open,
  "/mot-de-passe/choisir/[token]": open,
  "/renouvellement/[token]": open,
  "/rappels/[token]": open,
  "/api/rappels/[token]": [307, 307, 307, 307],
  "/avis/[token]": open,
  "/api/avis/[token]": [307, 307, 307, 307],
  "/invitation-moderation/[token]": open,
  "/boite-aux-lettres": open,
  "/boite-aux-lettres/[id]": nobody,
  "/boite-aux-lettres/[id]/html": nobody,
  "/boite-aux-lettres/modeles/[kind]": nobody,
  "/espace": [307, 200, 200, 404],
  "/espace/profil": [307, 200, 200, 404],
  "/espace/profil/structure": [307, 200, 200, 404],
  "/espace/profil/compte": [307, 200, 200, 404],
  "/espace/profil/mot-de-passe": [307, 200, 200, 404],
  "/espace/profil/adresse": [307, 200, 200, 404],
  "/espace/profil/sessions": [307, 200, 200, 404],
  "/espace/profil/donnees": [404, 200, 200, 404],
  "/espace/profil/fermer": [307, 200, 200, 404],
  "/espace/collegues": [307, 200, 200, 404],
  "/espace/collegues/activite": [307, 200, 200, 404],
  // Nobody manages an account that is not there: the id is an offer's.
  "/espace/collegues/[id]": [307, 404, 404, 404],
  "/espace/offres": [307, 200, 200, 404],
  "/espace/offres/nouvelle": [307, 200, 200, 404],
  "/espace/sites": [307, 200, 200, 404],
  "/espace/offres/importer": [307, 200, 200, 404],
  "/espace/offres/importer/modele.xlsx": [404, 200, 200, 404],
  "/espace/offres/importer/modele.csv": [404, 200, 200, 404],
  "/espace/offres/importer/fichier": [405, 405, 405, 405],
  // The id of an offer is no import's.
  "/espace/offres/importer/[id]": [307, 404, 404, 404],
  "/espace/offres/[id]": [307, 307, 404, 404],
  "/espace/offres/[id]/informations": [307, 200, 404, 404],
  "/espace/offres/[id]/terrain": [307, 200, 404, 404],
  "/espace/offres/[id]/verification": [307, 200, 404, 404],
  "/espace/offres/[id]/supprimer": [307, 200, 404, 404],
  // Only what is published can be paused.
  "/espace/offres/[id]/pause": [307, 404, 404, 404],
  "/espace/offres/[id]/documents": [405, 405, 405, 405],
  // Nothing to save before it is submitted.
  "/espace/offres/[id]/pdf": [307, 404, 404, 404],
  "/espace/offres/[id]/zip": [307, 404, 404, 404],
  "/espace/offres/[id]/brouillon": [405, 405, 405, 405],
  "/admin": [307, 404, 404, 200],
  "/admin/campagnes": [307, 404, 404, 200],
  "/admin/textes": [307, 404, 404, 200],
  // Nothing is shown without a text and words.
  "/admin/textes/apercu": [307, 404, 404, 404],
  "/admin/textes/courrier": nobody,
  "/admin/lot": [307, 404, 404, 200],
  "/admin/motifs": [307, 404, 404, 200],
  // Administrators of the portal only, see below; the id of an offer is no moderator's.
  "/admin/moderateurs": [307, 404, 404, 200],
  "/admin/moderateurs/[id]": [307, 404, 404, 404],
  "/admin/preferences": [307, 404, 404, 200],
  "/admin/vocabulaires": [307, 404, 404, 200],
  // The id of an offer is no term's.
  "/admin/vocabulaires/[id]": [307, 404, 404, 404],
  // A draft is nobody's but its structure's.
  "/admin/journal": [307, 404, 404, 200],
  "/admin/journal/export": [307, 404, 404, 200],
  "/admin/offres": [307, 404, 404, 200],
  "/admin/offres/export": [307, 404, 404, 200],
  "/admin/export": [307, 404, 404, 200],
  "/admin/suspensions/export": [307, 404, 404, 200],
  "/admin/tableau-de-bord/structures/export": [307, 404, 404, 200],
  "/admin/structures/export": [307, 404, 404, 200],
  "/admin/signalements/export": [307, 404, 404, 200],
  "/admin/tableau-de-bord": [307, 404, 404, 200],
  "/admin/tableau-de-bord/rapport": [307, 404, 404, 200],
  "/admin/tableau-de-bord/structures": [307, 404, 404, 200],
  "/admin/offres/[id]": [307, 404, 404, 404],
  "/admin/offres/[id]/suspendre": [307, 404, 404, 404],
  "/admin/structures": [307, 404, 404, 200],
  // The id of an offer is no structure's, no account's and no type's.
  "/admin/structures/[id]": [307, 404, 404, 404],
  "/admin/structures/[id]/fusionner": [307, 404, 404, 404],
  "/admin/structures/[id]/modifier": [307, 404, 404, 404],
  "/admin/structures/[id]/suspendre": [307, 404, 404, 404],
  "/admin/structures/comptes/[id]": [307, 404, 404, 404],
  "/admin/signalements": [307, 404, 404, 200],
  // Nobody reported it.
  "/admin/signalements/[id]": [307, 404, 404, 404],
  "/admin/suspensions": [307, 404, 404, 200],
  "/admin/suspensions/[id]": [307, 404, 404, 404],
  "/admin/offres/[id]/pdf": [307, 404, 404, 404],
  "/admin/offres/[id]/zip": [307, 404, 404, 404],
  "/documents/[id]": nobody,
  "/documents/[id]/apercu": nobody,
  "/api/adresses": open,
  "/api/communes": open,
  // Says nothing but who asks.
  "/api/compte": open,
  "/api/health": open,
  "/api/health/live": open,
  "/api/jobs": nobody,
  "/api/organismes": open,
};

/**
 * Pages of the owner's structure that are for its administrators: a colleague who is an editor is
 * answered «introuvable».
 */
const administratorsOnly = new Set(["/espace/profil/structure"]);
/**
 * Pages of the ARS that are for the administrators of the portal: a plain moderator is answered
 * «introuvable».
 */
const portalAdministratorsOnly = new Set(["/admin/moderateurs"]);

test("every page and route handler has a row", () => {
  expect(routes("page.tsx", "route.ts")).toEqual(Object.keys(table).sort());
});

const forged = {
  "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy",
  "x-forwarded-host": "attacker.example",
  "x-nonce": "forged",
  "x-for-all": "1",
};

test(
  "every page and route handler answers each actor as written, and forged headers change " +
    "nothing",
  async ({ browser, baseURL }) => {
    test.slow();
    const newcomer = async (structure: string) => {
      const page = await (await browser.newContext()).newPage();
      const account = newOfferor(structure);
      await registered(page, account);
      return { page, email: account.email };
    };
    const [owner, stranger, colleague, disabled, plainModerator] = [
      await newcomer("Collège propriétaire"),
      await newcomer("Collège étranger"),
      await newcomer("Collège d’une collègue"),
      await newcomer("Collège désactivé"),
      await newcomer("Collège d’un modérateur"),
    ];
    const site = await send(
      owner.page,
      await read(owner.page, "/espace/offres/nouvelle"),
      "Continuer",
      informationEntries,
    );
    const offerId = /offres\/([^/]+)\/terrain/.exec(site.url)?.[1] ?? "";
    const moderator = await (await browser.newContext()).newPage();
    await signedIn(moderator, "moderation@ars.example");
    const sql = postgres(portal().databaseUrl, { max: 1 });
    await sql`update account set role = 'editor', structure_id = (select structure_id from offer where id = ${offerId}) where email = ${colleague.email}`;
    await sql`update account set state = 'disabled' where email = ${disabled.email}`;
    await sql`update account set role = 'moderator', structure_id = null where email = ${plainModerator.email}`;
    await sql.end();

    const cookieOf = async (page: Page) => {
      const cookies = await page.context().cookies();
      return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    };
    const actors: Record<string, { as: 0 | 1 | 2 | 3; cookie: string }> = {
      anonymous: { as: 0, cookie: "" },
      disabled: { as: 0, cookie: await cookieOf(disabled.page) },
      owner: { as: 1, cookie: await cookieOf(owner.page) },
      colleague: { as: 1, cookie: await cookieOf(colleague.page) },
      stranger: { as: 2, cookie: await cookieOf(stranger.page) },
      moderator: { as: 3, cookie: await cookieOf(moderator) },
      plainModerator: { as: 3, cookie: await cookieOf(plainModerator.page) },
    };
    // What the server takes at once from everyone on two cores: more of them only wait.
    const limit = pLimit(6);
    const statusOf = (path: string, cookie: string, headers: Record<string, string> = {}) =>
      limit(async () => {
        const answer = await fetch(`${baseURL}${path}`, {
          redirect: "manual",
          headers: { ...headers, ...(cookie ? { cookie } : {}) },
        });
        await answer.body?.cancel();
        return answer.status;
      });

    const asked = Object.entries(table).flatMap(([route, expected]) => {
      const path = route
        .replace("[id]", offerId)
        .replace("[reference]", "0000-0000")
        .replace("[token]", "forged.link");
      return Object.entries(actors).flatMap(([name, { as, cookie }]) => {
        const closed =
          (name === "colleague" && administratorsOnly.has(route)) ||
          (name === "plainModerator" && portalAdministratorsOnly.has(route));
        const right = closed ? 404 : expected[as];
        return [{}, forged].map(async (headers) => {
          const status = await statusOf(path, cookie, headers);
          return status === right ? [] : [`${route} as ${name}: ${status} instead of ${right}`];
        });
      });
    });
    expect(asked).toHaveLength(2 * Object.keys(actors).length * Object.keys(table).length);
    expect((await Promise.all(asked)).flat()).toEqual([]);

    // Missing and malformed answer as foreign does.
    const drafts = Object.keys(table).filter(
      (known) => known.startsWith("/espace/offres/[id]") && !known.endsWith("documents"),
    );
    const strayed = ["00000000-0000-7000-8000-000000000000", "malforme", "%00"].flatMap((id) =>
      drafts.map((route) => statusOf(route.replace("[id]", id), actors.stranger?.cookie ?? "")),
    );
    for (const status of await Promise.all(strayed)) expect(status).toBeGreaterThanOrEqual(400);

    const upload = (cookie: string, origin = baseURL ?? "") => {
      const body = new FormData();
      body.append("documents", new Blob(["%PDF-1.4"], { type: "application/pdf" }), "a.pdf");
      return fetch(`${baseURL}/espace/offres/${offerId}/documents`, {
        method: "POST",
        redirect: "manual",
        body,
        headers: { origin, accept: "application/json", ...(cookie ? { cookie } : {}) },
      });
    };
    expect((await upload("")).status).toBe(401);
    expect((await upload(actors.owner?.cookie ?? "", "https://attacker.example")).status).toBe(403);
    expect(await (await upload(actors.stranger?.cookie ?? "")).json()).toMatchObject({
      errors: [{ message: "Cette offre est introuvable." }],
    });
  },
);

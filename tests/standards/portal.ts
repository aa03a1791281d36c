import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type APIRequestContext, request } from "@playwright/test";
import { load } from "cheerio";
import { read, send } from "../e2e/forms";
import { routes } from "../e2e/routes";
import { environment, newDatabase } from "../support/database";
import { serveNext } from "../support/serve-next";

export const folder = "test-results/standards";

/** What the portal answered, as files for programs to judge. */
export interface Answers {
  /** Of each file of `folder`, by its name: the address it was read at. */
  addresses: Map<string, string>;
  /** Routes of which no page was read. */
  unread: string[];
}

interface Actor {
  reads: (route: string) => boolean;
  context: APIRequestContext;
}

/** Offers of which files are read. */
const offers = 10;

/** Serves the build with the demonstration's data, and reads a page of each route and its files. */
export async function readPortal(): Promise<Answers> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const database = await newDatabase();
  const { seedDemo } = await import("@/lib/start/seed/demo");
  const links = await seedDemo();
  const portal = await serveNext(
    null,
    { ...environment(database.url), PORTAL_MODE: "demo" },
    "/api/health",
  );
  try {
    const inSpace = (space: string) => (route: string) => `${route}/`.startsWith(`/${space}/`);
    const actors = await Promise.all([
      actorAt(portal.origin, (route) => !inSpace("espace")(route) && !inSpace("admin")(route)),
      actorAt(portal.origin, inSpace("espace"), links[0]?.link),
      actorAt(portal.origin, inSpace("admin"), links[1]?.link),
    ]);
    const addresses = new Map<string, string>();
    const unread = (await Promise.all(actors.map((actor) => readPages(actor, addresses)))).flat();
    const [visitor, , moderator] = actors;
    await readFiles(visitor, moderator, addresses);
    return { addresses, unread };
  } finally {
    await portal.stop();
    await database.stop();
  }
}

async function actorAt(origin: string, reads: Actor["reads"], link?: string): Promise<Actor> {
  const context = await request.newContext({ baseURL: origin });
  if (link) {
    const by = { request: context };
    await send(by, await read(by, new URL(link).pathname), "Entrer dans la démonstration");
  }
  return { reads, context };
}

/** Follows links until a page of each route was read. @returns routes that no link led to */
async function readPages(
  { reads, context }: Actor,
  addresses: Map<string, string>,
): Promise<string[]> {
  const known = routes("page.tsx");
  const routeOf = (path: string) =>
    known.find((route) => route === path) ?? known.find((route) => pattern(route).test(path)) ?? "";
  const left = new Set(known.filter(reads));
  // A link that does not serve any more has a page too.
  const ahead = [...left]
    .map((route) => route.replace("[token]", "forged.link"))
    .filter((path) => !path.includes("["));
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    const route = routeOf(path);
    if (!left.has(route)) continue;
    const answer = await context.get(path);
    const isPage = answer.headers()["content-type"]?.startsWith("text/html");
    if (!isPage || answer.status() !== 200 || new URL(answer.url()).pathname !== path) continue;
    const html = await answer.text();
    left.delete(route);
    await keep(addresses, `${route}.html`, path, html);
    const page = load(html);
    for (const { attribs } of page("a[href^='/']").toArray())
      ahead.push((attribs.href ?? "").replace(/[?#].*/, ""));
  }
  return [...left];
}

function pattern(route: string): RegExp {
  return new RegExp(`^${route.replaceAll(/\[\w+\]/g, "[^/]+").replaceAll(".", "\\.")}$`);
}

async function readFiles(
  visitor: Actor,
  moderator: Actor,
  addresses: Map<string, string>,
): Promise<void> {
  const list = await visitor.context.get(`/api/v1/offres?limite=${offers}`);
  const { data } = (await list.json()) as { data: { reference: string }[] };
  const paths = {
    "openapi.json": "/api/v1/openapi.json",
    "sitemap.xml": "/sitemap.xml",
    "all.atom": "/offres/flux.atom",
    "some.atom": "/offres/flux.atom?q=tabac&lieu=Metz",
    "none.atom": "/offres/flux.atom?lieu=Nulle-Part",
    "search.html": "/offres?q=tabac&departement=57&departement=54&mois=3",
    "nothing.html": "/offres?q=xylophone",
    "missing.html": "/introuvable",
    ...Object.fromEntries(
      data.flatMap(({ reference }) =>
        ["pdf", "ics"].map((kind) => [`${reference}.${kind}`, `/offres/${reference}/${kind}`]),
      ),
    ),
  };
  for (const [name, path] of Object.entries(paths))
    await keep(addresses, name, path, await (await visitor.context.get(path)).body());
  const report = "/admin/tableau-de-bord/rapport";
  await keep(addresses, "report.pdf", report, await (await moderator.context.get(report)).body());
}

async function keep(
  addresses: Map<string, string>,
  name: string,
  path: string,
  content: string | Buffer,
): Promise<void> {
  const file = name.replaceAll(/[^\w.-]+/g, "_");
  await writeFile(join(folder, file), content);
  addresses.set(file, path);
}

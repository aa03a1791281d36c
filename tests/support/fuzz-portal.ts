import { readdirSync, readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { vi } from "vitest";
import type { z } from "zod";
import { type Chance, chance as chanceOf } from "@/lib/start/seed/mass/chance";
import { fieldsOf } from "./fuzz-fields";
import { drawValue, hostile } from "./fuzz-values";

type Viewer = import("@/lib/platform/access/policy").Viewer;

export interface FuzzOutcome {
  payloads: number;
  /** Calls by what was called. */
  calls: Map<string, number>;
  /** Codes of actions and statuses of route handlers. */
  answers: Map<string, number>;
  /** Every fault, with what it takes to call it again. */
  faults: string[];
}

interface Target {
  name: string;
  call: (chance: Chance, known: readonly string[]) => Promise<string>;
}

/** Names of the actions as the code exports them, by file. */
export function actionsInCode(): string[] {
  return readdirSync("lib", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("/actions.ts"))
    .flatMap((file) =>
      [
        ...readFileSync(`lib/${file}`, "utf8").matchAll(/^export (?:const|async function) (\w+)/gm),
      ].map(([, name]) => `lib/${file}#${name}`),
    )
    .sort();
}

const state: { viewer: Viewer; faults: unknown[]; definitions: Map<unknown, z.ZodType> } = {
  viewer: { kind: "anonymous" },
  faults: [],
  definitions: new Map(),
};

/** The browser's cookies. */
const jar = new Map<string, string>();

/**
 * What stands between a call and the framework: a request of our own origin by `state.viewer`,
 * redirects as exceptions.
 */
export function standIn(): void {
  const away = (digest: string) => Object.assign(new Error(digest), { digest });
  vi.doMock("next/headers", () => ({
    headers: () =>
      Promise.resolve(
        new Headers({ origin: process.env.SITE_ORIGIN ?? "", "user-agent": "Mozilla/5.0" }),
      ),
    cookies: () =>
      Promise.resolve({
        get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
        set: (name: string, value: string) => jar.set(name, value),
        delete: () => jar.clear(),
      }),
  }));
  vi.doMock("next/navigation", () => ({
    redirect: () => {
      throw away("NEXT_REDIRECT");
    },
    notFound: () => {
      throw away("NEXT_HTTP_ERROR_FALLBACK;404");
    },
    unstable_rethrow: () => undefined,
  }));
  vi.doMock("next/cache", () => ({
    revalidatePath: () => undefined,
    revalidateTag: () => undefined,
  }));
  vi.doMock("@/lib/platform/environment/log", async (original) => {
    const note = (about: { err?: unknown }) => void state.faults.push(about.err ?? about);
    return {
      ...(await original<object>()),
      log: { error: note, warn: () => undefined, info: () => undefined, debug: () => undefined },
    };
  });
  vi.doMock("@/lib/platform/access/session", async (original) => {
    const real = await original<typeof import("@/lib/platform/access/session")>();
    return {
      ...real,
      getViewer: () => Promise.resolve(state.viewer),
      pageViewer: () =>
        state.viewer.kind === "anonymous"
          ? Promise.reject(away("NEXT_REDIRECT"))
          : Promise.resolve(state.viewer),
    };
  });
  vi.doMock("@/lib/platform/action/define-action", async (original) => {
    const real = await original<typeof import("@/lib/platform/action/define-action")>();
    return {
      ...real,
      defineAction: (definition: { schema: z.ZodType }) => {
        const action = real.defineAction(definition as never);
        state.definitions.set(action, definition.schema);
        return action;
      },
    };
  });
}

/** The fields of each action, once the portal was fuzzed in this process. */
export const actionFields = new Map<string, Map<string, string[]>>();

async function actionTargets(): Promise<Target[]> {
  const files = [...new Set(actionsInCode().map((name) => name.split("#")[0] ?? ""))];
  const found = await Promise.all(
    files.map(async (file) => {
      const actions = (await import(/* @vite-ignore */ `@/${file}`)) as Record<
        string,
        (...call: unknown[]) => Promise<unknown>
      >;
      return Object.entries(actions).map(([name, action]): Target => {
        const schema = state.definitions.get(action);
        const fields = schema ? fieldsOf(schema) : new Map<string, string[]>();
        actionFields.set(`${file}#${name}`, fields);
        return {
          name: `${file}#${name}`,
          call: (chance, known) => callAction(action, fields, chance, known, !schema),
        };
      });
    }),
  );
  return found.flat();
}

async function callAction(
  action: (...call: unknown[]) => Promise<unknown>,
  fields: Map<string, string[]>,
  chance: Chance,
  known: readonly string[],
  takesForm: boolean,
): Promise<string> {
  const form = new FormData();
  for (const [name, choices] of fields) {
    if (chance.isSo(0.06)) continue;
    const times = chance.isSo(0.06) ? chance.between(2, 40) : 1;
    for (let time = 0; time < times; time++)
      form.append(
        name,
        choices.length > 0 && chance.isSo(0.8) ? chance.pick(choices) : drawValue(chance, known),
      );
  }
  if (chance.isSo(0.3)) form.append("intent", drawValue(chance, known));
  if (chance.isSo(0.05)) form.append(chance.pick(hostile), chance.pick(hostile));
  if (chance.isSo(0.02))
    form.append(
      chance.pick([...fields.keys(), "x"]),
      new File([chance.pick(hostile)], "f\u0000.pdf"),
    );
  if (chance.isSo(0.01)) for (let more = 0; more < 3000; more++) form.append("a", "");
  const odd = chance.isSo(0.03)
    ? chance.pick<unknown>([
        undefined,
        null,
        7,
        "a=1",
        [],
        {},
        { entries: 3 },
        new Map(),
        new Date(Number.NaN),
        () => undefined,
      ])
    : form;
  const result = takesForm
    ? await action(odd)
    : await action(chance.pick<unknown>([null, undefined, { ok: true }, "x"]), odd);
  const { ok, code } = (result ?? { ok: true }) as { ok: boolean; code?: string };
  return ok ? "ok" : (code ?? "no code");
}

/** Names that an address may give, in search parameters of the portal and of its exports. */
const queryNames = [
  "q",
  "lieu",
  "rayon",
  "theme",
  "public",
  "mois",
  "jour",
  "dep",
  "tri",
  "apres",
  "avant",
  "page",
  "depuis",
  "code",
  "format",
  "campagne",
  "departement",
  "etat",
  "structure",
  "type",
  "du",
  "au",
  "acte",
  "auteur",
  "objet",
  "publication",
  "soumisau",
  "places",
  "limit",
  "offset",
];

async function routeTargets(): Promise<Target[]> {
  return Promise.all(
    routeFiles().map(async (file): Promise<Target> => {
      const handlers = (await import(/* @vite-ignore */ `@/${file}`)) as Record<string, unknown>;
      const methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"].filter(
        (method) => typeof handlers[method] === "function",
      );
      return {
        name: file,
        call: (chance, known) => callRoute(handlers, chance.pick(methods), file, chance, known),
      };
    }),
  );
}

export function routeFiles(): string[] {
  return readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => file === "route.ts" || file.endsWith("/route.ts"))
    .map((file) => `app/${file}`)
    .sort();
}

async function callRoute(
  handlers: Record<string, unknown>,
  method: string,
  file: string,
  chance: Chance,
  known: readonly string[],
): Promise<string> {
  // A path is read from bytes: it holds no half of a surrogate pair.
  const drawn = () => Buffer.from(drawValue(chance, known)).toString();
  const params = Object.fromEntries(
    [...file.matchAll(/\[(\w+)\]/g)].map(([, name = ""]) => [name, drawn()]),
  );
  const query = new URLSearchParams();
  for (let count = chance.between(0, 4); count > 0; count--)
    query.append(chance.pick(queryNames), drawValue(chance, known));
  const headers = new Headers({
    origin: process.env.SITE_ORIGIN ?? "",
    accept: chance.pick(["application/json", "text/html", "*/*", ""]),
  });
  let body: BodyInit | null = null;
  if (method === "POST") {
    const form = new FormData();
    for (let count = chance.between(0, 8); count > 0; count--)
      form.append(
        chance.pick([
          "page",
          "title",
          "places",
          "themeIds",
          "slots",
          "months",
          "siteName",
          "sitePostcode",
          "siteCommune",
          "intent",
          "base",
          "file",
          "documents",
        ]),
        chance.isSo(0.2)
          ? new File([chance.pick(hostile)], chance.pick(hostile))
          : drawValue(chance, known),
      );
    const type = chance.pick<string | null>([
      null,
      null,
      null,
      "application/x-www-form-urlencoded",
      "multipart/form-data",
      "multipart/form-data; boundary=x",
      "application/json",
      "",
    ]);
    body =
      type === null
        ? form
        : chance.pick([
            "",
            "a=&".repeat(3000),
            '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb',
            "--x--",
            "{",
            "\u0000",
          ]);
    if (type) headers.set("content-type", type);
  }
  const request = new Request(`http://localhost:3000/x?${query}`, { method, headers, body });
  const handler = handlers[method] as (
    request: Request,
    context: { params: Promise<typeof params> },
  ) => Promise<Response>;
  const response = await handler(request, { params: Promise.resolve(params) });
  await response.arrayBuffer();
  if (response.status >= 500 && response.status !== 503)
    throw new Error(`answered ${response.status}`);
  return String(response.status);
}

/** Ids, references and links of everything there is, so that payloads reach what they name. */
export async function knownValues(): Promise<string[]> {
  const { db } = await import("@/lib/platform/database/client");
  const { signedToken } = await import("@/lib/platform/visitor/signed-link");
  const tables = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'id' and data_type = 'uuid' order by 1`,
  );
  const lists = await Promise.all(
    tables.map(({ name }) =>
      db.execute<{ id: string }>(
        sql`select id::text from ${sql.identifier(name)} order by id desc limit 12`,
      ),
    ),
  );
  const ids = lists.flatMap((rows) => rows.map(({ id }) => id));
  const deposited = await db.execute<{ id: string; account: string; reference: string }>(
    sql`select id::text, account_id::text as account, reference from offer order by id desc limit 20`,
  );
  const references = deposited.map(({ reference }) => reference);
  const offers = await db.execute<{ offer: string; revision: string }>(
    sql`select offer_id::text as offer, id::text as revision from offer_revision order by id desc limit 20`,
  );
  const pairs = offers.map(({ offer, revision }) => `${offer}:${revision}`);
  const tokens = ids
    .slice(0, 40)
    .flatMap((id) => [
      signedToken("alert", id),
      signedToken("stopDigest", id),
      signedToken("stopReminders", id),
    ])
    .concat(deposited.map(({ id, account }) => signedToken("renewal", `2026.${id}.${account}`)));
  return [
    ...ids,
    ...ids,
    ...references,
    ...pairs,
    ...tokens,
    ...ids.slice(0, 30).flatMap((id) => [`up:${id}`, `remove:${id}`, `pick:${id}`]),
  ];
}

export async function actors(): Promise<Viewer[]> {
  const { approved, newDraft, newModerator, newOfferor, submitted } = await import("./people");
  const claire = await newOfferor();
  const made = [newDraft(claire), submitted(claire), approved(claire), approved(claire, false)];
  for (const offer of made) await offer;
  const moderator = await newModerator("administrator");
  const { db } = await import("@/lib/platform/database/client");
  // The fixture's is no hash at all.
  await db.execute(
    sql`update account set password_hash = (select password_hash from account where id = ${claire.accountId}) where id = ${moderator.accountId}`,
  );
  return [{ kind: "anonymous" }, claire, moderator];
}

/** The header that makes a request one of the viewer's; an empty one for nobody. */
export async function cookieOf(viewer: Viewer): Promise<string> {
  if (viewer.kind === "anonymous") return "";
  const { db } = await import("@/lib/platform/database/client");
  const { session } = await import("@/db/schema/account");
  const { writeSessionCookie } = await import("@/lib/platform/access/session");
  const openedAt = new Date();
  await db
    .insert(session)
    .values({
      id: viewer.sessionId,
      accountId: viewer.accountId,
      createdAt: openedAt,
      expiresAt: new Date(openedAt.getTime() + 86_400_000),
    })
    .onConflictDoNothing();
  jar.clear();
  await writeSessionCookie(viewer.sessionId);
  return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
}

/** Payloads between two renewals of people, offers and counts of attempts. */
const round = 3_000;

/**
 * Sends drawn payloads to every action and route handler in turn, as each actor in turn.
 * @param seed the same seed draws the same payloads
 */
export async function fuzz(payloads: number, seed: number): Promise<FuzzOutcome> {
  standIn();
  const targets = [...(await actionTargets()), ...(await routeTargets())];
  const { db } = await import("@/lib/platform/database/client");
  const outcome: FuzzOutcome = { payloads, calls: new Map(), answers: new Map(), faults: [] };
  const chance = chanceOf(seed);
  let [viewers, known]: [Viewer[], string[]] = [[], []];
  for (let sent = 0; sent < payloads; sent++) {
    if (sent % round === 0) {
      await db.execute(sql`truncate throttle`);
      viewers = await actors();
      known = await knownValues();
    }
    const target = targets[sent % targets.length] as Target;
    state.viewer = viewers[Math.floor(sent / targets.length) % viewers.length] as Viewer;
    state.faults.length = 0;
    const answer = await target.call(chance, known).catch((error: unknown) => {
      const { digest } = error as { digest?: string };
      if (digest?.startsWith("NEXT_")) return digest;
      state.faults.push(error);
      return "thrown";
    });
    outcome.calls.set(target.name, (outcome.calls.get(target.name) ?? 0) + 1);
    outcome.answers.set(answer, (outcome.answers.get(answer) ?? 0) + 1);
    for (const fault of state.faults)
      outcome.faults.push(
        `${target.name} as ${state.viewer.kind}, payload ${sent} of seed ${seed}: ` +
          wordsOf(fault),
      );
  }
  return outcome;
}

function wordsOf(fault: unknown): string {
  if (!(fault instanceof Error)) return JSON.stringify(fault);
  const at =
    fault.stack
      ?.split("\n")
      .find((line) => /\/(lib|app|db)\//.test(line))
      ?.trim() ?? "";
  return (
    `${fault.name}: ` +
    `${fault.message.slice(0, 300)}${fault.cause instanceof Error ? ` (${fault.cause.message})` : ""} ` +
    at
  );
}

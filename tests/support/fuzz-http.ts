import { readFileSync } from "node:fs";
import { type Chance, chance as chanceOf } from "@/lib/start/seed/mass/chance";
import { routes } from "../e2e/routes";
import { actionFields, actionsInCode, actors, cookieOf, knownValues } from "./fuzz-portal";
import { drawValue, hostile } from "./fuzz-values";

interface BuiltAction {
  id: string;
  name: string;
  /** Address of a page that offers it. */
  path: string;
}

/** The actions of the build. */
export function actionsInBuild(): BuiltAction[] {
  const { node } = JSON.parse(
    readFileSync(".next/server/server-reference-manifest.json", "utf8"),
  ) as {
    node: Record<
      string,
      { filename: string; exportedName: string; workers: Record<string, unknown> }
    >;
  };
  return Object.entries(node).map(([id, { filename, exportedName, workers }]) => {
    const page = Object.keys(workers)[0] ?? "";
    return {
      id,
      name: `${filename}#${exportedName}`,
      path:
        page
          .replace(/^app/, "")
          .replace(/\/page$/, "")
          .replaceAll(/\/\([^)]+\)/g, "") || "/",
    };
  });
}

export interface HttpOutcome {
  statuses: Map<number, number>;
  faults: string[];
}

/**
 * Sends drawn requests to every page, route handler and action of a running build, as each actor in
 * turn.
 */
export async function fuzzOverHttp(
  origin: string,
  requests: number,
  seed: number,
): Promise<HttpOutcome> {
  const chance = chanceOf(seed);
  const cookies: string[] = [];
  for (const viewer of await actors()) cookies.push(await cookieOf(viewer));
  const known = await knownValues();
  const paths = routes("page.tsx", "route.ts");
  const actions = actionsInBuild();
  const outcome: HttpOutcome = { statuses: new Map(), faults: [] };
  const one = async (turn: number): Promise<void> => {
    const isAction = turn % 2 === 0;
    const action = actions[(turn / 2) % actions.length] as BuiltAction;
    const path = isAction ? action.path : (paths[((turn - 1) / 2) % paths.length] as string);
    const address = `${origin}${filled(path, chance, known)}${isAction ? "" : query(chance, known)}`;
    const init = isAction
      ? actionRequest(action, chance, known)
      : {
          method: chance.isSo(0.15)
            ? chance.pick(["POST", "PUT", "DELETE", "OPTIONS", "HEAD"])
            : "GET",
        };
    const headers = new Headers({
      origin,
      cookie: cookies[turn % cookies.length] ?? "",
      ...(init as { headers?: Record<string, string> }).headers,
    });
    const answer = await fetch(address, { ...init, headers, redirect: "manual" }).catch(
      (error: unknown) => String(error),
    );
    if (typeof answer === "string") return void outcome.faults.push(`${address}: ${answer}`);
    const said = await answer.text();
    outcome.statuses.set(answer.status, (outcome.statuses.get(answer.status) ?? 0) + 1);
    const isFault =
      (answer.status >= 500 && answer.status !== 503) || said.includes('"code":"fault"');
    if (isFault)
      outcome.faults.push(
        `${init.method} ${address} ${isAction ? action.name : ""} (turn ${turn} of seed ` +
          `${seed}): ${answer.status} ${said.slice(-300)}`,
      );
  };
  for (let turn = 0; turn < requests; turn += 4)
    await Promise.all([turn, turn + 1, turn + 2, turn + 3].map(one));
  return outcome;
}

function filled(path: string, chance: Chance, known: readonly string[]): string {
  return path.replaceAll(
    /\[\w+\]/g,
    () =>
      encodeURIComponent(Buffer.from(drawValue(chance, known).slice(0, 2000)).toString()) || "x",
  );
}

const names = [
  "q",
  "lieu",
  "theme",
  "mois",
  "jour",
  "dep",
  "tri",
  "apres",
  "avant",
  "campagne",
  "fait",
  "lot",
  "suite",
  "liste",
  "etat",
  "structure",
  "format",
  "reprise",
  "du",
  "au",
  "reponse",
];

function query(chance: Chance, known: readonly string[]): string {
  const drawn = Array.from(
    { length: chance.between(0, 3) },
    () =>
      `${chance.pick(names)}=${chance.isSo(0.1) ? chance.pick(["%00", "%zz", "%E0", "%"]) : encodeURIComponent(Buffer.from(drawValue(chance, known).slice(0, 2000)).toString())}`,
  );
  return drawn.length > 0 ? `?${drawn.join("&")}` : "";
}

function actionRequest(
  { id, name }: BuiltAction,
  chance: Chance,
  known: readonly string[],
): RequestInit {
  const headers = { "next-action": id };
  if (chance.isSo(0.1)) {
    const body = chance.pick([
      "",
      "[]",
      "[null,7]",
      "{{",
      '["$F1"]',
      "--x\r\nfoo",
      "[".repeat(9000),
      "\u0000",
    ]);
    return {
      method: "POST",
      headers: {
        ...headers,
        "content-type": chance.pick([
          "text/plain;charset=UTF-8",
          "multipart/form-data; boundary=x",
          "multipart/form-data",
          "application/json",
          "application/x-www-form-urlencoded",
        ]),
      },
      body,
    };
  }
  const form = new FormData();
  for (const [field, choices] of actionFields.get(name) ?? [])
    form.append(
      `1_${field}`,
      choices.length > 0 && chance.isSo(0.8) ? chance.pick(choices) : drawValue(chance, known),
    );
  if (chance.isSo(0.1)) form.append(`1_${chance.pick(hostile)}`, chance.pick(hostile));
  const takesState = !name.endsWith("FormAction");
  form.append(
    "0",
    chance.isSo(0.9)
      ? takesState
        ? '[null,"$K1"]'
        : '["$K1"]'
      : chance.pick([
          "[]",
          "[null]",
          "[null,[]]",
          '[null,"$undefined"]',
          '["$D2026","$n9"]',
          "7",
          "",
          "{",
          '[null,"$Q1"]',
          '[null,"$@9"]',
        ]),
  );
  return { method: "POST", headers, body: form };
}

/** Actions that the code has and the build has not, or the other way round. */
export function strayActions(): string[] {
  const [code, build] = [
    new Set(actionsInCode()),
    new Set(actionsInBuild().map(({ name }) => name)),
  ];
  return [
    ...[...code].filter((name) => !build.has(name)),
    ...[...build].filter((name) => !code.has(name)),
  ];
}

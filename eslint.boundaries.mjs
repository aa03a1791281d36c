import { componentWings, standsOn, wings } from "./architecture.mjs";

/** Paths of the rooms, in the order of the house. */
const roomsOf = (table) =>
  Object.entries(table).flatMap(([wing, rooms]) =>
    rooms.map((room) => ({ wing, path: room ? `${wing}/${room}` : wing })),
  );
const ground = roomsOf(wings);
const seen = roomsOf(componentWings);
const paths = (rooms) => rooms.map(({ path }) => path);

/** All rooms a component may look into: those of the wing it stands on, and below. */
const below = (wing) => {
  const last = ground.findLastIndex((room) => room.wing === standsOn[wing]);
  return paths(ground.slice(0, last + 1));
};

const to = (types) => ({ to: { element: { types: { anyOf: types } } } });
const allow = (type, types) => ({ from: { element: { type } }, allow: to(types) });
/** @param from categories of a file, or a query over them */
const refuse = (from, categories) => ({
  from: { file: { categories: from } },
  disallow: { to: { file: { categories: { anyOf: categories } } } },
});

/** Longest path first: a room inside a wing that is one room itself. */
const element = (path) => ({ type: path, pattern: `${path}/**`, partialMatch: false });
const byLength = (a, b) => b.length - a.length;

export const settings = {
  "boundaries/dependency-nodes": ["import", "export", "dynamic-import", "require"],
  "boundaries/elements": [
    ...["tests", "app", ...paths([...ground, ...seen])].sort(byLength).map(element),
  ],
  // A file may be of several.
  "boundaries/files": [
    { category: "house", pattern: "lib/**" },
    { category: "entry", pattern: "*.{ts,mjs}" },
    { category: "test", pattern: ["tests/**", "**/*.test.ts"] },
    { category: "surface", pattern: ["app/**", "components/**"] },
    { category: "component", pattern: "components/**" },
    { category: "kit", pattern: "components/ui/**" },
    { category: "actions", pattern: "lib/**/actions.ts" },
    { category: "commands", pattern: ["lib/**/commands.ts", "lib/**/commands/**"] },
    {
      category: "queries",
      pattern: ["lib/**/queries.ts", "lib/**/queries/**", "lib/**/tables.ts"],
    },
    { category: "database", pattern: "db/**" },
    // Parts of the server that are neither: what keeps the process, draws a file, reads a cookie.
    {
      category: "server",
      pattern: [
        "lib/platform/{environment,load,database,visitor,action,jobs,outbox,door}/**",
        "lib/platform/access/session.ts",
        "lib/platform/form/{answered-request,sending,read-body,receive-form}.ts",
        "lib/platform/formats/{respond,stream,file-response,sheet-writer,sheet-frame,draw-table,write-zip}.ts",
        "lib/{mails,start}/**",
        "lib/**/{respond,judge-in-worker,judge-worker,read-in-worker,read-worker}.ts",
        "lib/offer/draft/contested-site.ts",
        "lib/offer/download/draw-*.ts",
        "lib/agency/dashboard/draw-report.ts",
        "lib/catalogue/open-data/{offers-file.ts,picture.tsx}",
        "lib/people/account/{password,registration}.ts",
      ],
    },
  ],
};

/** Rules, labels, schemas, words: what is nothing else, and what the browser may read. */
const pure = { anyOf: ["house"], noneOf: ["actions", "commands", "queries", "server"] };

const refusals = [
  // Inside a room: rules, labels and schemas, then queries, then commands, then actions.
  refuse(pure, ["queries", "commands", "actions", "server", "database"]),
  refuse("queries", ["commands", "actions"]),
  refuse({ anyOf: ["commands", "server"] }, ["actions"]),
  refuse("surface", ["database"]),
  refuse("component", ["commands"]),
  refuse("kit", ["queries", "actions", "server"]),
  { from: { file: { categories: "test" } }, allow: { to: { file: { categories: "*" } } } },
];

/** The rule as the files of one room meet it: all of it at once takes a minute longer. */
const held = (files, ...allowed) => ({
  files,
  rules: {
    "boundaries/dependencies": [
      "error",
      {
        default: "disallow",
        checkInternals: true,
        checkUnknownLocals: true,
        policies: [...allowed, ...refusals],
      },
    ],
  },
});

/** Of the configurations that a file meets the last holds: the room inside another comes after it. */
export const rules = [
  held(["**/*.{ts,tsx}"], allow("app", ["app", ...paths([...ground, ...seen])]), {
    from: { file: { categories: "entry" } },
    allow: to(["tests", ...paths(ground)]),
  }),
  ...[
    ...ground.map(({ path }, at) => allow(path, paths(ground.slice(0, at + 1)))),
    ...seen.map(({ wing, path }, at) =>
      allow(path, [...paths(seen.slice(0, at + 1)), ...below(wing)]),
    ),
  ]
    .map((policy) => [policy.from.element.type, policy])
    .sort(([a], [b]) => byLength(b, a))
    .map(([path, policy]) => held([`${path}/**/*.{ts,tsx}`], policy)),
];

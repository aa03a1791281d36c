import { fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { roomForPages } from "@/lib/start/serving";
import { run, serveNext } from "../support/serve-next";
import { benchDatabases } from "./databases";
import type { Figure } from "./figures";
import { floorFolder } from "./http-speed";
import { experienceFigures, pageFacts, publicPages } from "./page-experience";
import { writeReport } from "./report";
import { startSpeed } from "./start-speed";

/**
 * `npm run bench`: measures what quality.md asks of the public pages and of submissions (P0 to P6,
 * P8) beside the floor, and writes docs/performance.md. `npm run bench -- 1000 100000` leaves the
 * million out.
 */
const { positionals } = parseArgs({ allowPositionals: true });
const sizes = positionals.length > 0 ? positionals.map(Number) : [1_000, 100_000, 1_000_000];
// The size whose pages are opened in a browser: what a great region could have.
const opened = sizes.includes(100_000) ? 100_000 : (sizes.at(-1) ?? 0);
const environment = {
  PORTAL_MODE: "local",
  AUTH_SECRET: randomBytes(32).toString("base64"),
  NEXT_TELEMETRY_DISABLED: "1",
};
Object.assign(process.env, environment);

await run("npm", ["run", "-s", "build"]);
await run(process.execPath, ["node_modules/next/dist/bin/next", "build", floorFolder]);
const databases = await benchDatabases();
const figures: Figure[] = [];
try {
  for (const size of sizes) figures.push(...(await databases.fill(size)));
  for (const part of ["disk", "search", "http"])
    for (const size of sizes) figures.push(...(await measured(part, size, databases.urlOf(size))));
  figures.push(...(await measured("submissions", opened, await databases.copyOf(opened))));
  const url = databases.urlOf(opened);
  const floor = await opening(floorFolder, url, ["/static"]);
  const pages = await opening(null, url, publicPages(await databases.referenceIn(opened)));
  figures.push(...experienceFigures(pages, floor[0]?.scripts ?? 0));
  figures.push(...(await startSpeed()));
  await writeReport(figures, [
    ...floor.map((page) => ({ ...page, path: "page fixe nue du cadre" })),
    ...pages,
  ]);
} finally {
  await databases.stop();
}

/**
 * A part in a process of its own. People are made as tests make them, with modules of which the
 * framework has other versions for its server: those are left aside (tsconfig.json).
 */
async function measured(part: string, size: number, database: string): Promise<Figure[]> {
  console.log(`\n${part}, ${size} offres`);
  const child = fork(
    "tests/bench/measure.ts",
    [part, String(size), await databases.referenceIn(size)],
    {
      execArgv: [
        // As the portal that is served.
        roomForPages,
        ...(part === "submissions" ? [] : ["--conditions=react-server"]),
        "--import",
        "tsx",
      ],
      env: {
        ...process.env,
        DATABASE_URL: database,
        ...(part === "submissions" && { TSX_TSCONFIG_PATH: "tests/bench/tsconfig.json" }),
      },
    },
  );
  return new Promise((done, failed) => {
    let told: Figure[] | undefined;
    child.once("message", (message) => (told = message as Figure[]));
    child.once("exit", (code) =>
      told && code === 0 ? done(told) : failed(new Error(`${part} ended with ${code}.`)),
    );
  });
}

async function opening(folder: string | null, url: string, paths: readonly string[]) {
  const server = await serveNext(folder, { DATABASE_URL: url }, folder ? "/static" : "/api/health");
  try {
    return await pageFacts(server.origin, paths);
  } finally {
    await server.stop();
  }
}

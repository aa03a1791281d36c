import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { parseArgs } from "node:util";
import next from "next";
import { isSameForAll, openDataRoute } from "@/lib/catalogue/feeds/public-pages";
import { momentOf } from "@/lib/catalogue/search/moment";
import { askedVersion } from "@/lib/catalogue/search/queries/version";
import { documentSizeLimit, documentsPerOffer } from "@/lib/offer/documents/rules";
import { importSizeLimit } from "@/lib/offer/import/schema";
import { Door } from "@/lib/platform/door/door";
import { filePaths, packedFiles } from "@/lib/platform/door/packed-files";
import { checkStart } from "@/lib/platform/environment/check-start";
import { env } from "@/lib/platform/environment/env";
import { CurrentVersion } from "@/lib/platform/load/current-version";
import { now } from "@/lib/platform/values/clock";
import { callerHeaders, notePeer } from "@/lib/platform/visitor/network";
import { listenAddresses } from "./addresses";
import { listenAt } from "./listen";
import { publicFolder, staticFolder } from "./sources";

/**
 * The server of a build: Next behind our own HTTP server and its door, in place of `next start`
 * (docs/operations.md).
 *
 * `serve.ts --port 3000`; where it listens is the configuration's to say (addresses.ts). SIGTERM
 * and SIGINT let the requests under way end (10 s), then the process.
 */
const { values: flags } = parseArgs({
  options: { port: { type: "string", default: "3000" } },
});
// Started by main.ts before there is a database.
if (process.env.AWAITS_DATABASE) {
  const [told] = (await once(process, "message")) as [NodeJS.ProcessEnv];
  Object.assign(process.env, told);
}
const environment = checkStart(undefined);
process.env.LISTENS_AS_TOLD = "1";
const port = Number(flags.port);
process.title = "portail-sses";
// tsx turns them on; a stack is then mapped whenever it is asked for, which the framework does
// often.
process.setSourceMapsEnabled(false);
// A name nobody else knows: a request cannot claim to come from elsewhere.
process.env.PEER_HEADER = `x-peer-${randomUUID()}`;
const madeForAll = `x-made-for-all-${randomUUID()}`;
process.env.MADE_FOR_ALL_HEADER = madeForAll;

const mebibyte = 1024 * 1024;
const server = createServer({
  // Who sends slowly holds a connection, and not for long.
  headersTimeout: 15_000,
  requestTimeout: 300_000,
  connectionsCheckingInterval: 5_000,
  // Longer than relays keep theirs (60 s): it is never we who close one that a relay is about to
  // use.
  keepAliveTimeout: 65_000,
});
server.maxConnections = 4096;
// Given a server that never listens, Next takes no upgrades of ours.
const app = next({
  dev: false,
  hostname: "localhost",
  port,
  httpServer: createServer(),
});
await app.prepare();
const built = filePaths("/_next/static/", staticFolder);
const door = new Door(app.getRequestHandler(), {
  origin: env.origin,
  isLocal: env.mode !== "production",
  house: env.agency,
  bodyLimits: [
    [/^\/espace\/offres\/[^/]+\/documents$/, documentSizeLimit * documentsPerOffer + mebibyte],
    [/^\/espace\/offres\/importer\/fichier$/, importSizeLimit + mebibyte],
  ],
  // A page is some 20 ms of processor: six at once keep the process hearing, and those may wait who
  // have a turn before they lose patience.
  work: { atWork: 6, waiting: 100, patience: 1500, starting: 10_000 },
  uploads: { atWork: 64, waiting: 64, patience: 5000 },
  madeOnce: {
    bytes: 64 * mebibyte,
    isSameForAll: (path) => isSameForAll(path) || openDataRoute(path) !== null,
    hasEmptyFields: isSameForAll,
    callerHeaders: (path) => (openDataRoute(path) ? callerHeaders() : []),
    directRoute: openDataRoute,
    version: new CurrentVersion(askedVersion),
    // What is new, and which months are over.
    moment: () => momentOf(now()).toISOString(),
    header: madeForAll,
  },
  files: new Set([...built, ...filePaths("/", publicFolder)]),
  lead: packedFiles(built),
});

const answer = (request: IncomingMessage, response: ServerResponse, proceed?: () => void) => {
  notePeer(request);
  door.answer(request, response, proceed).catch((error: unknown) => {
    console.error(error);
    if (!response.headersSent) response.statusCode = 500;
    response.end();
  });
};
server.on("connection", () => door.newcomer());
server.on("request", (request, response) => answer(request, response));
server.on("checkContinue", (request, response) =>
  answer(request, response, () => response.writeContinue()),
);
server.on("connect", (_request, socket) => {
  socket.end(
    "HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD, POST\r\nConnection: " +
      "close\r\nContent-Length: 0\r\n\r\n",
  );
});
server.on("error", (error) => {
  console.error(error);
  process.exit(1);
});

let ending = false;
const end = (code: number) => {
  if (ending) return;
  ending = true;
  setTimeout(() => server.closeAllConnections(), 10_000).unref();
  close(() => void app.close().finally(() => process.exit(code)));
};
process.on("SIGTERM", () => end(143));
process.on("SIGINT", () => end(130));

const close = listenAt(server, port, listenAddresses(environment));

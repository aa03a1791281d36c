import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import next from "next";
import { notePeer } from "@/lib/platform/network";

/**
 * The server of a build: Next behind our own HTTP server, so that what a request may ask is bounded before the framework
 * reads it (docs/operations.md). `next start` with a door.
 *
 * `serve.ts --port 3000 [--hostname 127.0.0.1]`; without a host name it listens on all interfaces. SIGTERM and SIGINT
 * let the requests under way end (10 s), then the process.
 */
const { values: flags } = parseArgs({
  options: { port: { type: "string", default: "3000" }, hostname: { type: "string" } },
});
const port = Number(flags.port);
process.title = "portail-sses";
// tsx turns them on; a stack is then mapped whenever it is asked for, which the framework does often.
process.setSourceMapsEnabled(false);
// A name nobody else knows: a request cannot claim to come from elsewhere.
process.env.PEER_HEADER = `x-peer-${randomUUID()}`;

const server = createServer();
const app = next({ dev: false, hostname: flags.hostname ?? "localhost", port, httpServer: server });
await app.prepare();
const answer = app.getRequestHandler();
server.on("request", (request, response) => {
  notePeer(request);
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    if (!response.headersSent) response.statusCode = 500;
    response.end();
  });
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
  server.close(() => void app.close().finally(() => process.exit(code)));
};
process.on("SIGTERM", () => end(143));
process.on("SIGINT", () => end(130));

server.listen(port, flags.hostname);

import type { Server } from "node:http";
import { createServer } from "node:net";

/** A machine without IPv6 has no ::1. */
export const isAddressMissing = (code: string | undefined) =>
  code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT";

/**
 * Connections that wait to be taken while the process is busy, of all who come at once. With the
 * 511 of Node a crowd overflows it, and who is dropped by the kernel, a probe too, tries again only
 * after 1, 3, 7… seconds. The kernel has a limit of its own (`net.core.somaxconn`, 4096).
 */
const backlog = 4096;

/**
 * One server at several addresses: what comes in at the others is handed to it.
 * @param addresses none is all of them; of several, one that this machine has not got is passed
 * over
 * @returns closes the server everywhere, and calls back once no connection is left
 */
export function listenAt(
  server: Server,
  port: number,
  addresses: readonly string[],
): (done: () => void) => void {
  const [first, ...others] = addresses;
  const doors = others.map((address) => {
    const door = createServer((socket) => server.emit("connection", socket));
    door.maxConnections = server.maxConnections;
    door.on(
      "error",
      (error: NodeJS.ErrnoException) => isAddressMissing(error.code) || server.emit("error", error),
    );
    return door.listen({ port, host: address, backlog });
  });
  server.listen({ port, host: first, backlog });
  return (done) => {
    const closed = [...doors, server].map((each) => new Promise((left) => each.close(left)));
    void Promise.all(closed).then(() => done());
  };
}

import type { Server } from "node:http";
import { createServer } from "node:net";

/** A machine without IPv6 has no ::1. */
export const isAddressMissing = (code: string | undefined) =>
  code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT";

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
    return door.listen(port, address);
  });
  server.listen(port, first);
  return (done) => {
    const closed = [...doors, server].map((each) => new Promise((left) => each.close(left)));
    void Promise.all(closed).then(() => done());
  };
}

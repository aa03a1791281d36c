import { once } from "node:events";
import { connect, createServer } from "node:net";
import { createSecureContext, TLSSocket } from "node:tls";

// Of nobody, for this only; it says «localhost», and ends in a hundred years.
const secureContext = createSecureContext({
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg/HDywNU2d3JT2eXt
5Ld6iDD2A9sNb4tTFh2eXRiC2XqhRANCAAQzn7BSSUOH8Cgq77+IZjgbYQ8+LY18
vvav8NYZy0xYbHFZgv98HRUeMYM7MiVL72dWlnTrk5IXG3CPrXw7Dza5
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBfjCCASWgAwIBAgIUMP0jW6Au0avzaBU1PuLmyT/Lvn4wCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEzMDE1Mzg1NFoYDzIxMjYxMTA2
MTUzODU0WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQzn7BSSUOH8Cgq77+IZjgbYQ8+LY18vvav8NYZy0xYbHFZgv98HRUe
MYM7MiVL72dWlnTrk5IXG3CPrXw7Dza5o1MwUTAdBgNVHQ4EFgQUcmFhqgv4W2fW
Hb/mgvmiCaVSzEIwHwYDVR0jBBgwFoAUcmFhqgv4W2fWHb/mgvmiCaVSzEIwDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiBwRmZegWPs19n7uv5cJqj3
xpn3hCtOSbMBr3bVJVy8wQIgaBny/WWUQtPOk7UopfCN48v0CSCkwkkgsxc79npA
FPU=
-----END CERTIFICATE-----`,
});

/**
 * Stands in front of a PostgreSQL server and asks for an encrypted connection, as hosts do: the one
 * that npm brings has none.
 * @returns the address to reach it by; ends with the process
 */
export async function tlsRelay(url: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const relay = createServer((socket) => {
    socket.once("data", () => {
      socket.write("S");
      const secured = new TLSSocket(socket, { isServer: true, secureContext });
      const server = connect(Number(port), hostname);
      secured.pipe(server).pipe(secured);
      for (const end of [socket, secured, server]) end.on("error", () => end.destroy());
    });
  });
  await once(relay.listen(0, "127.0.0.1").unref(), "listening");
  const address = new URL(url);
  address.port = String((relay.address() as { port: number }).port);
  address.searchParams.set("sslmode", "require");
  return address.href;
}

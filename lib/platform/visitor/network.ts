import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";
import { env } from "@/lib/platform/environment/env";

/** Where the address of a request is not known: all of them count as one. */
export const unknownNetwork = "unknown";

/**
 * Notes the other end of the connection on a request, before anything reads it. Only the server
 * that holds the connection calls it; what the request itself said under that name is overwritten.
 */
export function notePeer(request: IncomingMessage): void {
  if (env.peerHeader) request.headers[env.peerHeader] = request.socket.remoteAddress ?? "";
}

/** The headers that {@link networkOf} reads. */
export const callerHeaders = (): string[] =>
  ["x-forwarded-for", env.peerHeader].filter((name) => name !== undefined);

/**
 * The network a request comes from: an IPv4 address, or the /64 of an IPv6 address, which one
 * household or one machine has to itself. `X-Forwarded-For` is what anyone may write: of it count
 * only the entries that the configured number of trusted relays have added, from the right.
 * @param headers of the request
 * @param relays relays in front of the portal that each add the address they see
 * @param peerHeader where {@link notePeer} wrote the other end of the connection; absent where the
 * host keeps it to itself, which then is the last relay
 * @returns `unknown` where there is no such address
 */
export function networkOf(
  headers: Headers,
  relays = env.trustedRelays,
  peerHeader = env.peerHeader,
): string {
  const peer = peerHeader ? (headers.get(peerHeader) ?? "") : "";
  const forwarded = (headers.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
  const hops = [...forwarded.filter((hop) => hop !== ""), peer];
  return networkOfAddress(hops[Math.max(0, hops.length - 1 - relays)] ?? "");
}

/**
 * @param address as relays write it: `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1`,
 * `[2001:db8::1]:443`, `fe80::1%eth0`
 */
export function networkOfAddress(address: string): string {
  const bare =
    /^\[(.+)\](?::\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;
  if (!ipaddr.IPv4.isValidFourPartDecimal(bare) && !ipaddr.IPv6.isValid(bare))
    return unknownNetwork;
  // An IPv4 address written as IPv6 (`::ffff:192.0.2.1`) is that IPv4 address.
  const parsed = ipaddr.process(bare);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(":")}::/64`;
}

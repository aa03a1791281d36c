import type { Environment } from "@/lib/platform/environment/env";

const loopback = ["127.0.0.1", "::1"];

/**
 * Where the server listens: the one address of HOST, or what the mode says. Local and demo modes
 * have an open mailbox, with everybody's links: only this machine reaches them, unless HOST says
 * otherwise.
 * @returns IP addresses; none is all of them
 */
export function listenAddresses({
  mode,
  host,
}: Pick<Environment, "mode" | "host">): readonly string[] {
  if (host === "localhost") return loopback;
  if (host !== undefined) return [host];
  return mode === "production" ? [] : loopback;
}

/** For the operator. */
export function describeAddresses(addresses: readonly string[]): string {
  const isAll = addresses.length === 0 || addresses.includes("0.0.0.0") || addresses.includes("::");
  if (isAll) return "toutes les adresses de cette machine";
  if (addresses.every((address) => address === "::1" || address.startsWith("127."))) {
    return "cette machine seulement (HOST=0.0.0.0 pour être joint depuis d’autres)";
  }
  return addresses.join(", ");
}

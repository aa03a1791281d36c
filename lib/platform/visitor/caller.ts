import "server-only";
import { headers } from "next/headers";
import { type Device, requestDevice } from "./device";
import { networkOf, unknownNetwork } from "./network";

/** Where a request comes from, whoever makes it. */
export interface Caller {
  /** See network.ts. */
  network: string;
  /** The browser as it presents itself, for the owner to recognise a session. */
  userAgent: string;
  device: Device | null;
}

/**
 * Nothing is known of it, as where no request is made: the same limits, shared by all that is
 * unknown.
 */
export const unknownCaller: Caller = { network: unknownNetwork, userAgent: "", device: null };

export async function requestCaller(): Promise<Caller> {
  const sent = await headers();
  return {
    network: networkOf(sent),
    userAgent: sent.get("user-agent") ?? "",
    device: await requestDevice(),
  };
}

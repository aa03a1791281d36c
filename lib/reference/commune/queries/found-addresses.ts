import "server-only";
import { env } from "@/lib/platform/environment/env";
import { askService } from "@/lib/platform/load/ask-service";
import { addressesIn, addressPath, type FoundAddress } from "../found-addresses";

/**
 * Streets and house numbers that begin as what is typed; none where the deployer configured no
 * service, or where it does not answer. Public.
 */
export async function foundAddresses(typed: string): Promise<FoundAddress[]> {
  const { addressService } = env;
  if (addressService === undefined || typed.trim().length < 3) return [];
  return addressesIn(await askService(addressService, addressPath(typed.trim())));
}

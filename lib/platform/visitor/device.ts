import "server-only";
import { newId } from "@/lib/platform/values/id";
import { readSealedCookie, writeSealedCookie } from "./sealed-cookie";

const cookie = "appareil";
/** Seconds: a year from the last sign-in. */
const lifetime = 365 * 86_400;
/** Accounts one browser is known to; the oldest is forgotten first. */
const most = 10;

/**
 * A browser that signed in before: guesses made elsewhere do not hold it back
 * (docs/decisions/0015-limits.md).
 */
export interface Device {
  id: string;
  accountIds: readonly string[];
}

export async function requestDevice(): Promise<Device | null> {
  const { id, accounts } = await readSealedCookie(cookie);
  return id ? { id, accountIds: accounts?.split(",") ?? [] } : null;
}

/**
 * Remembers that an account signed in here. It opens nothing: the password is asked for all the
 * same.
 */
export async function rememberDevice(accountId: string): Promise<void> {
  const known = await requestDevice();
  const accountIds = [
    accountId,
    ...(known?.accountIds ?? []).filter((id) => id !== accountId),
  ].slice(0, most);
  await writeSealedCookie(
    cookie,
    { id: known?.id ?? newId(), accounts: accountIds.join() },
    lifetime,
  );
}

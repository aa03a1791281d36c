import "server-only";
import type { FormValues } from "@/lib/platform/form/action-result";
import { readSealedCookie, writeSealedCookie } from "@/lib/platform/visitor/sealed-cookie";

const name = "saisie-terrain";
/** Seconds: the time to compare two versions and choose. */
const lifetime = 1800;

/**
 * Without scripts page 2 is sent to a route, which cannot answer with the form: what was typed
 * against someone else's version, or after the session ended, waits in a sealed cookie until the
 * page is shown again.
 */
export async function storeContestedSite(offerId: string, values: FormValues): Promise<void> {
  const texts = Object.entries(values).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && !entry[0].startsWith("$"),
  );
  await writeSealedCookie(name, { ...Object.fromEntries(texts), offerId }, lifetime);
}

/** @returns what was typed on page 2 of this offer, or null when nothing waits */
export async function contestedSite(offerId: string): Promise<Record<string, string> | null> {
  const { intent: _, ...kept } = await readSealedCookie(name);
  return kept.offerId === offerId ? kept : null;
}

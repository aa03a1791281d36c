import "server-only";
import { pageFields } from "@/lib/offer/content/draft";
import { textOf } from "@/lib/offer/content/draft-reading";
import { inputs, inputsOfPage } from "@/lib/offer/content/inputs";
import type { FormValues } from "@/lib/platform/form/action-result";
import { readSealedCookie, writeSealedCookie } from "@/lib/platform/visitor/sealed-cookie";

const name = "saisie-terrain";
const known = [...pageFields.terrain, "base"];
/** Seconds: the time to compare two versions and choose. */
const lifetime = 1800;

/**
 * Without scripts page 2 is sent to a route, which cannot answer with the form: what was typed
 * against someone else's version, or after the session ended, waits in a sealed cookie until the
 * page is shown again.
 * @returns false where it is more than waits there
 */
export async function storeContestedSite(offerId: string, values: FormValues): Promise<boolean> {
  const texts = Object.entries(values).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && known.includes(entry[0]),
  );
  return writeSealedCookie(name, { ...Object.fromEntries(texts), offerId }, lifetime);
}

/** @returns what was typed on page 2 of this offer, or null when nothing waits */
export async function contestedSite(offerId: string): Promise<Record<string, string> | null> {
  const kept = await readSealedCookie(name);
  return kept.offerId === offerId ? kept : null;
}

/** What is said where it does not wait, with all that was typed. */
export function tooLongToWait(values: FormValues): string {
  const typed = inputsOfPage("terrain").flatMap((name) => {
    const text = textOf(values[name]);
    return text ? `${inputs[name].label} : ${text}` : [];
  });
  return [
    "Votre session ou l’offre a changé entre-temps, et un champ est trop long pour attendre " +
      "ici : rien n’est enregistré. Copiez votre saisie, qui suit, puis revenez au formulaire.",
    ...typed,
  ].join("\n\n");
}

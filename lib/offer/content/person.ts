import { textOf } from "./draft-reading";
import { referentField } from "./referent-field";
import type { LocalReferent, OfferDraft } from "./schema";

/** Someone to be forgotten: every address and every writing of the name they are known by. */
export interface Person {
  emails: readonly string[];
  names: readonly string[];
}

/** What stands where a referent was forgotten: a form filled with it asks for another one. */
export const noReferent: LocalReferent = { name: "", function: "", phone: "", email: "" };

const referentFields = Object.keys(referentField.inputs);

const plain = (text: string) => text.normalize("NFC").trim().replaceAll(/\s+/g, " ").toLowerCase();

/**
 * By address, or by full name in either order: an office's shared address does not hide who is
 * meant.
 */
export function isNamed(person: Person, named: Pick<LocalReferent, "name" | "email">): boolean {
  const among = (known: readonly string[], text: string) =>
    plain(text) !== "" && known.some((one) => plain(one) === plain(text));
  return among(person.emails, named.email) || among(person.names, named.name);
}

/** Typed values without the person as referent; null when they do not name them. */
export function withoutReferent(
  values: OfferDraft["values"],
  person: Person,
): OfferDraft["values"] | null {
  if (!isNamed(person, { name: textOf(values.referentName), email: textOf(values.referentEmail) }))
    return null;
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => !referentFields.includes(name)),
  );
}

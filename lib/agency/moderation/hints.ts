import { isElapsed } from "@/lib/offer/availability/elapsed";
import type { PlainName } from "@/lib/offer/content/inputs";
import { freeTexts, type OfferContent } from "@/lib/offer/content/schema";

/** What a moderator may want to look at twice. A hint decides nothing. */
export type Hint =
  | { code: "phoneInText" | "addressInText"; found: string }
  | { code: "manyPlaces"; places: number }
  | { code: "shortText"; length: number }
  | { code: "capitals"; part: PlainName }
  | { code: "outsideRegion"; department: string }
  | { code: "elapsed" }
  | { code: "possibleDuplicate"; offerId: string; reference: string };

/**
 * Another offer of the same structure and campaign, at the same place, for the same people and on
 * the same themes.
 */
export interface OtherOffer {
  offerId: string;
  reference: string;
  /** As {@link wordsOf} reads them: once, whatever it is compared with. */
  words: ReadonlySet<string>;
}

/** Students that a host takes at most in nine offers of ten; more is read twice, not refused. */
const usualPlaces = 30;
/** Characters under which a description says too little for students to choose by. */
const shortText = 40;

const phoneNumber = new RegExp(
  [
    /(?:(?:\+|00)33[\s.-]?(?:\(0\)\s?)?|0)[1-9](?:[\s./-]?\d{2}){4}(?!\d)/,
    // Neighbours, and overseas.
    /(?:\+|00)(?:352|49|32|41|262|508|590|594|596|687|689)(?:[\s./-]?\(?\d\)?){6,12}(?!\d)/,
  ]
    .map(({ source }) => source)
    .join("|"),
);
const mailAddress = /[^\s@<>()]+@[^\s@<>()]+\.[a-z]{2,}/i;
const streetAddress =
  /\b\d{1,4}(?:\s?(?:bis|ter))?,?\s+(?:rue|avenue|boulevard|place|impasse|allée|chemin|route|quai|cours|square)\s+\S+/i;

interface HintContext {
  /** Codes of the region. */
  departments: readonly string[];
  others: readonly OtherOffer[];
  campaign: number;
  now: Date;
}

export function hintsOf(
  content: OfferContent,
  { departments, others, campaign, now }: HintContext,
): Hint[] {
  const hints: Hint[] = [];
  const texts = freeTexts(content);
  const text = texts.map(([, words]) => words).join("\n");
  const phone = phoneNumber.exec(text)?.[0];
  if (phone) hints.push({ code: "phoneInText", found: phone.trim() });
  const address = mailAddress.exec(text)?.[0] ?? streetAddress.exec(text)?.[0];
  if (address) hints.push({ code: "addressInText", found: address });
  if (content.places > usualPlaces) hints.push({ code: "manyPlaces", places: content.places });
  if (content.description.length < shortText)
    hints.push({ code: "shortText", length: content.description.length });
  for (const [part, words] of texts) if (isShouted(words)) hints.push({ code: "capitals", part });
  if (!departments.includes(content.site.department))
    hints.push({ code: "outsideRegion", department: content.site.department });
  if (isElapsed(content.availability, campaign, now)) hints.push({ code: "elapsed" });
  const own = wordsOf(content);
  for (const { offerId, reference, words } of others)
    if (likeness(own, words) >= 0.8) hints.push({ code: "possibleDuplicate", offerId, reference });
  return hints;
}

/** An acronym is no shouting: ten letters, most of them capitals. */
function isShouted(text: string): boolean {
  const letters = text.replaceAll(/\P{L}/gu, "");
  const capitals = text.replaceAll(/\P{Lu}/gu, "");
  return letters.length >= 10 && capitals.length > 0.7 * letters.length;
}

/** The words by which offers are compared, folded. */
export function wordsOf({
  title,
  description,
}: Pick<OfferContent, "title" | "description">): ReadonlySet<string> {
  return new Set(
    `${title} ${description}`
      .normalize("NFD")
      .replaceAll(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[\p{L}\d]+/gu) ?? [],
  );
}

/** Words in common among all words, 0 to 1 (Jaccard). */
function likeness(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  let common = 0;
  for (const word of first) if (second.has(word)) common += 1;
  const all = first.size + second.size - common;
  return all === 0 ? 1 : common / all;
}

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

/** Another offer of the same structure and campaign. */
export interface OtherOffer {
  offerId: string;
  reference: string;
  content: Pick<OfferContent, "title" | "description" | "themeIds" | "audienceIds" | "site">;
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
  /** The other offers of the structure in the same campaign. */
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
  for (const other of others)
    if (isAlike(content, other.content))
      hints.push({ code: "possibleDuplicate", offerId: other.offerId, reference: other.reference });
  return hints;
}

/** An acronym is no shouting: ten letters, most of them capitals. */
function isShouted(text: string): boolean {
  const letters = text.replaceAll(/\P{L}/gu, "");
  const capitals = text.replaceAll(/\P{Lu}/gu, "");
  return letters.length >= 10 && capitals.length > 0.7 * letters.length;
}

function wordsOf(text: string): Set<string> {
  return new Set(
    text
      .normalize("NFD")
      .replaceAll(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[\p{L}\d]+/gu) ?? [],
  );
}

/** Words in common among all words, 0 to 1 (Jaccard). */
function likeness(a: string, b: string): number {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const common = [...first].filter((word) => second.has(word)).length;
  const all = first.size + second.size - common;
  return all === 0 ? 1 : common / all;
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item) => b.includes(item));
}

/** The same place, for the same people, on the same themes or in nearly the same words. */
function isAlike(a: OtherOffer["content"], b: OtherOffer["content"]): boolean {
  if (a.site.communeCode !== b.site.communeCode || !sameSet(a.audienceIds, b.audienceIds))
    return false;
  return (
    likeness(`${a.title} ${a.description}`, `${b.title} ${b.description}`) >= 0.8 &&
    sameSet(a.themeIds, b.themeIds)
  );
}

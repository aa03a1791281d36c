import { phoneInWords } from "@/lib/platform/fields";
import { availabilityWords } from "../availability-words";
import { supportLabels } from "./labels";
import type { OfferContent } from "./schema";
import { changesBetween, type ContentChange, type ContentPart } from "./significance";

/** A change as its reader sees it: the lines before and after, none where there was nothing. */
export interface ChangeInWords extends ContentChange {
  before: string[];
  after: string[];
}

/** Labels of what a content only names. */
export interface ContentNames {
  term: (id: string) => string;
  document: (id: string) => string;
}

/**
 * What differs between two contents, in words: see {@link changesBetween} for which of it needs a
 * validation.
 */
export function changesInWords(
  before: OfferContent,
  after: OfferContent,
  names: ContentNames,
): ChangeInWords[] {
  return changesBetween(before, after).map((change) => ({
    ...change,
    before: partInWords(change.part, before, names),
    after: partInWords(change.part, after, names),
  }));
}

function partInWords(
  part: ContentPart,
  content: OfferContent,
  { term, document }: ContentNames,
): string[] {
  switch (part) {
    case "title":
      return filled([content.title]);
    case "description":
      return filled(content.description.split("\n"));
    case "themeIds":
      return filled([content.themeIds.map(term).filter(Boolean).join(", ")]);
    case "audienceIds":
      return filled([content.audienceIds.map(term).filter(Boolean).join(", ")]);
    case "places":
      return [String(content.places)];
    case "availability":
      return availabilityWords(content.availability);
    case "site": {
      const { name, street, postcode, communeName, typeId } = content.site;
      return filled([name, `${street}, ${postcode} ${communeName}`.trim(), term(typeId)]);
    }
    case "documents":
      return filled(content.documentIds.map(document));
    case "support":
      return (["lodging", "catering"] as const)
        .filter((option) => content[option])
        .map((option) => supportLabels[option]);
    case "referent": {
      const { name, function: role, phone, email } = content.referent;
      return filled([[name, role].filter(Boolean).join(", "), phoneInWords(phone), email]);
    }
  }
}

function filled(lines: string[]): string[] {
  return lines.filter((line) => line.trim() !== "");
}

import { tickedIn } from "./facts";
import { offerFields } from "./fields";
import type { FieldName } from "./inputs";
import { listIn, textIn } from "./parts";
import type { OfferContent } from "./schema";
import { changesBetween, type ContentChange } from "./significance";

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

function partInWords(part: FieldName, content: OfferContent, names: ContentNames): string[] {
  const field = offerFields[part];
  if (field.kind === "group")
    return filled(
      (field.words as (of: OfferContent, names: ContentNames) => readonly string[])(content, names),
    );
  const values = content as Readonly<Record<string, unknown>>;
  const value = values[part];
  switch (field.kind) {
    case "line":
      return filled([textIn(value)]);
    case "paragraphs":
      return filled(textIn(value).split("\n"));
    case "terms":
      return filled([listIn(value).map(names.term).filter(Boolean).join(", ")]);
    case "number":
      return value === undefined ? [] : [`${value as number}`];
    case "flags":
      return tickedIn(field.options, values);
  }
}

function filled(lines: readonly string[]): string[] {
  return lines.filter((line) => line.trim() !== "");
}

import {
  currentTerms,
  type MergedTerms,
  type VocabularyKind,
} from "@/lib/reference/vocabulary/rules";
import { listOf } from "./draft-reading";
import { inputNames, inputs, plainField, plainNames } from "./inputs";
import { listIn } from "./parts";
import type { OfferContent, OfferDraft } from "./schema";

/** A submitted content as it reads today: its row keeps the ids it was submitted with. */
export function contentAsRead(content: OfferContent, merged: MergedTerms): OfferContent {
  if (merged.size === 0) return content;
  const values = content as Readonly<Record<string, unknown>>;
  const terms = termFields.filter((name) => values[name] !== undefined);
  return {
    ...content,
    ...Object.fromEntries(terms.map((name) => [name, currentTerms(listIn(values[name]), merged)])),
    site: { ...content.site, typeId: merged.get(content.site.typeId) ?? content.site.typeId },
  };
}

const termFields = plainNames.filter((name) => plainField(name).kind === "terms");
/** Fields of the form that name terms. */
export const termInputs = inputNames.filter((name) => inputs[name].vocabulary !== undefined);

/** The same for what is being typed. */
export function draftAsRead(draft: OfferDraft, merged: MergedTerms): OfferDraft {
  const named = termInputs.filter((name) =>
    listOf(draft.values[name]).some((id) => merged.has(id)),
  );
  if (named.length === 0) return draft;
  const current = named.map((name): [string, string | string[]] => {
    const ids = currentTerms(listOf(draft.values[name]), merged);
    return [name, inputs[name].kind === "term" ? (ids[0] ?? "") : ids];
  });
  return { ...draft, values: { ...draft.values, ...Object.fromEntries(current) } };
}

/** Every term a content names, of one list or of all. */
export function termsIn(content: OfferContent, kind?: VocabularyKind): string[] {
  const values = content as Readonly<Record<string, unknown>>;
  const plain = termFields
    .filter((name) => kind === undefined || plainField(name).vocabulary === kind)
    .flatMap((name) => listIn(values[name]));
  const { typeId } = content.site;
  return [...plain, ...(typeId && (kind ?? "siteType") === "siteType" ? [typeId] : [])];
}

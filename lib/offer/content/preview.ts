import { labelsOf } from "@/lib/reference/vocabulary/rules";
import type { offerFields } from "./fields";
import { plainField, type PlainName, plainNames } from "./inputs";
import { listIn } from "./parts";
import { displayTitle, type LocalReferent, type OfferContent } from "./schema";

type Fields = typeof offerFields;
type TermsName = { [K in PlainName]: Fields[K]["kind"] extends "terms" ? K : never }[PlainName];
/** Plain fields that the public never reads: absent from what it is shown. */
type PrivateName = {
  [K in PlainName]: Fields[K]["audience"] extends "public" ? never : K;
}[PlainName];

/** Labels of the terms a content names, as its readers know them. */
export type ShownTerms = { [K in TermsName as Fields[K]["shownAs"]]: string[] };

/** An offer in words, ready to be shown: a draft, a revision or a public offer. */
export type OfferPreview = Omit<
  Omit<OfferContent, PrivateName>,
  TermsName | "site" | "referent" | "documentIds"
> & { [K in PrivateName]?: OfferContent[K] } & ShownTerms & {
    site: { name: string; street: string; postcode: string; communeName: string; type: string };
    /** Null where the reader may not know it. */
    referent: LocalReferent | null;
    documents: readonly { id: string; name: string; size: number }[];
  };

/** @param labelsOf labels of some terms */
export function shownTerms(
  content: OfferContent,
  labelsOf: (ids: readonly string[]) => string[],
): ShownTerms {
  return Object.fromEntries(
    plainNames.flatMap((name) => {
      const { shownAs } = plainField(name);
      return shownAs ? [[shownAs, labelsOf(listIn(content[name as TermsName]))]] : [];
    }),
  ) as ShownTerms;
}

/** A content in words. @param labels of every term it names */
export function contentPreview(
  content: OfferContent,
  labels: ReadonlyMap<string, string>,
): Omit<OfferPreview, "documents"> {
  const terms = shownTerms(content, (ids) => labelsOf(ids, labels));
  return {
    ...content,
    ...terms,
    title: displayTitle(content.title, terms.themes),
    site: { ...content.site, type: labels.get(content.site.typeId) ?? "" },
  };
}

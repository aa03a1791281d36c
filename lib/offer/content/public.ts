import type { z } from "zod";
import type { offerFields } from "./fields";
import { plainField, type PlainName, plainNames } from "./inputs";
import { list, text, textIn } from "./parts";
import type { ShownTerms } from "./preview";
import { type OfferContent, storedShape, withoutUnsaid } from "./schema";

type Fields = typeof offerFields;

/** What the public row has a column for, beside its page. */
const columns = ["title", "places", "support"] as const satisfies readonly PlainName[];

/** Properties of plain public fields that the page of the row holds. */
type PagedProperty = {
  [K in PlainName]: K extends (typeof columns)[number]
    ? never
    : Fields[K] extends { audience: "public"; kind: infer Kind }
      ? Kind extends "terms"
        ? never
        : Fields[K] extends { options: infer O }
          ? keyof O
          : K
      : never;
}[PlainName];

export type PagedContent = Pick<OfferContent, PagedProperty & keyof OfferContent>;

const publicNames = plainNames.filter((name) => plainField(name).audience === "public");
const paged = publicNames.filter(
  (name) => !(columns as readonly string[]).includes(name) && plainField(name).kind !== "terms",
);
const pagedStored = Object.assign({}, ...paged.map(storedShape)) as Record<string, z.ZodType>;

/** What the public row is made of, for who has to know whether it is still the same. */
export const publicFields = publicNames.map((name) => [name, plainField(name).kind]);

/** How the page of the row holds them, and the labels of its terms. */
export const pagedShape = {
  ...pagedStored,
  ...Object.fromEntries(
    publicNames.flatMap((name) => {
      const { shownAs } = plainField(name);
      return shownAs ? [[shownAs, list(text)]] : [];
    }),
  ),
} as { [K in keyof PagedContent]-?: z.ZodType<NonNullable<PagedContent[K]>> } & {
  [K in keyof ShownTerms]: z.ZodType<string[]>;
};

/** What the public reads of a content, apart from columns, lists of terms and the site. */
export function pagedContent(content: OfferContent): PagedContent {
  const names = Object.keys(pagedStored) as (keyof PagedContent)[];
  return withoutUnsaid(
    Object.fromEntries(names.map((name) => [name, content[name]])),
  ) as PagedContent;
}

/** Long texts of a content that anyone may read: they are searched with the least weight. */
export function publicTexts(content: OfferContent): string {
  const values = content as Readonly<Record<string, unknown>>;
  return paged
    .filter((name) => ["line", "paragraphs"].includes(plainField(name).kind))
    .map((name) => textIn(values[name]))
    .filter(Boolean)
    .join("\n");
}

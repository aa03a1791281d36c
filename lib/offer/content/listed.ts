import { plainWords } from "./facts";
import type { offerFields } from "./fields";
import {
  fieldNames,
  type GroupName,
  isPlain,
  plainField,
  type PlainName,
  plainNames,
} from "./inputs";
import { contentPreview, type OfferPreview } from "./preview";
import { type OfferContent, storedShape } from "./schema";

type Fields = typeof offerFields;
type ListedName = { [K in PlainName]: Fields[K] extends { listed: object } ? K : never }[PlainName];
type Properties<K extends PlainName> = Fields[K] extends { shownAs: infer S }
  ? S
  : Fields[K] extends { options: infer O }
    ? keyof O
    : K;

/** Plain fields that the lists of the ARS hold, in words. */
export type ListedContent = Pick<OfferPreview, Properties<ListedName> & keyof OfferPreview>;

/** A cell of such a list. */
interface Column {
  key: string;
  heading: string;
  width: number;
  value: (row: ListedContent) => string | number | null;
}

const yes = (value: boolean) => (value ? "Oui" : "Non");

/** A key for an address: without accents. */
const plainKey = (label: string) => label.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

function columnsOf(name: PlainName): Column[] {
  const { kind, label, listed, options = {} } = plainField(name);
  if (!listed) return [];
  const { key, heading = label, width } = listed;
  const valueIn = (row: ListedContent, property: string) =>
    (row as Readonly<Record<string, unknown>>)[property];
  if (kind === "flags")
    return Object.entries(options).map(([code, option]) => ({
      key: plainKey(option),
      heading: option,
      width,
      value: (row) => yes(valueIn(row, code) === true),
    }));
  if (kind === "number")
    return [{ key, heading, width, value: (row) => Number(valueIn(row, name) ?? 0) }];
  return [{ key, heading, width, value: (row) => plainWords(name, row) }];
}

/** Columns of the plain fields of such a list, by field. */
export const listedColumns = Object.fromEntries(
  plainNames.map((name) => [name, columnsOf(name)]),
) as unknown as Readonly<Record<PlainName, readonly Column[]>>;

/** What a list holds of a content. */
export function listedContent(content: OfferContent, labels: ReadonlyMap<string, string>) {
  const preview = contentPreview(content, labels);
  const names = plainNames
    .filter((name) => plainField(name).listed)
    .flatMap((name) => {
      const { shownAs, options } = plainField(name);
      return options ? Object.keys(options) : [shownAs ?? name];
    });
  return Object.fromEntries(
    names.map((name) => [name, (preview as Readonly<Record<string, unknown>>)[name]]),
  ) as ListedContent;
}

const listedGroups: Readonly<Record<GroupName, boolean>> = {
  availability: true,
  site: true,
  // A list names nobody, and holds no files.
  referent: false,
  documents: false,
};

/** Properties of a content that no list holds: they stay in the database. */
export const unlisted = fieldNames
  .filter((name) => !(isPlain(name) ? plainField(name).listed : listedGroups[name]))
  .flatMap((name) => Object.keys(storedShape(name)));

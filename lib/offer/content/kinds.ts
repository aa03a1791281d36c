import { z } from "zod";
import { readable } from "@/lib/platform/values/characters";
import { fieldList, line, paragraphs } from "@/lib/platform/values/fields";
import type { VocabularyKind } from "@/lib/reference/vocabulary/rules";
import { list, text } from "./parts";

/** Lists that an offer chooses from. */
export type OfferVocabulary = Exclude<VocabularyKind, "structureType">;

/** The two pages of the form. */
export type FormPage = "informations" | "terrain";

/** What the cells of a spreadsheet are read as, and what two drafts are compared by. */
export type InputKind =
  | "line"
  | "paragraphs"
  | "number"
  | "term"
  | "terms"
  | "flags"
  | "months"
  | "slots"
  | "postcode"
  | "commune"
  | "phone"
  | "email";

/** A column of the template that offers are imported from. */
interface ImportWords {
  /** The label, unless the sheet needs another one. */
  heading?: string;
  /** Other headings people give it. */
  also?: readonly string[];
  /** What the example row says. */
  example: string;
  /** How to fill it, for the second sheet. */
  help: string;
}

/** One field of the form, as it is sent. */
export interface Input {
  kind: InputKind;
  /** As the form and the comparison of two drafts call it. */
  label: string;
  /** The one the form is parsed with, default included. */
  schema: z.ZodType;
  optional: boolean;
  column: ImportWords;
  /** The list that a term is chosen from. */
  vocabulary?: OfferVocabulary;
  /** Boxes to tick, by their code. */
  options?: Readonly<Record<string, string>>;
}

/** The schemas of some fields of the form, for a form that has just those. */
export function schemasOf<I extends Record<string, Input>>(
  inputs: I,
): { [N in keyof I]: I[N]["schema"] } {
  return Object.fromEntries(Object.entries(inputs).map(([name, { schema }]) => [name, schema])) as {
    [N in keyof I]: I[N]["schema"];
  };
}

/**
 * Whether a change has to be validated before the public sees it, with the words of the guide: what
 * follows «ce que l’agence valide de nouveau :» and «ce qui s’applique tout de suite :».
 */
export interface Significance {
  validated?: string;
  atOnce?: string;
  /** Where it depends on the values. */
  needs?: (before: number, after: number) => boolean;
}

/** What every field says of itself, whatever its kind. */
export interface FieldWords {
  page: FormPage;
  /** Remarks, differences and the history call it so; the form too, where it is one input. */
  label: string;
  significance: Significance;
  /** `structure`: the structure and the ARS alone. */
  audience: "public" | "structure";
}

/** A field of its own kind: drawn, read, compared and told by that kind alone. */
interface PlainWords extends FieldWords {
  /** Under the label of the form. */
  hint?: string;
  optional?: boolean;
  /** How pages and PDF call it, where it is not the label. */
  fact?: string;
  column: ImportWords;
  /**
   * Its column in the list that the ARS saves; null for what a list does not hold. The address
   * names it by `key`.
   */
  listed: { key: string; heading?: string; width: number } | null;
  /** Its property and its column in the open data; null for what they leave to the page. */
  open: { key: string; width: number; describe?: string } | null;
  /** What the guide says, a paragraph each; prose that needs more is in components/help. */
  help?: readonly string[];
  /**
   * True for what every revision holds, said or not. What was added since is absent when nothing
   * was said: the hash of an older revision stays what it was.
   */
  always?: true;
}

const common = <const W extends PlainWords>(words: W) => ({ optional: false, ...words });

/** A text may be left out, or the words that ask for it are given. */
type Demand = { optional: true } | { optional?: false; missing: string };

function demanded(schema: z.ZodType<string, string>, words: Demand): z.ZodType<string> {
  return words.optional ? schema.default("") : schema.pipe(z.string().min(1, words.missing));
}

/** One line. @param words.subject begins the sentence that refuses a longer one: «Le titre» */
export function shortText<const W extends PlainWords & Demand & { limit: number; subject: string }>(
  words: W,
) {
  return {
    kind: "line" as const,
    schema: demanded(line(words.limit, words.subject), words),
    stored: text,
    ...common(words),
  };
}

/** Several lines. @param words.atMost begins the sentence that refuses more of them */
export function longText<const W extends PlainWords & Demand & { limit: number; atMost: string }>(
  words: W,
) {
  const refusal = `${words.atMost} ${words.limit} caractères.`;
  return {
    kind: "paragraphs" as const,
    schema: demanded(paragraphs.pipe(z.string().max(words.limit, refusal)), words),
    stored: text,
    ...common(words),
  };
}

/** A number as people write one: «12», «1 000», «5,5»; nothing else that programs take for one. */
export function inDigits(value: unknown): unknown {
  if (typeof value !== "string") return value;
  if (value.trim() === "") return 0;
  const plain = readable(value).replaceAll(/\s/g, "").replace(",", ".");
  return /^-?\d{1,9}(?:\.\d{1,9})?$/.test(plain) ? Number(plain) : NaN;
}

/** A whole number from one on. @param words.unit in the plural */
export function wholeNumber<const W extends PlainWords & { max: number; unit: string }>(words: W) {
  const { max, unit } = words;
  const number = z.preprocess(
    inDigits,
    z
      .number(`Indiquez le nombre de ${unit} en chiffres.`)
      .int(`Indiquez un nombre entier de ${unit}.`)
      .min(1, `Indiquez au moins une ${unit.replace(/s$/, "")}.`)
      .max(max, `Indiquez au plus ${max} ${unit}.`),
  );
  // The control starts at 0, which is nothing said.
  const perhaps = z.preprocess(
    (value) => (Number(value) === 0 ? undefined : value),
    number.optional(),
  );
  return {
    kind: "number" as const,
    schema: (words.optional ? perhaps : number) as z.ZodType<number>,
    stored: z.number().catch(0),
    ...common(words),
  };
}

/**
 * Several terms of a list of the ARS. @param words.shownAs the property that holds their labels,
 * where a reader has no ids
 */
export function terms<
  const W extends PlainWords & {
    vocabulary: OfferVocabulary;
    shownAs: string;
    refusals: { unknown: string; none: string };
  },
>(words: W) {
  const { unknown, none } = words.refusals;
  return {
    kind: "terms" as const,
    schema: fieldList(z.array(z.uuid(unknown)).min(words.optional ? 0 : 1, none)),
    stored: list(z.uuid()),
    ...common(words),
  };
}

/** Boxes to tick; each is a property of the content. */
export function checkBoxes<
  const O extends Readonly<Record<string, string>>,
  const W extends PlainWords,
>(options: O, words: W) {
  const codes = Object.keys(options) as (keyof O & string)[];
  return {
    kind: "flags" as const,
    options,
    schema: fieldList(z.array(z.enum(codes))),
    stored: z.boolean().catch(false),
    ...common(words),
  };
}

/** A field of its own kind, as code that goes over all of them knows it. */
export interface PlainField extends PlainWords, Omit<Input, "column" | "label" | "optional"> {
  kind: "line" | "paragraphs" | "number" | "terms" | "flags";
  stored: z.ZodType;
  optional: boolean;
  limit?: number;
  max?: number;
  unit?: string;
  shownAs?: string;
}

import { z } from "zod";
import type { offerFields } from "@/lib/offer/content/fields";
import { plainField, type PlainName, plainNames } from "@/lib/offer/content/inputs";

export const namedTerm = z.object({ number: z.int(), label: z.string() });

type Fields = typeof offerFields;
type OpenName = {
  [K in PlainName]: Fields[K] extends { audience: "public"; open: object } ? K : never;
}[PlainName];
type Property<K extends OpenName> = Fields[K] extends { shownAs: infer S extends string } ? S : K;
type Schema<F> = F extends { kind: "terms" }
  ? z.ZodArray<typeof namedTerm>
  : F extends { kind: "flags"; options: infer O }
    ? z.ZodArray<z.ZodType<keyof O>>
    : F extends { kind: "number" }
      ? z.ZodInt
      : z.ZodString;

/** Plain fields of an offer that are open data. */
export const openNames = plainNames.filter(
  (name) => plainField(name).open !== null && plainField(name).audience === "public",
) as OpenName[];

/** What a field is called in an answer. */
export function propertyOf(name: PlainName): string {
  return plainField(name).shownAs ?? name;
}

/** Each of them as an answer has it. */
export const openFieldsShape = Object.fromEntries(
  openNames.map((name) => [propertyOf(name), schemaOf(name)]),
) as { [K in OpenName as Property<K>]: Schema<Fields[K]> };

export type OpenFields = z.output<z.ZodObject<typeof openFieldsShape>>;

function schemaOf(name: OpenName): z.ZodType {
  const { kind, options = {}, open } = plainField(name);
  const schema = {
    terms: z.array(namedTerm),
    flags: z.array(z.enum(Object.keys(options))),
    number: z.int(),
    line: z.string(),
    paragraphs: z.string(),
  }[kind];
  return open?.describe ? schema.describe(open.describe) : schema;
}

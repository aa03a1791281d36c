import { offerFields } from "./fields";
import type { FormPage, Input, PlainField } from "./kinds";

export type { FormPage, Input, PlainField } from "./kinds";

type Fields = typeof offerFields;
export type FieldName = keyof Fields;
export type GroupName = {
  [K in FieldName]: Fields[K]["kind"] extends "group" ? K : never;
}[FieldName];
/** Fields that their kind alone draws, reads and tells. */
export type PlainName = Exclude<FieldName, GroupName>;

export const fieldNames = Object.keys(offerFields) as FieldName[];

export function isPlain(name: FieldName): name is PlainName {
  return offerFields[name].kind !== "group";
}

export const plainNames = fieldNames.filter(isPlain);

/** What all plain fields have, whatever their kind. */
export function plainField(name: PlainName): PlainField {
  return offerFields[name];
}

/** The fields of the form that a field is sent as. */
type InputsOf<K extends FieldName> = Fields[K] extends { kind: "group"; inputs: infer I }
  ? I
  : { [P in K]: Fields[P] };

export type Intersection<U> = (U extends unknown ? (one: U) => void : never) extends (
  all: infer I,
) => void
  ? I
  : never;

type AllInputs = Intersection<{ [K in FieldName]: InputsOf<K> }[FieldName]>;
export type InputName = keyof AllInputs;

type OnPage<P extends FormPage> = Intersection<
  { [K in FieldName]: Fields[K]["page"] extends P ? InputsOf<K> : never }[FieldName]
>;

/** Schemas of the fields that one page of the form sends. */
export type PageShape<P extends FormPage> = {
  [I in keyof OnPage<P>]: OnPage<P>[I] extends { schema: infer S } ? S : never;
};

function inputsOf(name: FieldName): [InputName, Input][] {
  const field = offerFields[name];
  if (field.kind === "group") return Object.entries(field.inputs) as [InputName, Input][];
  return [[name as InputName, field]];
}

/** Every field of the form, in its order. */
export const inputs = Object.fromEntries(fieldNames.flatMap(inputsOf)) as Readonly<
  Record<InputName, Input>
>;
export const inputNames = Object.keys(inputs) as InputName[];

export function isInput(name: string): name is InputName {
  return Object.hasOwn(inputs, name);
}

/** The fields of one page of the form, in its order. */
export function fieldsOfPage(page: FormPage): FieldName[] {
  return fieldNames.filter((name) => offerFields[name].page === page);
}

/** What one page sends, in its order. */
export function inputsOfPage(page: FormPage): InputName[] {
  return fieldsOfPage(page)
    .flatMap(inputsOf)
    .map(([name]) => name);
}

/** Whether an input came after the first offers: what is older says nothing of it. */
export function isLater(name: InputName): boolean {
  return plainNames.some((plain) => plain === name && !plainField(plain).always);
}

export function pageShape<P extends FormPage>(page: P): PageShape<P> {
  return Object.fromEntries(
    inputsOfPage(page).map((name) => [name, inputs[name].schema]),
  ) as PageShape<P>;
}

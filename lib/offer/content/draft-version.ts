import { basesIn, stateName } from "@/lib/platform/form/base";
import { phoneInWords } from "@/lib/platform/values/phone";
import { listOf } from "./draft-reading";
import { type FormPage, type InputName, inputs, inputsOfPage, isLater } from "./inputs";
import type { OfferDraft } from "./schema";

type Values = OfferDraft["values"];

/**
 * A field as a person would compare it: order, white space and the writing of a phone number do not
 * count.
 */
function normalised(name: InputName, value: string | string[] | undefined): string[] {
  const { kind } = inputs[name];
  const texts = listOf(value).map((text) => text.replaceAll("\r\n", "\n").trim());
  if (kind === "phone") return texts.map(phoneInWords).filter(Boolean);
  // A number starts at 0, which nobody typed.
  return texts.filter((text) => text !== "" && !(kind === "number" && text === "0")).sort();
}

/** Fields of a page that differ, in the order of the page. */
export function differingFields(page: FormPage, before: Values, after: Values): InputName[] {
  return inputsOfPage(page).filter(
    (name) =>
      JSON.stringify(normalised(name, before[name])) !==
      JSON.stringify(normalised(name, after[name])),
  );
}

/** Nothing of this page was typed yet. */
export function isUntouched(page: FormPage, values: Values): boolean {
  return differingFields(page, {}, values).length === 0;
}

/**
 * Names what a page of the form says, so that a form can tell which state it was made from. It is
 * about one page, not the offer: a colleague on the other page, a document or a decision of the ARS
 * is no conflict. Not a secret, and read by the browser too, which names its own attempts with it.
 */
export function draftVersion(page: FormPage, values: Values): string {
  const said = inputsOfPage(page).map((name) => ({ name, texts: normalised(name, values[name]) }));
  // A form opened before a field was added is of the same state as one that leaves it empty.
  const later: { name: string; texts: string[] }[] = said.filter(
    ({ name, texts }) => isLater(name) && texts.length > 0,
  );
  const outside = page === "terrain" ? listOf(values.siteOutside) : [];
  // A box that is shown and not ticked says nothing.
  if (outside.some((code) => !code.startsWith("?")))
    later.push({ name: "siteOutside", texts: outside });
  return stateName([
    ...said.filter(({ name }) => !isLater(name)).map(({ texts }) => texts),
    ...later.map(({ name, texts }) => [name, ...texts]),
  ]);
}

/**
 * What a sent form may write over ({@link basesIn}). One that says nothing was made from an empty
 * page: it may begin one, and writes over nobody's words.
 */
export function basesOf(page: FormPage, values: Values): string[] {
  const bases = basesIn(values);
  return bases.length > 0 ? bases : [draftVersion(page, {})];
}

import { offerFields } from "./fields";
import { type FieldName, fieldNames } from "./inputs";
import type { Significance } from "./kinds";

/** What remarks, differences and the history call each field. */
export const contentPartLabels = Object.fromEntries(
  fieldNames.map((name) => [name, offerFields[name].label]),
) as Readonly<Record<FieldName, string>>;

export const supportLabels = offerFields.support.options;

const significances: readonly Significance[] = fieldNames.map(
  (name) => offerFields[name].significance,
);

/** What the public sees at once when it changes, and what the ARS validates again, in words. */
export const atOnce = significances.flatMap((each) => each.atOnce ?? []);
export const validatedAgain = significances.flatMap((each) => each.validated ?? []);

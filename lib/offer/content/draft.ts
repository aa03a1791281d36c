import { type FormPage, inputsOfPage } from "./inputs";
import { formSchemas, type OfferDraft } from "./schema";

export type { FormPage } from "./inputs";

export const formPages: readonly FormPage[] = ["informations", "terrain"];

/** The two pages of the form and the fields each one sends. */
export const pageFields: Readonly<Record<FormPage, readonly string[]>> = {
  informations: inputsOfPage("informations"),
  terrain: [...inputsOfPage("terrain"), "siteOutside", "copyAdministrator"],
};

/** A field longer than this is not something a person typed. */
const fieldLimit = 20_000;

/** The draft after one page was sent: its fields replaced, those of the other page untouched. */
export function mergeDraft(
  draft: OfferDraft,
  page: FormPage,
  values: OfferDraft["values"],
): OfferDraft {
  const names = pageFields[page];
  const others = Object.entries(draft.values).filter(([name]) => !names.includes(name));
  const sent = Object.entries(values)
    .filter(([name]) => names.includes(name))
    .map(([name, value]): [string, string | string[]] => [
      name,
      typeof value === "string" ? value.slice(0, fieldLimit) : value.slice(0, 400),
    ]);
  return { ...draft, values: Object.fromEntries([...others, ...sent]) };
}

/** Which pages would be refused as they stand, in order. */
export function incompletePages(draft: OfferDraft): FormPage[] {
  return formPages.filter((page) => !formSchemas[page].safeParse(draft.values).success);
}

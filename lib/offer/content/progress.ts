import { type FormPage, formPages } from "./draft";
import { isUntouched } from "./draft-version";
import { formSchemas, type OfferDraft } from "./schema";

/** How far a page of the form is; `errors` is how many of its fields would be refused. */
export type PageProgress =
  { state: "untouched" | "complete" } | { state: "errors"; errors: number };

/** How far each page of a draft is. */
export function progressOf(draft: OfferDraft): Record<FormPage, PageProgress> {
  return Object.fromEntries(formPages.map((page) => [page, pageProgress(page, draft)])) as Record<
    FormPage,
    PageProgress
  >;
}

function pageProgress(page: FormPage, { values }: OfferDraft): PageProgress {
  const parsed = formSchemas[page].safeParse(values);
  if (parsed.success) return { state: "complete" };
  if (isUntouched(page, values)) return { state: "untouched" };
  return {
    state: "errors",
    errors: new Set(parsed.error.issues.map(({ path }) => String(path[0]))).size,
  };
}

import { load } from "cheerio";

/**
 * What the button of the check page sends, without scripts.
 * @returns null where the page has no such form
 */
export function submissionForm(html: string): FormData | null {
  const $ = load(html);
  const form = $("form").filter((_, element) => $(element).text().includes("Soumettre l’offre"));
  const fields = form.serializeArray();
  if (fields.length === 0) return null;
  const body = new FormData();
  for (const { name, value } of fields) body.append(name, value);
  return body;
}

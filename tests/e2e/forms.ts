import { type APIResponse, expect, type Page } from "@playwright/test";
import { type CheerioAPI, load } from "cheerio";

/** What to enter, by the names of the fields. A choice is given in the words it is read in. */
type Entries = Record<string, string | readonly string[]>;

/** A page that was read over HTTP and never drawn. */
export interface ReadPage {
  url: string;
  html: string;
}

/** A page, or whoever asks without one. */
export type Asker = Pick<Page, "request"> & Partial<Pick<Page, "evaluate">>;

/** What the browser calls itself. */
let userAgent: string | undefined;

/** Reads a page with the cookies of this browser. */
export async function read(by: Asker, path: string): Promise<ReadPage> {
  const answer = await by.request.get(path);
  expect(answer.status(), path).toBe(200);
  return { url: answer.url(), html: await answer.text() };
}

/**
 * Fills in the form that has this button and sends it, as a browser without scripts does but
 * drawing nothing: for what a journey needs and is not about.
 * @returns the page it leads to
 */
export async function send(
  by: Asker,
  page: ReadPage,
  button: string,
  entries: Entries = {},
): Promise<ReadPage> {
  const answer = await post(by, page, button, entries);
  expect(answer.ok(), `« ${button} » sur ${page.url} : ${answer.status()}`).toBe(true);
  return { url: answer.url(), html: await answer.text() };
}

/**
 * The same, for a form that is accepted and leads elsewhere.
 * @returns the address it leads to, which nobody has read yet
 */
export async function sent(
  by: Asker,
  page: ReadPage,
  button: string,
  entries: Entries = {},
): Promise<string> {
  const answer = await post(by, page, button, entries, { maxRedirects: 0 });
  expect(answer.status(), `« ${button} » sur ${page.url}`).toBe(303);
  return new URL(answer.headers().location ?? "", page.url).href;
}

async function post(
  by: Asker,
  { url, html }: ReadPage,
  button: string,
  entries: Entries,
  options: { maxRedirects?: number } = {},
): Promise<APIResponse> {
  const $ = load(html);
  const pressed = $("form button:not([aria-hidden])").filter(
    (_, element) => words($(element).text()) === button,
  );
  expect(pressed.length, `« ${button} » sur ${url}`).toBe(1);
  const form = pressed.closest("form");
  const body = new FormData();
  for (const { name, value } of form.serializeArray())
    if (!(name in entries)) body.append(name, value);
  for (const [name, entry] of Object.entries(entries))
    for (const value of [entry].flat())
      body.append(name, meant($, form.find(`[name="${name}"]`), value));
  if (pressed.attr("name")) body.append(pressed.attr("name") ?? "", pressed.attr("value") ?? "");
  const target = new URL(pressed.attr("formaction") || form.attr("action") || url, url);
  userAgent ??= await by.evaluate?.(() => navigator.userAgent);
  return by.request.post(target.href, {
    ...options,
    multipart: body,
    headers: { origin: target.origin, ...(userAgent && { "user-agent": userAgent }) },
  });
}

function words(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

/**
 * What a field sends for these words: the value of the option or the box they stand at, or they
 * themselves.
 */
function meant($: CheerioAPI, field: ReturnType<CheerioAPI>, value: string): string {
  if (value === "") return value;
  const choices = field.is("select")
    ? field.find("option")
    : field.filter("[type=checkbox],[type=radio]");
  const labelled = choices.filter((_, choice) =>
    words($(choice).is("option") ? $(choice).text() : $(choice).closest("label").text()).startsWith(
      value,
    ),
  );
  return labelled.first().attr("value") ?? value;
}

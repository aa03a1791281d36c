import type { FormValues } from "@/lib/platform/form/action-result";
import { tryStorage } from "./quietly";

/**
 * What was typed and has not reached the server, kept in this browser so that a closed tab loses
 * nothing.
 */
export interface UnsavedTyping {
  values: FormValues;
  /** States of the form it was made from. */
  bases: string[];
}

const prefix = "saisie/";
/** Never written to the browser's storage. */
const secret = /password|token|\$/i;

/**
 * @param owner the account that types: on a shared computer nobody meets the words of another
 * @param form names the form; several may begin alike
 */
export function typingKey(owner: string, form: string): string {
  return `${prefix}${owner}/${form}`;
}

function withoutSecrets(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !secret.test(name)));
}

/** The typing kept under this key, or under the first one that continues it. */
export function readTyping(key: string): { key: string; typing: UnsavedTyping } | null {
  return tryStorage(() => {
    const found = Object.keys(localStorage).find(
      (known) => known === key || known.startsWith(`${key}/`),
    );
    const typing = found
      ? (JSON.parse(localStorage.getItem(found) ?? "null") as UnsavedTyping | null)
      : null;
    return found && typing ? { key: found, typing } : null;
  }, null);
}

/**
 * From a sign-out to the next sign-in nothing is written: the page that is being left must not
 * bring its words back.
 */
let closed = false;

export function writeTyping(key: string, typing: UnsavedTyping): void {
  if (closed) return;
  tryStorage(
    () =>
      localStorage.setItem(
        key,
        JSON.stringify({ ...typing, values: withoutSecrets(typing.values) }),
      ),
    undefined,
  );
}

/** @param values only what says so is dropped: another tab may have kept its own meanwhile */
export function dropTyping(key: string, values?: FormValues): void {
  tryStorage(() => {
    const kept = values && readTyping(key)?.typing.values;
    const isOwn = !kept || JSON.stringify(kept) === JSON.stringify(withoutSecrets(values));
    if (isOwn) localStorage.removeItem(key);
  }, undefined);
}

/**
 * Why a page was left with what was typed in it: a portal that was replaced, a session that ended.
 */
export type LeftReason = "updated" | "signedOut";

/** What was typed into a form that is sent by its button, kept in this tab. */
export interface TabTyping {
  values: FormValues;
  /** What the form showed before anything was typed. */
  start?: FormValues | undefined;
  why?: LeftReason | undefined;
  /** Words met on a page that said something else by then, and neither taken back nor dropped. */
  offered?: FormValues | undefined;
}

/**
 * What was typed, brought to a page that may have changed since.
 * @param page what the form shows now
 * @returns `values`: the page with what was typed wherever it still says what it said then;
 * `offered`: the page with all that was typed, where it says something else somewhere
 */
export function mergeTyping(
  kept: TabTyping,
  page: FormValues,
): { values: FormValues; offered: FormValues | undefined } {
  const { values, start = page, offered } = kept;
  const names = Object.keys({ ...start, ...values }).filter((name) => !passing.test(name));
  const differ = (one: FormValues, other: FormValues) => (name: string) =>
    JSON.stringify(one[name]) !== JSON.stringify(other[name]);
  const typed = names.filter(differ(values, start)).filter(differ(values, page));
  const put = (chosen: readonly string[]): FormValues => {
    const left = Object.entries(page).filter(([name]) => !chosen.includes(name));
    const taken = Object.entries(values).filter(([name]) => chosen.includes(name));
    return Object.fromEntries([...left, ...taken]);
  };
  const met = typed.filter(differ(start, page));
  return {
    values: put(typed.filter((name) => !met.includes(name))),
    offered: met.length > 0 ? put(typed) : offered,
  };
}

const tabPrefix = "saisie:";
const tabOwner = "saisie-de";
/** Change with every page, or are the framework's own. */
const passing = /^(\$|base$|intent$|queue$|next$)/;
const wordless = [
  "checkbox",
  "radio",
  "hidden",
  "file",
  "password",
  "submit",
  "button",
  "reset",
  "image",
];

/**
 * Names a form: its page, its fields and what it is about. Two rows of a list have forms that
 * differ by their hidden fields only.
 */
export function formStorageKey(form: HTMLFormElement, key?: string): string {
  if (key) return tabPrefix + key;
  const fields = Array.from(form.elements).flatMap((control) => {
    const { name, value, type } = control as HTMLInputElement;
    if (!name || type === "submit" || passing.test(name)) return [];
    return type === "hidden" ? `${name}=${value}` : name;
  });
  return `${tabPrefix}${location.pathname}#${[...new Set(fields)].join("&")}`;
}

/**
 * Whether somebody types into the form: choices alone come back only with the page they were left
 * on.
 */
export function hasWords(form: HTMLFormElement): boolean {
  return Array.from(form.elements).some(
    (control) =>
      control instanceof HTMLTextAreaElement ||
      (control instanceof HTMLInputElement && !wordless.includes(control.type)),
  );
}

/** Whether the form asks for what is never kept. */
export function hasSecrets(form: HTMLFormElement): boolean {
  return form.querySelector("input[type=password], input[type=file]") !== null;
}

export function readTabTyping(name: string): TabTyping | null {
  return tryStorage(
    () => JSON.parse(sessionStorage.getItem(name) ?? "null") as TabTyping | null,
    null,
  );
}

/** @returns whether it is kept */
export function writeTabTyping(name: string, kept: TabTyping): boolean {
  if (closed) return false;
  return tryStorage(() => {
    sessionStorage.setItem(
      name,
      JSON.stringify(kept, (key, value: unknown) => (secret.test(key) ? undefined : value)),
    );
    return true;
  }, false);
}

export function dropTabTyping(name: string): void {
  tryStorage(() => sessionStorage.removeItem(name), undefined);
}

/**
 * Forgets the typing of every account, or of every account but one: at sign-out, and when someone
 * else signs in.
 */
export function forgetTyping(except?: string): void {
  closed = except === undefined;
  tryStorage(() => {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix) && !(except && key.startsWith(typingKey(except, ""))))
        localStorage.removeItem(key);
    }
    const before = sessionStorage.getItem(tabOwner);
    // What was typed by nobody yet is of the one who signs in with it.
    if (closed || (before && before !== except)) {
      for (const key of Object.keys(sessionStorage))
        if (key.startsWith(tabPrefix)) sessionStorage.removeItem(key);
    }
    if (except) sessionStorage.setItem(tabOwner, except);
  }, undefined);
}

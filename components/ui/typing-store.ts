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
  why?: LeftReason | undefined;
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
    sessionStorage.setItem(name, JSON.stringify({ ...kept, values: withoutSecrets(kept.values) }));
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

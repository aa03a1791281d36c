import type { FormValues } from "@/lib/platform/action-result";
import { quietly } from "./quietly";

/** What was typed and has not reached the server, kept in this browser so that a closed tab loses nothing. */
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

export function withoutSecrets(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !secret.test(name)));
}

/** The typing kept under this key, or under the first one that continues it. */
export function readTyping(key: string): { key: string; typing: UnsavedTyping } | null {
  return quietly(() => {
    const found = Object.keys(localStorage).find((known) => known === key || known.startsWith(`${key}/`));
    const typing = found ? (JSON.parse(localStorage.getItem(found) ?? "null") as UnsavedTyping | null) : null;
    return found && typing ? { key: found, typing } : null;
  }, null);
}

/** From a sign-out to the next sign-in nothing is written: the page that is being left must not bring its words back. */
let closed = false;

export function writeTyping(key: string, typing: UnsavedTyping): void {
  if (closed) return;
  quietly(() => localStorage.setItem(key, JSON.stringify({ ...typing, values: withoutSecrets(typing.values) })), undefined);
}

export function dropTyping(key: string): void {
  quietly(() => localStorage.removeItem(key), undefined);
}

/** Forgets the typing of every account, or of every account but one: at sign-out, and when someone else signs in. */
export function forgetTyping(except?: string): void {
  closed = except === undefined;
  quietly(() => {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix) && !(except && key.startsWith(typingKey(except, "")))) localStorage.removeItem(key);
    }
  }, undefined);
}

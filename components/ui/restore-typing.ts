import type { FormValues } from "@/lib/platform/form/action-result";
import { readForm } from "@/lib/platform/form/read-form";

/**
 * Told to the form when typing comes back: a list that is filled later finds its choice in the
 * detail.
 */
export const typingRestored = "saisie-retrouvee";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLSelectElement ||
  element instanceof HTMLTextAreaElement;

const isBox = (control: Control): control is HTMLInputElement =>
  control.type === "checkbox" || control.type === "radio";

/** What the page came with, in a control that is no box. */
function shownBy(control: Control): string {
  if (!(control instanceof HTMLSelectElement)) return control.defaultValue;
  const options = Array.from(control.options);
  return (options.find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value ?? "";
}

/** @returns null where the page came with it */
function changeOf(control: Control): string | boolean | null {
  if (["hidden", "file", "password"].includes(control.type)) return null;
  if (isBox(control)) return control.checked === control.defaultChecked ? null : control.checked;
  return control.value === shownBy(control) ? null : control.value;
}

/**
 * What was typed and ticked in the page before its scripts came. Noted here, when they come and
 * before React takes the page over: it sets texts of several lines and boxes that follow a state
 * back to what the server sent.
 */
const early = new WeakMap<Control, string | boolean>();
/**
 * What the page came with: a text that follows a state says what was typed as that, once React has
 * it.
 */
const came = new WeakMap<Control, string>();
if (typeof document !== "undefined") note(document.querySelectorAll("input, select, textarea"));

function note(controls: Iterable<Element>): void {
  for (const control of Array.from(controls).filter(isControl)) {
    const change = changeOf(control);
    if (change !== null) early.set(control, change);
    if (!came.has(control)) came.set(control, shownBy(control));
  }
}

/** Whether a page was typed into before its scripts had reached it. */
export function wasTypedEarly(form: HTMLFormElement): boolean {
  return Array.from(form.elements)
    .filter(isControl)
    .some((control) => early.has(control));
}

/** What was typed early into a text of several lines, which React would take away. */
export function typedEarly(id: string): string | undefined {
  if (typeof document === "undefined") return undefined;
  const control = document.getElementById(id);
  const change = control instanceof HTMLTextAreaElement ? early.get(control) : undefined;
  return typeof change === "string" ? change : undefined;
}

/** What a page that has just come shows in a form, without what was typed into it since. */
export function readBegun(form: HTMLFormElement): FormValues {
  const begun = form.cloneNode(true) as HTMLFormElement;
  begun.reset();
  const values = readForm(new FormData(begun));
  for (const control of Array.from(form.elements).filter(isControl)) {
    const shown = came.get(control);
    if (shown !== undefined && !isBox(control) && control.name) values[control.name] = shown;
  }
  return values;
}

/** Puts back what was typed before the scripts came, once they can hear of it. */
export function restoreEarly(form: HTMLFormElement): void {
  restoring = true;
  try {
    for (const control of Array.from(form.elements).filter(isControl)) {
      const change = early.get(control);
      if (typeof change === "boolean" && control instanceof HTMLInputElement) {
        if (control.checked !== change) control.click();
      } else if (typeof change === "string") {
        if (control.value !== change) typeInto(control, change);
        // It was left before anybody could hear of it.
        if (control !== document.activeElement)
          control.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
      }
    }
  } finally {
    restoring = false;
  }
}

/**
 * {@link restoreTyping} when a page begins: what was typed while its scripts took it over is newer
 * too.
 */
export function restoreAtStart(form: HTMLFormElement, values: FormValues): void {
  note(Array.from(form.elements).filter((control) => !(isControl(control) && isBox(control))));
  restoreTyping(form, values);
}

/** From then on what is typed early is as old as all the rest. */
export function forgetEarly(form: HTMLFormElement): void {
  for (const control of Array.from(form.elements).filter(isControl)) early.delete(control);
}

let restoring = false;

/** Whether what the fields tell of is not typed by anybody, but put back. */
export function isRestoring(): boolean {
  return restoring;
}

/**
 * Puts values back as if they had been typed, so that whatever listens to the fields follows. What
 * was typed before the scripts came is newer and stays.
 */
export function restoreTyping(form: HTMLFormElement, values: FormValues): void {
  restoring = true;
  try {
    putBack(form, values);
  } finally {
    restoring = false;
  }
}

function putBack(form: HTMLFormElement, values: FormValues): void {
  form.dispatchEvent(new CustomEvent(typingRestored, { detail: values }));
  for (const control of Array.from(form.elements).filter(isControl)) {
    if (
      early.has(control) ||
      control.name === "" ||
      control.type === "hidden" ||
      control.type === "password" ||
      control.type === "file"
    )
      continue;
    const value = values[control.name];
    if (isBox(control)) {
      const checked = Array.isArray(value)
        ? value.includes(control.value)
        : value === control.value;
      if (control.checked !== checked) control.click();
    } else if (typeof value === "string" && control.value !== value) typeInto(control, value);
  }
}

/** Writes into a control as if it had been typed, so that whatever listens to it follows. */
export function typeInto(control: Control, value: string): void {
  const prototype = Object.getPrototypeOf(control) as object;
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(control, value);
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.dispatchEvent(new Event("change", { bubbles: true }));
}

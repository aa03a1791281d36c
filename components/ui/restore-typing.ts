import type { FormValues } from "@/lib/platform/form/action-result";

/**
 * Told to the form when typing comes back: a list that is filled later finds its choice in the
 * detail.
 */
export const typingRestored = "saisie-retrouvee";

/**
 * What was typed into a page that its scripts had not reached yet, by field: it is newer than
 * anything kept.
 */
export function typedBeforeScripts(form: HTMLFormElement): FormValues {
  const typed: FormValues = {};
  for (const control of Array.from(form.elements)) {
    const isText =
      control instanceof HTMLTextAreaElement ||
      (control instanceof HTMLInputElement &&
        !["checkbox", "radio", "hidden", "file"].includes(control.type));
    if (isText && control.value !== control.defaultValue) typed[control.name] = control.value;
    if (
      control instanceof HTMLSelectElement &&
      control.selectedOptions[0]?.defaultSelected === false &&
      control.selectedIndex > 0
    )
      typed[control.name] = control.value;
  }
  return typed;
}

/**
 * {@link restoreTyping} when a page begins: it may have been typed into before its scripts came.
 */
export function restoreAtStart(form: HTMLFormElement, values: FormValues): void {
  restoreTyping(form, { ...values, ...typedBeforeScripts(form) });
}

let restoring = false;

/** Whether what the fields tell of is not typed by anybody, but put back. */
export function isRestoring(): boolean {
  return restoring;
}

/** Puts values back as if they had been typed, so that whatever listens to the fields follows. */
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
  for (const control of Array.from(form.elements)) {
    if (!(
      control instanceof HTMLInputElement ||
      control instanceof HTMLSelectElement ||
      control instanceof HTMLTextAreaElement
    ))
      continue;
    if (
      control.name === "" ||
      control.type === "hidden" ||
      control.type === "password" ||
      control.type === "file"
    )
      continue;
    const value = values[control.name];
    if (
      control instanceof HTMLInputElement &&
      (control.type === "checkbox" || control.type === "radio")
    ) {
      const checked = Array.isArray(value)
        ? value.includes(control.value)
        : value === control.value;
      if (control.checked !== checked) control.click();
    } else if (typeof value === "string" && control.value !== value) typeInto(control, value);
  }
}

/** Writes into a control as if it had been typed, so that whatever listens to it follows. */
export function typeInto(
  control: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement,
  value: string,
): void {
  const prototype = Object.getPrototypeOf(control) as object;
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(control, value);
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.dispatchEvent(new Event("change", { bubbles: true }));
}

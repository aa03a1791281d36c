const isBox = ({ type }: HTMLInputElement) => type === "checkbox" || type === "radio";

/** Whether a box or a list of a form holds another choice than its page came with. */
export function isOtherChosen(form: HTMLFormElement): boolean {
  return [...form.elements].some((control) =>
    control instanceof HTMLSelectElement
      ? control.value !== control.dataset.value
      : control instanceof HTMLInputElement &&
        isBox(control) &&
        control.checked !== control.defaultChecked,
  );
}

/**
 * Shows in the controls of a form what the server understood.
 *
 * @param form whose controls React gave new default values
 * @param sent what the form had when it asked, where it was the form that asked: a control that
 * changed since then keeps what was typed in it
 */
export function showWhatWasUnderstood(form: HTMLFormElement, sent?: FormData) {
  for (const control of form.elements) {
    if (control instanceof HTMLSelectElement) {
      // React writes no default into the options of a select once it is there.
      if (isAsSent(control.name, control.value, true)) control.value = control.dataset.value ?? "";
    } else if (
      control instanceof HTMLInputElement &&
      control.name !== "" &&
      control.type !== "hidden"
    ) {
      if (!isAsSent(control.name, control.value, !isBox(control) || control.checked)) continue;
      if (isBox(control)) control.checked = control.defaultChecked;
      else control.value = control.defaultValue;
    }
  }

  function isAsSent(name: string, value: string, chosen: boolean): boolean {
    return sent === undefined || sent.getAll(name).includes(value) === chosen;
  }
}

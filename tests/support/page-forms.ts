import type { ReactNode } from "react";
import { expect } from "vitest";
import type { Viewer } from "@/lib/platform/access/policy";
import type { ActionResult, FormValues } from "@/lib/platform/form/action-result";
import { renderedPage } from "./render-page";

export type Signed = Exclude<Viewer, { kind: "anonymous" }>;
type Run = (previous: null, formData: FormData) => Promise<ActionResult<unknown>>;

/** A form of a page. */
export interface PageForm {
  action: Run;
  /** The page its form is on, as the one who asks for it gets it. */
  page: () => ReactNode | Promise<ReactNode>;
  /** A field of the form that another of the page has not. */
  has: string;
}

/** Values as a browser sends them. */
export function formDataOf(values: FormValues): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values))
    for (const text of [value].flat()) data.append(name, text);
  return data;
}

/**
 * Pages as a browser without scripts has them: what they show is what is sent, and nothing else.
 * @param asking whom the mocks of the test say is asking
 */
export function formsOf(asking: { viewer: Viewer }) {
  return {
    /** What the form would send. */
    opened: async (form: PageForm, viewer: Signed): Promise<FormValues> => {
      asking.viewer = viewer;
      const $ = await renderedPage(form.page());
      const shown = $("form").filter((_, one) => $(one).find(`[name="${form.has}"]`).length > 0);
      const fields = shown.serializeArray().map(({ name, value }) => [name, value]);
      expect(fields.length).toBeGreaterThan(0);
      return Object.fromEntries(fields) as FormValues;
    },
    /** @returns where it led, or what it was refused with */
    send: async (form: PageForm, viewer: Signed, values: FormValues) => {
      asking.viewer = viewer;
      try {
        return await form.action(null, formDataOf(values));
      } catch (error) {
        return String((error as { digest?: string }).digest);
      }
    },
  };
}

/** What a person typed, by field name; a field met several times is a list. */
export type FormValues = Record<string, string | string[]>;

/** A form as it was sent: which one of its page, and what was typed. */
export interface SentForm {
  form: string;
  values: FormValues;
}

/** Hidden field of every form: its place in the page. */
export const formField = "$form";

/** Hidden field of every form: made anew with each, so that one that is sent twice is known. */
export const onceField = "$once";

/** What someone else saved in the meantime, beside what was typed. */
export interface Conflict {
  /** Who, in words that follow «par»; «vous, dans un autre onglet» for oneself. */
  by: string;
  /** When, ISO 8601; null where nothing tells. */
  at: string | null;
  /** Names the state that was described: saving over it takes this name. */
  base: string;
  differences: { label: string; mine: string; theirs: string }[];
  /** Where the other version is read, when that is not the page of the form. */
  address?: string;
}

export interface ActionFailure {
  ok: false;
  /** Machine-readable; `invalid` for input that does not parse, `fault` for an unexpected error. */
  code: string;
  /** The same, in French. */
  message: string;
  fieldErrors: Record<string, string[]>;
  /** What was typed, for the form to show again; never a password. */
  values: FormValues;
  /** Names the log entry of a fault. */
  reference?: string;
  conflict?: Conflict;
}

/** The one answer of every server action. */
export type ActionResult<T> = { ok: true; data: T } | ActionFailure;

/**
 * What a command answers: a value, or the code of an expected refusal, at a field where it belongs
 * to one. `params` fill the places in its words that are written `{name}`.
 */
export type Outcome<T, C extends string = string> =
  | { ok: true; data: T }
  | {
      ok: false;
      code: C;
      field: string | undefined;
      params: Words | undefined;
      conflict?: Conflict;
    };

type Words = Readonly<Record<string, string>>;

export function done<T>(data: T): { ok: true; data: T } {
  return { ok: true, data };
}

export function refused<C extends string>(
  code: C,
  field?: string,
  params?: Words,
): Extract<Outcome<never, C>, { ok: false }> {
  return { ok: false, code, field, params };
}

/** What was typed would write over what somebody saved since the form was opened. */
export function contested(
  conflict: Conflict,
): Extract<Outcome<never, "changedMeanwhile">, { ok: false }> {
  return { ...refused("changedMeanwhile"), conflict };
}

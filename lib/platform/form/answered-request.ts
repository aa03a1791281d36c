import "server-only";
import { headers } from "next/headers";
import type { FormValues, SentForm } from "./action-result";

/** What the action of a request leaves to the page that answers it. */
export interface Answered {
  /** What was typed into a form that was refused. */
  failed?: FormValues;
  /** What was sent by someone whose session had ended: shown again after signing in. */
  ended?: SentForm | undefined;
  /** The same, once they have. */
  given?: SentForm;
}

// Next gives one request one object of headers, to its action and to the page made after it.
const answers = new WeakMap<object, Answered>();

export async function noteAnswer(answer: Answered): Promise<void> {
  const request = await headers();
  answers.set(request, { ...answers.get(request), ...answer });
}

/** For the page that is made after the action, without scripts: with them the page stays. */
export async function answerOfRequest(): Promise<Answered> {
  return answers.get(await headers()) ?? {};
}

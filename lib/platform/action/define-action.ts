import "server-only";
import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { mayAttempt, type Permission, type Viewer } from "@/lib/platform/access/policy";
import { getViewer } from "@/lib/platform/access/session";
import { env } from "@/lib/platform/environment/env";
import "@/lib/platform/values/default-messages";
import { log, logRefusal } from "@/lib/platform/environment/log";
import { noteActionReached } from "@/lib/platform/environment/request-state";
import {
  type ActionFailure,
  type ActionResult,
  type Conflict,
  formField,
  type FormValues,
  onceField,
  type Outcome,
} from "@/lib/platform/form/action-result";
import { settleAddresses } from "@/lib/platform/form/addresses";
import { noteAnswer } from "@/lib/platform/form/answered-request";
import { readSentForm } from "@/lib/platform/form/read-form";
import { asSending } from "@/lib/platform/form/sending";
import { busyWords, isBusy } from "@/lib/platform/load/busy";
import { fieldErrorsOf, withFound } from "@/lib/platform/values/field-errors";
import { filled } from "@/lib/platform/values/french";
import { foreignOrigin, isOwnOrigin } from "@/lib/platform/values/origin";
import { asRoute } from "@/lib/platform/values/route";

export interface ActionDefinition<Schema extends z.ZodType, T, C extends string> {
  /** Parses what {@link readSentForm} made of the form. */
  schema: Schema;
  /**
   * Asked before anything runs; `"public"` has to be written out. The command decides again, about
   * the thing itself.
   */
  permission: Permission;
  /** French words for the refusals of the command. */
  messages: Record<C, string>;
  run: (call: {
    viewer: Viewer;
    input: z.output<Schema>;
    values: FormValues;
    intent: string;
  }) => Promise<Outcome<T, C>>;
  /** Where to go after success; absent, the page stays and receives `data`. */
  then?: (data: T, call: { input: z.output<Schema>; intent: string }) => string | null;
  /**
   * Runs before parsing on what was typed, whatever comes of it: this is how a draft is never lost.
   */
  keep?: (call: { viewer: Viewer; values: FormValues; intent: string }) => Promise<SaveOutcome<C>>;
}

/**
 * What keeping came to: where to go at once, values that change in the form by it and what it found
 * wrong with them ({@link withFound}), a conflict, or nothing to say.
 */
export type SaveOutcome<C extends string> =
  | string
  | null
  | { values: FormValues; found?: Record<string, string[]> }
  | { code: C; conflict: Conflict };

export type ServerAction<T> = (
  previous: ActionResult<T> | null,
  formData: FormData,
) => Promise<ActionResult<T>>;

/** Whoever calls an action without our page sends what they like: no form, or one without end. */
const unreadable =
  "Cet envoi n’est pas celui d’une page du portail. Rechargez la page et réessayez.";

/**
 * Parse → check → run, the same for every server action. The only answers are data, a code with its
 * words, or a redirect.
 */
export function defineAction<Schema extends z.ZodType, T, C extends string>(
  definition: ActionDefinition<Schema, T, C>,
): ServerAction<T> {
  return async (_previous, sent: unknown) => {
    noteActionReached();
    const read = readSentForm(sent);
    if (!read) {
      logRefusal({ permission: definition.permission, reason: "no form of ours" });
      return failure("unreadable", unreadable, {});
    }
    const { [formField]: form, [onceField]: once, ...values } = read;
    const outcome = await attempt(definition, values, typeof once === "string" ? once : "");
    if ("redirectTo" in outcome) {
      // What changed may show on any page the browser remembers, this one included.
      revalidatePath("/", "layout");
      redirect(asRoute(outcome.redirectTo));
    }
    if (!outcome.ok) await noteAnswer({ failed: values });
    // Without scripts the page, which is not open to a stranger, cannot show its form again: the
    // layout asks to sign in.
    if (!outcome.ok && outcome.code === "signedOut" && !(await headers()).has("next-action")) {
      await noteAnswer({ ended: { form: String(form), values: outcome.values } });
    }
    return outcome;
  };
}

/** Of two tabs of a moderator, one may have begun to see the portal as somebody else does. */
function notAllowed(viewer: Viewer): string {
  return viewer.kind === "offeror" && viewer.viewedBy
    ? "Dans un autre onglet, vous voyez le portail comme une autre personne, en lecture seule. " +
        "Choisissez-y « Revenir à la modération », puis renvoyez : votre saisie est conservée ici."
    : "Cette action ne vous est pas ouverte.";
}

async function attempt<Schema extends z.ZodType, T, C extends string>(
  { schema, permission, messages, run, then, keep }: ActionDefinition<Schema, T, C>,
  typed: FormValues,
  key: string,
): Promise<ActionResult<T> | { redirectTo: string }> {
  const { values: settled, doubts } = settleAddresses(typed);
  let values = settled;
  const intent = typeof values.intent === "string" ? values.intent : "";
  try {
    const requestOrigin = (await headers()).get("origin");
    if (!isOwnOrigin(requestOrigin, env.origin, env.mode !== "production")) {
      logRefusal({ permission, reason: "foreign origin" });
      return failure("foreignOrigin", foreignOrigin, values);
    }
    const viewer = await getViewer();
    if (!mayAttempt(viewer, permission)) {
      return viewer.kind === "anonymous"
        ? failure(
            "signedOut",
            "Votre session est terminée. Reconnectez-vous pour continuer : votre saisie " +
              "est conservée ici.",
            values,
          )
        : failure("notAllowed", notAllowed(viewer), values);
    }
    const kept = await keep?.({ viewer, values, intent });
    if (typeof kept === "string") return { redirectTo: kept };
    if (kept && "conflict" in kept)
      return { ...failure(kept.code, messages[kept.code], values), conflict: kept.conflict };
    if (kept) values = { ...values, ...kept.values };
    const parsed = schema.safeParse(values);
    if (!parsed.success) {
      return failure(
        "invalid",
        "Certaines réponses sont à corriger.",
        values,
        withFound(fieldErrorsOf(parsed.error), kept?.found ?? {}, values),
      );
    }
    if (Object.keys(doubts).length > 0)
      return failure("doubt", "Une adresse est à vérifier.", values, doubts);
    const by = `${permission} ${viewer.kind === "anonymous" ? "" : viewer.accountId}`;
    const outcome = await asSending({ key, by, values }, () =>
      run({ viewer, input: parsed.data, values, intent }),
    );
    if (!outcome.ok) {
      const message = filled(messages[outcome.code], outcome.params);
      const { code, field, conflict } = outcome;
      return {
        ...failure(code, message, values, field ? { [field]: [message] } : {}),
        ...(conflict ? { conflict } : {}),
      };
    }
    const redirectTo = then?.(outcome.data, { input: parsed.data, intent });
    return redirectTo ? { redirectTo } : { ok: true, data: outcome.data };
  } catch (error) {
    if (isBusy(error)) return failure("busy", busyWords, values);
    const reference = randomUUID().slice(0, 8);
    log.error({ reference, err: error, permission }, "action failed");
    return {
      ...failure(
        "fault",
        "Une erreur est survenue de notre côté. Votre saisie est conservée : réessayez " +
          "dans un instant.",
        values,
      ),
      reference,
    };
  }
}

function failure(
  code: string,
  message: string,
  values: FormValues,
  fieldErrors: Record<string, string[]> = {},
): ActionFailure {
  const kept = Object.entries(values).filter(([name]) => !/password/i.test(name));
  return { ok: false, code, message, fieldErrors, values: Object.fromEntries(kept) };
}

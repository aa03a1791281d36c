"use client";

import { type ReactNode, type RefObject, useSyncExternalStore } from "react";
import { Button } from "./button";
import { Notice, type Tone } from "./notice";
import type { SendProblem } from "./send-problem";
import { hasSecrets, hasWords, type LeftReason } from "./typing-store";

interface Words {
  tone: Tone;
  title: string;
  text: string;
}

const nothingLost = "Rien de ce que vous avez saisi n’est perdu";

const words: Record<SendProblem["kind"], Words> = {
  offline: {
    tone: "warning",
    title: "Vous êtes hors connexion",
    text:
      `Votre envoi n’a pas abouti. ${nothingLost} : envoyez de nouveau dès que la ` +
      "connexion sera revenue.",
  },
  unreachable: {
    tone: "warning",
    title: "Le portail ne répond pas",
    text:
      `La connexion a été coupée avant sa réponse. ${nothingLost} : envoyez de nouveau ` +
      "dans un instant. Un envoi qui serait arrivé quand même ne compte qu’une fois.",
  },
  busy: {
    tone: "warning",
    title: "Le portail est indisponible pour un moment",
    text:
      `Il est très sollicité ou il redémarre. ${nothingLost} : attendez quelques secondes, ` +
      "puis envoyez de nouveau.",
  },
  updated: {
    tone: "warning",
    title: "Le portail vient d’être mis à jour",
    text:
      "Cette page date d’avant la mise à jour : elle ne peut plus être envoyée. " +
      "Rechargez-la ; si un champ revenait vide, ce que vous y lisez maintenant serait à " +
      "saisir de nouveau.",
  },
  fault: {
    tone: "danger",
    title: "Une erreur est survenue de notre côté",
    text: `Ce n’est pas de votre fait. ${nothingLost} : envoyez de nouveau dans un instant.`,
  },
};

const backOnline: Words = {
  tone: "info",
  title: "La connexion est revenue",
  text: `Votre envoi n’avait pas abouti. ${nothingLost} : envoyez de nouveau.`,
};

const returned: Record<LeftReason, Words> = {
  updated: {
    tone: "info",
    title: "Le portail a été mis à jour",
    text:
      "Cette page a été rechargée et votre envoi n’est pas parti. Ce que vous aviez saisi " +
      "est de nouveau dans les champs : relisez et envoyez.",
  },
  signedOut: {
    tone: "info",
    title: "Vous revoici",
    text:
      "Votre session s’était terminée et votre envoi n’était pas parti. Ce que vous aviez " +
      "saisi est de nouveau dans les champs : relisez et envoyez.",
  },
};

const secrets =
  "Les mots de passe et les fichiers ne sont jamais gardés : indiquez-les de nouveau.";

function watchLine(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}

const never = () => () => undefined;

interface Props {
  problem: SendProblem | null;
  /** Why the page came back with its typing. */
  why: LeftReason | null;
  form: RefObject<HTMLFormElement | null>;
  again: () => void;
  /** Puts the words away, where they float over the page. */
  close: () => void;
}

/** Says why a form did not get through, what became of what was typed, and sends it again. */
export function SendProblemNotice({ problem, why, form, again, close }: Props) {
  const online = useSyncExternalStore(
    watchLine,
    () => navigator.onLine,
    () => true,
  );
  const asksSecrets = useSyncExternalStore(
    never,
    () => form.current !== null && hasSecrets(form.current),
    () => false,
  );
  const asksWords = useSyncExternalStore(
    never,
    () => form.current !== null && hasWords(form.current),
    () => true,
  );
  // A button in a row has no room for words.
  const isButton = !asksWords && !asksSecrets;
  if (!problem && !why) return null;
  const said = problem
    ? problem.kind === "offline" && online
      ? backOnline
      : words[problem.kind]
    : why
      ? returned[why]
      : null;
  if (!said) return null;
  return (
    <Floating on={isButton}>
      <Notice tone={said.tone} title={said.title} focus>
        <p>
          {said.text} {why && asksSecrets && !problem ? secrets : ""}
          {problem?.reference ? (
            <>
              {" "}
              Référence à nous donner si cela dure : <strong>{problem.reference}</strong>.
            </>
          ) : null}
        </p>
        <div className="mt-3 flex flex-wrap gap-3 empty:hidden">
          {problem ? (
            <Button
              type="button"
              variant="secondary"
              onClick={problem.kind === "updated" ? () => window.location.reload() : again}
            >
              {problem.kind === "updated" ? "Recharger la page" : "Envoyer de nouveau"}
            </Button>
          ) : null}
          {isButton ? (
            <Button type="button" variant="quiet" onClick={close}>
              Fermer
            </Button>
          ) : null}
        </div>
      </Notice>
    </Floating>
  );
}

function Floating({ on, children }: { on: boolean; children: ReactNode }) {
  if (!on) return children;
  return (
    <div
      className={
        "fixed inset-x-4 bottom-4 z-20 mx-auto max-w-text rounded-lg text-left " +
        "shadow-float [&>*]:mb-0"
      }
    >
      {children}
    </div>
  );
}

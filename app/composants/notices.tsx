import { type ReactNode, useRef } from "react";
import type { SaveState } from "@/components/ui/autosave-engine";
import { Button } from "@/components/ui/button";
import { ConflictNotice } from "@/components/ui/conflict-notice";
import { controlClass } from "@/components/ui/control-class";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SavingContext } from "@/components/ui/form-context";
import { Notice, type Tone } from "@/components/ui/notice";
import { SaveStatus } from "@/components/ui/save-status";
import type { SendProblem } from "@/components/ui/send-problem";
import { SendProblemNotice } from "@/components/ui/send-problem-notice";
import { SignedOutNotice } from "@/components/ui/signed-out-notice";
import { Toast } from "@/components/ui/toast";
import type { LeftReason } from "@/components/ui/typing-store";
import { UnsavedTypingNotice } from "@/components/ui/unsaved-typing-notice";
import { type Entry, longText } from "./entry";

const tones: Record<Tone, string> = {
  info: "Une nouvelle",
  success: "C’est fait",
  warning: "À savoir avant de continuer",
  danger: "Cela n’a pas pu se faire",
};

const savings: Record<SaveState["kind"], SaveState> = {
  idle: { kind: "idle" },
  saving: { kind: "saving" },
  saved: { kind: "saved", at: "2027-03-01T09:30:00Z" },
  offline: { kind: "offline" },
  failed: { kind: "failed" },
  signedOut: { kind: "signedOut" },
  conflict: { kind: "conflict" },
  refused: { kind: "refused", message: "la page est close" },
};

const problems: Record<SendProblem["kind"], SendProblem> = {
  offline: { kind: "offline" },
  unreachable: { kind: "unreachable" },
  busy: { kind: "busy" },
  updated: { kind: "updated" },
  fault: { kind: "fault", reference: "4F7A-21" },
};

const reasons: Record<LeftReason, string> = {
  updated: "la page est revenue après une mise à jour",
  signedOut: "la page est revenue après une reconnexion",
};

const nothing = () => undefined;

/** The notice in a form of one field, or of nothing but its button. */
function OfForm({
  problem = null,
  why = null,
  field,
}: {
  problem?: SendProblem | null;
  why?: LeftReason | null;
  field?: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  return (
    <form ref={form}>
      <SendProblemNotice problem={problem} why={why} form={form} again={nothing} close={nothing} />
      {field}
      <Button type="button">Envoyer</Button>
    </form>
  );
}

const field = <textarea aria-label="Message" className={`${controlClass} mb-4`} rows={2} />;

const difference = { label: "Message", mine: "Venez à 9 heures", theirs: "Venez à 10 heures" };

export const notices: readonly Entry[] = [
  {
    of: Notice,
    purpose: "Un message qui reste : l’issue de ce que l’on a fait, ou l’état de la page.",
    states: [
      ...Object.entries(tones).map(([tone, title]) => ({
        name: tone,
        sample: (
          <Notice tone={tone as Tone} title={title}>
            <p>Et voici ce que vous pouvez faire maintenant.</p>
          </Notice>
        ),
      })),
      { name: "le titre seul", sample: <Notice tone="info" title={tones.info} /> },
      {
        name: "longs mots, colonne étroite",
        narrow: true,
        sample: (
          <Notice tone="danger" title={longText}>
            <p>{longText}</p>
          </Notice>
        ),
      },
    ],
  },
  {
    of: Toast,
    purpose:
      "Dit, après une redirection, ce qui vient d’être fait ; flotte jusqu’à ce qu’on le ferme.",
    states: [
      { name: "seul", floats: true, sample: <Toast title="La page est enregistrée." /> },
      {
        name: "avec de quoi revenir en arrière",
        floats: true,
        sample: (
          <Toast title="La page est supprimée.">
            <Button type="button" variant="secondary">
              Annuler
            </Button>
          </Toast>
        ),
      },
      {
        name: "longs mots, colonne étroite",
        floats: true,
        narrow: true,
        sample: (
          <Toast title={longText}>
            <Button type="button" variant="secondary">
              Annuler
            </Button>
          </Toast>
        ),
      },
    ],
  },
  {
    of: ErrorSummary,
    purpose: "Ce qui est à corriger dans un formulaire, avec un lien vers chaque champ.",
    states: [
      {
        name: "une réponse",
        sample: <ErrorSummary attempt="1" errors={{ "text-wrong": ["Indiquez un titre"] }} />,
      },
      {
        name: "plusieurs, colonne étroite",
        narrow: true,
        sample: (
          <ErrorSummary
            attempt="1"
            errors={{ "text-wrong": ["Indiquez un titre"], "area-wrong": [longText] }}
          />
        ),
      },
    ],
  },
  {
    of: SaveStatus,
    purpose: "Dit, près des boutons, si ce qui est saisi est en sûreté.",
    states: Object.values(savings).map((saving) => ({
      name: saving.kind,
      sample: (
        <SavingContext value={saving}>
          <SaveStatus />
        </SavingContext>
      ),
    })),
  },
  {
    of: UnsavedTypingNotice,
    purpose: "Propose une saisie gardée dans ce navigateur, sur une page qui a changé depuis.",
    states: [
      { name: "proposée", sample: <UnsavedTypingNotice takeBack={nothing} forget={nothing} /> },
      {
        name: "colonne étroite",
        narrow: true,
        sample: <UnsavedTypingNotice takeBack={nothing} forget={nothing} />,
      },
    ],
  },
  {
    of: ConflictNotice,
    purpose: "Deux versions d’une page : ce qui diffère, et le choix entre elles.",
    states: [
      { name: "une différence", narrow: false, at: "2027-03-01T09:30:00Z" },
      { name: "longs mots, colonne étroite", narrow: true, at: "2027-03-01T09:30:00Z" },
      { name: "on ne sait quand", narrow: false, at: null },
    ].map(({ name, narrow, at }) => ({
      name,
      narrow,
      sample: (
        <ConflictNotice
          conflict={{
            by: at === null ? "quelqu’un d’autre" : "vous, dans un autre onglet",
            at,
            base: "1",
            differences: narrow
              ? [{ label: longText, mine: longText, theirs: "" }, difference]
              : [difference],
          }}
          overwrite={() => true}
        />
      ),
    })),
  },
  {
    of: SignedOutNotice,
    purpose: "La session s’est terminée pendant une saisie.",
    states: [false, true].map((narrow) => ({
      name: narrow ? "colonne étroite" : "avec des scripts",
      narrow,
      sample: <SignedOutNotice />,
    })),
  },
  {
    of: SendProblemNotice,
    purpose: "Dit pourquoi un envoi n’est pas arrivé, ce que devient la saisie, et le renvoie.",
    states: [
      ...Object.values(problems).map((problem) => ({
        name: problem.kind,
        sample: <OfForm problem={problem} field={field} />,
      })),
      ...Object.entries(reasons).map(([why, name]) => ({
        name,
        sample: <OfForm why={why as LeftReason} field={field} />,
      })),
      {
        name: "d’un bouton dans une ligne : il flotte",
        floats: true,
        sample: <OfForm problem={problems.busy} />,
      },
    ],
  },
];

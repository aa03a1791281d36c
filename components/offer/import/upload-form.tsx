"use client";

import { type SubmitEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/control-class";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { kindOfStatus, type SendProblem } from "@/components/ui/send-problem";
import { SendProblemNotice } from "@/components/ui/send-problem-notice";
import { Spinner } from "@/components/ui/spinner";
import { importRefusalLabels } from "@/lib/offer/import/labels";
import { importSizeLimit } from "@/lib/offer/import/schema";

/**
 * Sends a spreadsheet. The browser posts it without scripts; with them what is too large is said at
 * once, and a send that fails leaves the page with its file chosen.
 */
export function UploadForm({ refusal }: { refusal: string | null }) {
  const form = useRef<HTMLFormElement>(null);
  const [error, setError] = useState(refusal);
  const [attempt, setAttempt] = useState(0);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<SendProblem | null>(null);

  const send = async (body: FormData, target: string) => {
    setSending(true);
    const answer = await fetch(target, { method: "POST", body }).catch(() => null);
    // A redirect was followed to the preview, or to this page with the reason.
    if (answer?.ok) {
      window.location.assign(answer.url);
      return;
    }
    setSending(false);
    setProblem({ kind: kindOfStatus(answer?.status ?? 0) });
  };

  const check = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending) return;
    const body = new FormData(event.currentTarget);
    const file = body.get("file");
    const size = file instanceof File ? file.size : 0;
    const found =
      size === 0
        ? importRefusalLabels.empty
        : size > importSizeLimit
          ? importRefusalLabels.tooLarge
          : null;
    setError(found);
    setAttempt((count) => count + 1);
    if (!found) void send(body, event.currentTarget.action);
  };

  return (
    <form
      ref={form}
      action="/espace/offres/importer/fichier"
      method="post"
      encType="multipart/form-data"
      noValidate
      onSubmit={check}
    >
      <SendProblemNotice
        problem={problem}
        why={null}
        form={form}
        again={() => form.current?.requestSubmit()}
        close={() => setProblem(null)}
      />
      <ErrorSummary errors={error ? { file: [error] } : {}} attempt={String(attempt)} />
      <Field
        name="file"
        label="Votre fichier"
        hint={
          "Classeur Excel (.xlsx) ou CSV ; 5 Mo et 500 offres au plus. Rien n’est créé " +
          "avant que vous ayez relu."
        }
        error={error ?? undefined}
      >
        <input
          id="file"
          type="file"
          name="file"
          accept=".xlsx,.csv"
          aria-invalid={error ? true : undefined}
          aria-describedby={`file-hint${error ? " file-error" : ""}`}
          className={
            `${controlClass} file:mr-4 file:rounded file:border-0 file:bg-accent-soft ` +
            "file:px-4 file:py-2 file:font-semibold file:text-accent-strong"
          }
        />
      </Field>
      <Button aria-disabled={sending || undefined}>
        Lire le fichier
        {sending ? <Spinner /> : null}
      </Button>
    </form>
  );
}

"use client";

import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { controlClass } from "@/components/ui/control-class";
import { Field } from "@/components/ui/field";
import { Spinner } from "@/components/ui/spinner";
import { importRefusalLabels } from "@/lib/import/labels";
import { importSizeLimit } from "@/lib/import/schema";

/** Sends a spreadsheet. The browser posts it with or without scripts; scripts say at once what is too large. */
export function UploadForm({ refusal }: { refusal: string | null }) {
  const [error, setError] = useState(refusal);
  const [attempt, setAttempt] = useState(0);
  const [sending, setSending] = useState(false);
  const check = (event: FormEvent<HTMLFormElement>) => {
    const input = event.currentTarget.elements.namedItem("file");
    const file = input instanceof HTMLInputElement ? input.files?.[0] : undefined;
    const found = !file || file.size === 0 ? importRefusalLabels.empty : file.size > importSizeLimit ? importRefusalLabels.tooLarge : null;
    setError(found);
    setAttempt((count) => count + 1);
    if (found || sending) event.preventDefault();
    else setSending(true);
  };
  return (
    <form action="/espace/offres/importer/fichier" method="post" encType="multipart/form-data" noValidate onSubmit={check}>
      <ErrorSummary errors={error ? { file: [error] } : {}} attempt={String(attempt)} />
      <Field name="file" label="Votre fichier" hint="Classeur Excel (.xlsx) ou CSV ; 5 Mo et 500 offres au plus. Rien n’est créé avant que vous ayez relu." error={error ?? undefined}>
        <input
          id="file"
          type="file"
          name="file"
          accept=".xlsx,.csv"
          aria-invalid={error ? true : undefined}
          aria-describedby={`file-hint${error ? " file-error" : ""}`}
          className={`${controlClass} file:mr-4 file:rounded file:border-0 file:bg-accent-soft file:px-4 file:py-2 file:font-semibold file:text-accent-strong`}
        />
      </Field>
      <Button aria-disabled={sending || undefined}>
        Lire le fichier
        {sending ? <Spinner /> : null}
      </Button>
    </form>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import type { DocumentDto } from "@/lib/document/queries";
import { FileSize } from "./file-size";

interface UploadAnswer {
  errors: { name: string; message: string }[];
}

/**
 * Files of the offer. With JavaScript they leave as soon as they are chosen; without it, a button of the same form sends
 * them together with what is typed beside them.
 */
export function DocumentsField({ target, documents, refusals }: { target: string; documents: readonly DocumentDto[]; refusals: readonly string[] }) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [errors, setErrors] = useState<UploadAnswer["errors"]>(() => refusals.map((message) => ({ name: "Document refusé", message })));
  const [sending, setSending] = useState(false);

  const upload = async (files: FileList | null) => {
    if (!files || files.length === 0) return;
    setSending(true);
    const problems: UploadAnswer["errors"] = [];
    // One request a file: one that is refused does not take the others with it.
    for (const file of Array.from(files)) {
      const body = new FormData();
      body.append("documents", file);
      const response = await fetch(target, { method: "POST", body, headers: { Accept: "application/json" } }).catch(() => null);
      const answer = response?.headers.get("content-type")?.includes("json") ? ((await response.json()) as UploadAnswer) : null;
      problems.push(...(answer?.errors ?? [{ name: file.name, message: "L’envoi n’a pas abouti. Vérifiez votre connexion et réessayez." }]));
    }
    setErrors(problems);
    setSending(false);
    if (input.current) input.current.value = "";
    router.refresh();
  };

  return (
    <fieldset id="documents" tabIndex={-1} className="mt-10 min-w-0">
      <legend className="mb-2 text-xl font-bold">
        Documents <span className="text-base font-normal text-muted">(facultatif)</span>
      </legend>
      <p id="documents-hint" className="mb-3 text-sm text-muted">
        PDF, JPEG, PNG, DOCX ou ODT ; 5 Mo au plus par fichier, 10 fichiers au plus.
      </p>
      <div role="status">
        {sending ? <p className="mb-3 font-semibold">Envoi en cours…</p> : null}
        {errors.map((error, index) => (
          <p key={index} className="mb-3 break-words font-semibold text-danger">
            {error.name} : {error.message}
          </p>
        ))}
      </div>
      {documents.length > 0 ? (
        <ul className="mb-4 divide-y divide-line rounded border border-line bg-surface">
          {documents.map((document) => (
            <li key={document.id} className="flex flex-wrap items-center justify-between gap-2 px-3 py-1">
              <a href={`/documents/${document.id}`} className="inline-flex min-h-11 min-w-0 items-center break-all text-accent underline underline-offset-4">
                {document.name}
              </a>
              <span className="flex items-center gap-2">
                <FileSize bytes={document.size} />
                <button type="submit" formNoValidate name="intent" value={`remove:${document.id}`} formAction={target} className={buttonClass("quiet", "px-3!")}>
                  Retirer<span className="sr-only"> {document.name}</span>
                </button>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <label htmlFor="documents-input" className="mb-1.5 block font-semibold">
        Ajouter des documents
      </label>
      <input
        ref={input}
        id="documents-input"
        type="file"
        name="documents"
        multiple
        accept=".pdf,.jpg,.jpeg,.png,.docx,.odt"
        aria-describedby="documents-hint"
        onChange={(event) => void upload(event.target.files)}
        className="block w-full rounded border border-control bg-surface p-3 file:mr-4 file:rounded file:border-0 file:bg-accent-soft file:px-4 file:py-2 file:font-semibold file:text-accent-strong"
      />
      <noscript>
        <button type="submit" name="intent" value="upload" formAction={target} className={buttonClass("secondary", "mt-3")}>
          Envoyer les documents choisis
        </button>
      </noscript>
    </fieldset>
  );
}

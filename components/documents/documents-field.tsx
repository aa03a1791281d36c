"use client";

import { usePathname } from "next/navigation";
import { type DragEvent, useRef, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { Remark, useDescription } from "@/components/ui/field";
import { HelpLink } from "@/components/ui/help-link";
import { useScriptedClass } from "@/components/ui/use-scripts";
import type { DocumentDto } from "@/lib/offer/documents/queries";
import { pickedEndings } from "@/lib/offer/documents/rules";
import { DocumentRow } from "./document-row";
import { useUploads } from "./use-uploads";

/**
 * Files of the offer. With JavaScript they leave as soon as they are chosen or dropped; without it,
 * a button of the same form sends them together with what is typed beside them.
 */
export function DocumentsField({
  target,
  documents,
  refusals,
}: {
  target: string;
  documents: readonly DocumentDto[];
  refusals: readonly string[];
}) {
  const input = useRef<HTMLInputElement>(null);
  const description = useDescription("documents", true, undefined);
  const { uploads, problems, said, upload, sendAgain, close } = useUploads(target, refusals);
  const path = usePathname();
  const scripted = useScriptedClass();
  const [over, setOver] = useState(false);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void upload(Array.from(event.dataTransfer.files));
  };

  return (
    <fieldset id="documents" tabIndex={-1} className="mt-10 min-w-0">
      <legend className="mb-2 text-xl font-bold">
        Documents <span className="text-base font-normal text-muted">(facultatif)</span>
      </legend>
      <p id="documents-hint" className="mb-3 text-sm text-muted">
        PDF, JPEG, PNG, WebP, DOCX ou ODT ; 5 Mo au plus par fichier, 10 fichiers au plus. Ils sont
        montrés dans cet ordre.
      </p>
      <Remark name="documents" />
      <HelpLink section="/deposer-une-offre#documents" about="joindre des fichiers" />
      <div role="status">
        {said ? <p className="mb-3 font-semibold">{said}</p> : null}
        {problems.map(({ id, name, problem }) => (
          <p key={id} className="mb-3 break-words font-semibold text-danger">
            {name} : {problem?.message}{" "}
            <Button
              type="button"
              variant="quiet"
              className={`px-2! ${scripted}`}
              onClick={() => close(id)}
            >
              Fermer<span className="sr-only"> le message sur {name}</span>
            </Button>
          </p>
        ))}
        {sendAgain ? (
          <p className="mb-3 flex flex-wrap gap-3">
            <Button type="button" variant="secondary" onClick={() => void sendAgain()}>
              Envoyer de nouveau
            </Button>
            {problems.some(({ problem }) => problem?.kind === "signedOut") ? (
              <a
                href={`/connexion?suite=${encodeURIComponent(path)}`}
                target="_blank"
                className={buttonClass("secondary")}
              >
                Me reconnecter (nouvel onglet)
              </a>
            ) : null}
          </p>
        ) : null}
      </div>
      {documents.length > 0 ? (
        <ol className="mb-4 divide-y divide-line rounded border border-line bg-surface">
          {documents.map((document, index) => (
            <DocumentRow
              key={document.id}
              document={document}
              target={target}
              first={index === 0}
              last={index === documents.length - 1}
              replace={(file) => void upload([file], document.id)}
            />
          ))}
        </ol>
      ) : null}
      {uploads.length > 0 ? (
        <ul className="mb-4 space-y-2">
          {uploads.map(({ id, name, sent }) => (
            <li key={id}>
              <label className="block break-all text-sm font-semibold">
                Envoi de {name}
                <progress value={sent} max={1} className="mt-1 block h-2 w-full accent-accent" />
              </label>
            </li>
          ))}
        </ul>
      ) : null}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={
          "rounded-lg border-2 border-dashed p-4 " +
          (over ? "border-accent bg-accent-soft" : "border-control bg-surface")
        }
      >
        <label htmlFor="documents-input" className="mb-1.5 block font-semibold">
          Ajouter des documents
        </label>
        <p className="mb-3 hidden text-sm text-muted scripted:block">
          Choisissez-les, ou glissez-les ici : ils partent aussitôt.
        </p>
        <input
          ref={input}
          id="documents-input"
          type="file"
          name="documents"
          multiple
          accept={pickedEndings}
          aria-describedby={description}
          onChange={(event) => {
            const files = Array.from(event.target.files ?? []);
            event.target.value = "";
            void upload(files);
          }}
          className={
            "block w-full file:mr-4 file:rounded file:border-0 file:bg-accent-soft " +
            "file:px-4 file:py-3 file:font-semibold file:text-accent-strong"
          }
        />
        <noscript>
          <button
            type="submit"
            name="intent"
            value="upload"
            formNoValidate
            formAction={target}
            className={buttonClass("secondary", "mt-3")}
          >
            Envoyer les documents choisis
          </button>
        </noscript>
      </div>
    </fieldset>
  );
}

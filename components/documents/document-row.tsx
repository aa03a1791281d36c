"use client";

import { type ReactNode, useRef } from "react";
import { buttonClass } from "@/components/ui/button";
import { controlClass } from "@/components/ui/control-class";
import type { DocumentDto } from "@/lib/offer/documents/queries";
import { isPicture, pickedEndings, stemOf } from "@/lib/offer/documents/rules";
import { FileSize } from "./file-size";
import { PdfFirstPage } from "./pdf-first-page";

interface Props {
  document: DocumentDto;
  /** Route that takes the form of this page with its files. */
  target: string;
  first: boolean;
  last: boolean;
  /** Sends the file that takes this one's place, where scripts run. */
  replace: (file: File) => void;
}

/**
 * One document of the draft: look at it, move it, and under «Modifier» rename, replace or remove
 * it.
 */
export function DocumentRow({
  document: { id, name, mediaType, size },
  target,
  first,
  last,
  replace,
}: Props) {
  const rename = useRef<HTMLButtonElement>(null);
  const deed = (
    intent: string,
    label: ReactNode,
    variant: "quiet" | "secondary" | "danger" = "secondary",
  ) => (
    <button
      type="submit"
      formNoValidate
      name="intent"
      value={`${intent}:${id}`}
      formAction={target}
      className={buttonClass(variant, "px-3!")}
    >
      {label}
    </button>
  );
  const about = <span className="sr-only"> {name}</span>;
  return (
    <li className="px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Thumbnail id={id} mediaType={mediaType} />
        <span className="min-w-0 flex-1 basis-48">
          <a
            href={`/documents/${id}`}
            className={
              "inline-flex min-h-11 items-center break-all text-accent underline " +
              "underline-offset-4"
            }
          >
            {name}
          </a>{" "}
          <FileSize bytes={size} />
        </span>
        <span className="flex flex-wrap gap-1">
          {first ? null : deed("up", <>Monter{about}</>, "quiet")}
          {last ? null : deed("down", <>Descendre{about}</>, "quiet")}
          {deed("remove", <>Retirer{about}</>, "quiet")}
        </span>
      </div>
      {mediaType === "application/pdf" ? (
        <PdfFirstPage href={`/documents/${id}`} name={name} />
      ) : null}
      <details className="mt-1">
        <summary
          className={
            "inline-flex min-h-11 cursor-pointer items-center font-semibold text-accent " +
            "underline underline-offset-4"
          }
        >
          Renommer ou remplacer{about}
        </summary>
        <div className="grid gap-4 py-3 sm:grid-cols-2">
          <div>
            <label htmlFor={`name-${id}`} className="mb-1.5 block font-semibold">
              Nouveau nom
            </label>
            <input
              id={`name-${id}`}
              name={`documentName:${id}`}
              defaultValue={stemOf(name)}
              maxLength={100}
              autoComplete="off"
              onKeyDown={(event) => {
                if (event.key !== "Enter") return;
                event.preventDefault();
                rename.current?.click();
              }}
              className={controlClass}
            />
            <button
              ref={rename}
              type="submit"
              formNoValidate
              name="intent"
              value={`rename:${id}`}
              formAction={target}
              className={buttonClass("secondary", "mt-2")}
            >
              Renommer{about}
            </button>
          </div>
          <div className="min-w-0">
            <label htmlFor={`file-${id}`} className="mb-1.5 block font-semibold">
              Remplacer par un autre fichier
            </label>
            <input
              id={`file-${id}`}
              type="file"
              name={`replacement:${id}`}
              accept={pickedEndings}
              onChange={(event) => {
                const file = event.target.files?.[0];
                event.target.value = "";
                if (file) replace(file);
              }}
              className={
                "block w-full file:mr-3 file:rounded file:border-0 file:bg-accent-soft " +
                "file:px-3 file:py-3 file:font-semibold file:text-accent-strong"
              }
            />
            <noscript>{deed("replace", <>Remplacer{about}</>)}</noscript>
          </div>
        </div>
      </details>
    </li>
  );
}

/**
 * The picture itself, from the one route that shows any; a card with its kind for everything else.
 */
function Thumbnail({ id, mediaType }: { id: string; mediaType: string }) {
  if (isPicture(mediaType)) {
    // Never through the image optimiser: what others uploaded is decoded by the browser alone.
    return (
      // oxlint-disable-next-line @next/next/no-img-element
      <img
        src={`/documents/${id}/apercu`}
        alt=""
        width={56}
        height={56}
        loading="lazy"
        className="size-14 shrink-0 rounded border border-line object-cover"
      />
    );
  }
  const kind =
    mediaType === "application/pdf"
      ? "PDF"
      : mediaType.endsWith("opendocument.text")
        ? "ODT"
        : "DOCX";
  return (
    <span
      aria-hidden="true"
      className={
        "grid size-14 shrink-0 place-items-center rounded border border-line bg-canvas " +
        "text-sm font-bold text-muted"
      }
    >
      {kind}
    </span>
  );
}

import { FileSize } from "./file-size";
import { PdfFirstPage } from "./pdf-first-page";

/** Documents to read, with a look at the first page of those that have one. */
export function DocumentList({
  documents,
}: {
  documents: readonly { id: string; name: string; size: number }[];
}) {
  return (
    <ul className="space-y-1">
      {documents.map(({ id, name, size }) => (
        <li key={id}>
          <a
            href={`/documents/${id}`}
            className={
              "inline-flex min-h-11 items-center gap-2 break-all text-accent " +
              "underline underline-offset-4"
            }
          >
            Télécharger {name}
          </a>{" "}
          <FileSize bytes={size} />
          {/\.pdf$/i.test(name) ? <PdfFirstPage href={`/documents/${id}`} name={name} /> : null}
        </li>
      ))}
    </ul>
  );
}

import type { ReactNode } from "react";
import { Table } from "@/components/ui/table";
import { halfDaysOf, monthsOf } from "@/lib/offer/availability/availability";
import { halfDayLabel, monthsInWords } from "@/lib/offer/availability/availability-words";
import { availabilityOf, listOf, textOf } from "@/lib/offer/content/draft-reading";
import { type InputName, inputs } from "@/lib/offer/content/inputs";
import { importColumns } from "@/lib/offer/import/columns";
import type { ImportedRow } from "@/lib/offer/import/schema";

/** Words of ids and INSEE codes. */
export type Labels = Readonly<Record<string, string>>;

/** Errors listed above the table at once; the others open below them. */
const listed = 30;

const cellId = (line: number, field: string) => `ligne-${line}-${field}`;

/** The rows as they were understood, with what is wrong in each cell. */
export function ImportPreview({ rows, labels }: { rows: readonly ImportedRow[]; labels: Labels }) {
  return (
    <>
      <ImportErrors rows={rows} />
      <Table
        caption="Lignes du fichier"
        columns={["Ligne", ...importColumns.map(({ heading }) => heading)]}
        rows={rows.map((row) => ({
          key: String(row.line),
          cells: [
            row.line,
            ...importColumns.map(({ field, heading }) => (
              <Cell
                key={field}
                id={cellId(row.line, field)}
                errors={row.errors[heading]}
                text={shown(row, field, labels)}
              />
            )),
          ],
        }))}
      />
    </>
  );
}

function Cell({
  id,
  errors,
  text,
}: {
  id: string;
  errors: readonly string[] | undefined;
  text: ReactNode;
}) {
  if (!errors) return <div className="min-w-24 max-w-64 break-words">{text}</div>;
  return (
    <div
      id={id}
      tabIndex={-1}
      className={
        "relative min-w-48 max-w-64 break-words rounded border-2 border-danger " +
        "bg-danger-soft p-2"
      }
    >
      {text}
      {errors.map((message) => (
        <p key={message} className="font-semibold text-danger">
          <span className="sr-only">Erreur : </span>
          {message}
        </p>
      ))}
    </div>
  );
}

/** Every error by line and column, each with a link to its cell. */
function ImportErrors({ rows }: { rows: readonly ImportedRow[] }) {
  const found = rows.flatMap((row) =>
    importColumns.flatMap(({ field, heading }) =>
      (row.errors[heading] ?? []).map((message) => ({
        id: cellId(row.line, field),
        line: row.line,
        heading,
        message,
      })),
    ),
  );
  if (found.length === 0) return null;
  return (
    <section
      aria-labelledby="import-errors"
      className="mb-8 rounded-lg border-2 border-danger bg-danger-soft p-5"
    >
      <h2 id="import-errors" className="text-lg font-bold text-danger">
        {found.length === 1
          ? "Une cellule est à corriger"
          : `${found.length} points sont à corriger`}
      </h2>
      <ErrorList found={found.slice(0, listed)} />
      {found.length > listed ? (
        <details className="mt-3">
          <summary
            className={
              "inline-flex min-h-11 cursor-pointer items-center font-semibold text-danger " +
              "underline underline-offset-4"
            }
          >
            {found.length - listed === 1
              ? "Voir le dernier"
              : `Voir les ${found.length - listed} suivants`}
          </summary>
          <ErrorList found={found.slice(listed)} />
        </details>
      ) : null}
    </section>
  );
}

interface FoundError {
  /** Of the cell in the table. */
  id: string;
  line: number;
  heading: string;
  message: string;
}

function ErrorList({ found }: { found: readonly FoundError[] }) {
  return (
    <ul className="mt-3 list-disc space-y-1 pl-5">
      {found.map(({ id, line, heading, message }) => (
        <li key={`${id}-${message}`}>
          <a href={`#${id}`} className="break-words text-danger underline underline-offset-4">
            Ligne {line}, {heading} : {message}
          </a>
        </li>
      ))}
    </ul>
  );
}

function shown({ values }: ImportedRow, field: InputName, labels: Labels): string {
  const availability = availabilityOf(values);
  const [first] = monthsOf(availability);
  const { kind, options = {} } = inputs[field];
  switch (kind) {
    case "months":
      return monthsInWords(monthsOf(availability)) || listOf(values.months).join(", ");
    case "slots":
      return first ? halfDaysOf(availability, first).map(halfDayLabel).join(", ") : "";
    case "paragraphs":
      return textOf(values[field]).slice(0, 80);
    default:
      return listOf(values[field])
        .map((value) => labels[value] ?? options[value] ?? value)
        .join(" ; ");
  }
}

import { Card } from "@/components/ui/layout";
import { SubmitButton } from "@/components/ui/submit-button";
import { halfDaysOf, isMonth, monthsOf } from "@/lib/offer/availability/availability";
import { halfDayLabel, monthsInWords } from "@/lib/offer/availability/availability-words";
import { availabilityOf, listOf, textOf } from "@/lib/offer/content/draft-reading";
import { type InputName, inputs } from "@/lib/offer/content/inputs";
import type { OfferVocabulary } from "@/lib/offer/content/kinds";
import { importColumns } from "@/lib/offer/import/columns";
import { cellName, correctedAtOnce, type ImportedRow } from "@/lib/offer/import/schema";
import { shownCells, shownField } from "@/lib/offer/import/shown-cells";
import { agree, counted } from "@/lib/platform/values/french";
import { phoneInWords } from "@/lib/platform/values/phone";
import { CellField } from "./cell-field";

/** Words of ids and INSEE codes. */
type Labels = Readonly<Record<string, string>>;

/** The labels of each list that cells are chosen from. */
type Lists = Readonly<Record<OfferVocabulary, readonly string[]>>;

interface Props {
  rows: readonly ImportedRow[];
  labels: Labels;
  lists: Lists;
}

/** Errors listed above the rows at once; the others open below them. */
const listed = 30;

/** The rows as they were understood: those to correct with their cells, then the complete ones. */
export function ImportPreview({ rows, labels, lists }: Props) {
  const faulty = rows.filter(({ errors }) => Object.keys(errors).length > 0);
  const complete = rows.filter((row) => !faulty.includes(row));
  const shownRows = faulty.slice(0, correctedAtOnce);
  return (
    <>
      <ImportErrors rows={shownRows} />
      {faulty.length > 0 ? (
        <>
          <h2 className="mb-4 text-xl font-bold">Lignes à corriger</h2>
          <ul className="mb-8 space-y-5">
            {shownRows.map((row) => (
              <FaultyRow key={row.line} row={row} labels={labels} lists={lists} />
            ))}
          </ul>
          {faulty.length > shownRows.length ? (
            <p className="mb-8">
              {counted(
                faulty.length - shownRows.length,
                "autre ligne à corriger s’affiche",
                "autres lignes à corriger s’affichent",
              )}{" "}
              quand celles-ci le sont.
            </p>
          ) : null}
        </>
      ) : null}
      {complete.length > 0 ? (
        <section aria-labelledby="complete-rows">
          <h2 id="complete-rows" className="mb-4 text-xl font-bold">
            Lignes complètes
          </h2>
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface px-5">
            {complete.map((row) => (
              <li key={row.line} className="py-2">
                <WholeRow row={row} labels={labels} summary={titleOf(row, labels)} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

/** Cells that are corrected together: one is judged by the other. */
const companions: readonly (readonly InputName[])[] = [
  ["sitePostcode", "siteCommune"],
  ["months", "slots"],
];

function FaultyRow({ row, labels, lists }: { row: ImportedRow; labels: Labels; lists: Lists }) {
  const wrong = importColumns
    .filter(({ heading }) => row.errors[heading])
    .map(({ field }) => field);
  const edited = importColumns.filter(
    ({ field }) =>
      wrong.includes(field) ||
      companions.some((group) => group.includes(field) && group.some((one) => wrong.includes(one))),
  );
  return (
    <Card as="li">
      <h3 className="mb-4 text-lg font-bold break-words">{titleOf(row, labels)}</h3>
      <input
        type="hidden"
        name={shownField}
        value={shownCells(
          edited.map(({ field }) => [cellName(row.line, field), row.cells[field] ?? ""]),
        )}
      />
      {edited.map(({ field, heading, help }) => {
        const { kind, vocabulary } = inputs[field];
        const list = vocabulary && lists[vocabulary];
        return (
          <CellField
            key={field}
            name={cellName(row.line, field)}
            label={heading}
            hint={
              kind === "terms" && list
                ? `${help.split(" de la liste")[0]} : ${list.join(" · ")}.`
                : help
            }
            messages={row.errors[heading] ?? []}
            text={row.cells[field] ?? ""}
            lines={kind === "paragraphs" ? 4 : 1}
            choices={kind === "term" ? list : undefined}
          />
        );
      })}
      <SubmitButton name="intent" value="check" variant="secondary">
        Vérifier la ligne {row.line}
      </SubmitButton>
      <div className="mt-3">
        <WholeRow row={row} labels={labels} summary="Voir toute la ligne" />
      </div>
    </Card>
  );
}

function titleOf(row: ImportedRow, labels: Labels): string {
  const name = textOf(row.values.title) || shown(row, "themeIds", labels);
  return `Ligne ${row.line}${name ? ` : ${name}` : ""}`;
}

/** Each cell as it was understood. */
function WholeRow({ row, labels, summary }: { row: ImportedRow; labels: Labels; summary: string }) {
  return (
    <details>
      <summary
        className={
          "inline-flex min-h-11 cursor-pointer items-center font-semibold text-accent underline " +
          "underline-offset-4 wrap-anywhere"
        }
      >
        {summary}
      </summary>
      <dl className="mb-3 grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        {importColumns.map(({ field, heading }) => (
          <div key={field} className="min-w-0">
            <dt className="text-sm text-muted">{heading}</dt>
            <dd className="wrap-anywhere">{shown(row, field, labels) || "Rien"}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Every error by line and column, each with a link to its cell. */
function ImportErrors({ rows }: { rows: readonly ImportedRow[] }) {
  const found = rows.flatMap((row) =>
    importColumns.flatMap(({ field, heading }) =>
      (row.errors[heading] ?? []).map((message) => ({
        id: cellName(row.line, field),
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
        {agree(
          found.length,
          "Une cellule est à corriger",
          `${found.length} points sont à corriger`,
        )}
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
            {agree(
              found.length - listed,
              "Voir le dernier",
              `Voir les ${found.length - listed} suivants`,
            )}
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
            Ligne {line}, {heading} : {message}
          </a>
        </li>
      ))}
    </ul>
  );
}

function shown({ values, cells }: ImportedRow, field: InputName, labels: Labels): string {
  const availability = availabilityOf(values);
  const [first] = monthsOf(availability);
  const { kind, options = {} } = inputs[field];
  switch (kind) {
    case "months":
      return monthsInWords(listOf(values.months).map(Number).filter(isMonth));
    case "slots":
      return first
        ? halfDaysOf(availability, first).map(halfDayLabel).join(", ")
        : (cells.slots ?? "");
    case "phone":
      return phoneInWords(textOf(values[field]));
    case "paragraphs":
      return textOf(values[field]).slice(0, 80);
    default:
      return listOf(values[field])
        .map((value) => labels[value] ?? options[value] ?? value)
        .join(" ; ");
  }
}

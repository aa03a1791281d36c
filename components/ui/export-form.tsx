import { Button } from "./button";
import { CheckBox } from "./check-box";

interface Props {
  /** Where the file is made. */
  action: string;
  /** What the list is filtered by, as the address says it. */
  filter: Readonly<Record<string, string>>;
  columns: readonly { key: string; heading: string }[];
}

/**
 * Saves the list one sees, with its filters and the columns one wants. A plain form: it needs no
 * script.
 */
export function ExportForm({ action, filter, columns }: Props) {
  return (
    <details className="rounded-lg border border-line bg-surface px-5 py-1">
      <summary className="min-h-11 py-2.5 font-semibold text-accent">Exporter cette liste…</summary>
      <form action={action} className="pb-4">
        {Object.entries(filter).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        <fieldset>
          <legend className="mb-1 font-semibold">Colonnes</legend>
          <div className="grid gap-x-4 sm:grid-cols-2 lg:grid-cols-4">
            {columns.map(({ key, heading }) => (
              <CheckBox key={key} name="colonnes" value={key} label={heading} defaultChecked />
            ))}
          </div>
        </fieldset>
        <div className="mt-3 flex flex-wrap gap-3">
          <Button name="format" value="xlsx">
            Classeur (xlsx)
          </Button>
          <Button name="format" value="csv" variant="secondary">
            Texte (csv)
          </Button>
        </div>
      </form>
    </details>
  );
}

import { Button } from "@/components/ui/button";

/** Adds an offer to the address of a selection: all there is without scripts. */
export function AddByReference({
  references,
  unread,
}: {
  references: readonly string[];
  /** What was typed and is no reference. */
  unread: readonly string[];
}) {
  const isWrong = unread.length > 0;
  return (
    <form className="mt-10 flex flex-wrap items-end gap-3 print:hidden">
      {references.map((reference) => (
        <input key={reference} type="hidden" name="o" value={reference} />
      ))}
      <div className="min-w-0">
        <label htmlFor="reference" className="mb-1 block font-semibold">
          Ajouter une offre par sa référence
        </label>
        <input
          id="reference"
          name="o"
          autoComplete="off"
          spellCheck={false}
          defaultValue={unread.join(", ")}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? "reference-error" : "reference-hint"}
          className={
            "min-h-12 w-full max-w-64 rounded border border-control bg-surface px-3 " +
            "aria-invalid:border-2 aria-invalid:border-danger"
          }
        />
        {isWrong ? (
          <p id="reference-error" className="mt-1 font-semibold text-danger">
            Une référence a huit lettres et chiffres, comme 7K3M-9QXD.
          </p>
        ) : (
          <p id="reference-hint" className="mt-1 text-sm text-muted">
            Par exemple 7K3M-9QXD.
          </p>
        )}
      </div>
      <Button variant="secondary" className="mb-6">
        Ajouter
      </Button>
    </form>
  );
}

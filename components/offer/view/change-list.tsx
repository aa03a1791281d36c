import type { ChangeInWords } from "@/lib/offer/content/change-words";
import { contentPartLabels } from "@/lib/offer/content/labels";

/** Before → after, field by field: on the check page and in the history. */
export function ChangeList({ changes }: { changes: readonly ChangeInWords[] }) {
  return (
    <dl className="mt-2 space-y-3">
      {changes.map(({ part, before, after }) => (
        <div key={part} className="border-l-2 border-control pl-3">
          <dt className="font-semibold">{contentPartLabels[part]}</dt>
          <Side label="Avant" lines={before} className="text-muted" />
          <Side label="Après" lines={after} className="" />
        </div>
      ))}
    </dl>
  );
}

function Side({ label, lines, className }: { label: string; lines: string[]; className: string }) {
  return (
    <dd className={`grid gap-x-3 break-words sm:grid-cols-[4rem_minmax(0,1fr)] ${className}`}>
      <span className="text-sm font-semibold">{label}</span>
      <span className="min-w-0">
        {lines.length === 0 ? <i>Rien</i> : null}
        {lines.map((line, index) => (
          <span key={index} className="block">
            {line}
          </span>
        ))}
      </span>
    </dd>
  );
}

import { Day } from "@/components/ui/day";
import { Card, Section } from "@/components/ui/layout";
import type { HistoryEntry } from "@/lib/offer/lifecycle/history";
import { historyLabels } from "@/lib/offer/lifecycle/labels";
import { agree } from "@/lib/platform/values/french";
import { ChangeList } from "./change-list";
import { RemarkList } from "./remark-list";

/** What happened to an offer, newest first: who, when, what changed, and the agency's words. */
export function OfferHistory({ entries }: { entries: readonly HistoryEntry[] }) {
  return (
    <Card className="mb-8">
      <Section title="Historique" id="historique">
        <ol className="space-y-5">
          {entries.map((entry, index) => (
            <li key={`${entry.at.toISOString()} ${entry.deed} ${index}`}>
              <p>
                <span className="font-semibold">
                  {historyLabels[entry.deed]}
                  {entry.detail
                    ? ` ${entry.deed === "renewalAnswered" ? ": " : ""}${entry.detail}`
                    : ""}
                </span>
                <span className="text-muted">
                  {" "}
                  · <Day date={entry.at} /> · {whoOf(entry)}
                </span>
              </p>
              {entry.reason ? (
                <p className="mt-1 whitespace-pre-line rounded bg-warning-soft p-3">
                  {entry.reason}
                </p>
              ) : null}
              <RemarkList remarks={entry.remarks} />
              {entry.changes.length > 0 ? <Changes entry={entry} /> : null}
            </li>
          ))}
        </ol>
      </Section>
    </Card>
  );
}

function whoOf({ who }: HistoryEntry): string {
  if (!who) return "par le portail";
  return who.kind === "agency" ? "par l’agence" : `par ${who.name}`;
}

function Changes({ entry }: { entry: HistoryEntry }) {
  const { changes } = entry;
  return (
    <details className="mt-1">
      <summary
        className={
          "inline-flex min-h-11 cursor-pointer items-center gap-1 text-accent underline " +
          "underline-offset-4"
        }
      >
        {agree(changes.length, "Voir le changement", `Voir les ${changes.length} changements`)}
      </summary>
      <ChangeList changes={changes} />
    </details>
  );
}

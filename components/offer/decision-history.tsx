import { Day } from "@/components/ui/day";
import { Card, Section } from "@/components/ui/layout";
import { RemarkList } from "./remark-list";
import { decisionLabels } from "@/lib/offer/labels";
import type { OfferDetailDto } from "@/lib/offer/queries/offer-detail";

/** What was submitted when, and what became of it. */
export function DecisionHistory({ history }: { history: OfferDetailDto["history"] }) {
  return (
    <Card className="mb-8">
      <Section title="Historique" id="historique">
        <ol className="space-y-3">
          {history.map((entry) => (
            <li key={entry.number}>
              <span className="font-semibold">Version {entry.number}</span>, soumise le <Day date={entry.submittedAt} /> :{" "}
              {entry.minor ? "appliquée sans validation" : decisionLabels[entry.decision]}
              {entry.decidedAt && !entry.minor ? (
                <>
                  {" "}
                  le <Day date={entry.decidedAt} />
                </>
              ) : null}
              {entry.reason ? <p className="mt-1 whitespace-pre-line text-muted">{entry.reason}</p> : null}
              <RemarkList remarks={entry.comments} />
            </li>
          ))}
        </ol>
      </Section>
    </Card>
  );
}

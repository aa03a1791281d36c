import { DoneToast } from "@/components/ui/done-toast";
import { deedWords } from "@/lib/moderation/labels";
import { standingsDecided, undoable } from "@/lib/moderation/queries/offer-moderation";
import { type QueueFilter, queueQuery } from "@/lib/moderation/schema";
import { undoSeconds } from "@/lib/offer/undo";
import type { Viewer } from "@/lib/platform/policy";
import { UndoButton } from "./undo-button";

interface Props {
  viewer: Viewer;
  /** `?fait=` and `?lot=` of the address. */
  query: { fait?: string | string[]; lot?: string | string[] };
  filter: QueueFilter;
  /** Words of other deeds that lead to the page. */
  more?: Readonly<Record<string, string>>;
}

/** What was just done, and the way back while there is one. */
export async function DecisionToast({ viewer, query, filter, more = {} }: Props) {
  const batchId = typeof query.lot === "string" ? query.lot : "";
  const [open, standings] = batchId
    ? await Promise.all([undoable(viewer, batchId), standingsDecided(viewer, batchId)])
    : [null, []];
  return (
    <DoneToast code={query.fait} words={{ ...deedWords, ...more }}>
      {standings.map((sentence) => (
        <p key={sentence} className="text-ink">
          {sentence}
        </p>
      ))}
      {open ? (
        <>
          <p className="text-ink">
            {open.structures > 1
              ? `Les ${open.structures} structures seront prévenues`
              : "La structure sera prévenue"}{" "}
            dans {undoSeconds} secondes.
          </p>
          <UndoButton batchId={batchId} query={queueQuery(filter)} />
        </>
      ) : null}
    </DoneToast>
  );
}

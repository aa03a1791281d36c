import { ConfirmationToast } from "@/components/ui/confirmation-toast";
import { undoable, visibilitiesDecided } from "@/lib/agency/moderation/queries/offer-moderation";
import { type QueueFilter, queueQuery } from "@/lib/agency/moderation/schema";
import { undoSeconds } from "@/lib/offer/lifecycle/undo";
import type { Viewer } from "@/lib/platform/access/policy";
import { agree } from "@/lib/platform/values/french";
import { UndoButton } from "./undo-button";

interface Props {
  viewer: Viewer;
  /** Of the address; `?lot=` names the decisions that can still be taken back. */
  query: Readonly<Record<string, string | string[] | undefined>>;
  filter: QueueFilter;
}

/** What was just done, and the way back while there is one. */
export async function DecisionToast({ viewer, query, filter }: Props) {
  const batchId = typeof query.lot === "string" ? query.lot : "";
  const [open, standings] = batchId
    ? await Promise.all([undoable(viewer, batchId), visibilitiesDecided(viewer, batchId)])
    : [null, []];
  return (
    <ConfirmationToast query={query}>
      {standings.map((sentence) => (
        <p key={sentence} className="text-ink">
          {sentence}
        </p>
      ))}
      {open ? (
        <>
          <p className="text-ink">
            {agree(
              open.structures,
              "La structure sera prévenue",
              `Les ${open.structures} structures seront prévenues`,
            )}{" "}
            dans {undoSeconds} secondes.
          </p>
          <UndoButton batchId={batchId} query={queueQuery(filter)} />
        </>
      ) : null}
    </ConfirmationToast>
  );
}

import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/notice";
import { elapsedLabel } from "@/lib/offer/availability/availability-words";
import { publicationInWords, validationLabels } from "@/lib/offer/lifecycle/labels";
import type { Publication, Validation } from "@/lib/offer/lifecycle/rules";
import type { Visibility } from "@/lib/offer/lifecycle/visibility";

const validationTones: Record<Validation, Tone | "neutral"> = {
  draft: "neutral",
  pending: "warning",
  approved: "success",
  changesRequested: "danger",
  refused: "danger",
};

const publicationTones: Record<Publication, Tone | "neutral"> = {
  unpublished: "neutral",
  onApproval: "info",
  published: "success",
};

interface Props {
  validation: Validation;
  publication: Publication;
  visibility: Visibility;
  archived?: boolean;
  elapsed?: boolean;
}

const suspended: readonly Visibility[] = [
  "offerSuspended",
  "accountSuspended",
  "structureSuspended",
  "typeSuspended",
];

/** The two axes of an offer, each in words, and what keeps a published one from being found. */
export function StateBadges({
  validation,
  publication,
  visibility,
  archived = false,
  elapsed = false,
}: Props) {
  return (
    <span className="flex flex-wrap gap-2">
      <Badge tone={validationTones[validation]}>{validationLabels[validation]}</Badge>
      <Badge
        tone={
          archived ? "neutral" : visibility === "paused" ? "warning" : publicationTones[publication]
        }
      >
        {publicationInWords({ publication, visibility, archived })}
      </Badge>
      {suspended.includes(visibility) ? <Badge tone="danger">Suspendue</Badge> : null}
      {visibility === "addressToConfirm" ? <Badge tone="warning">Adresse à confirmer</Badge> : null}
      {elapsed && publication === "published" ? <Badge tone="warning">{elapsedLabel}</Badge> : null}
    </span>
  );
}

import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/notice";
import { publicationLabels, validationLabels } from "@/lib/offer/labels";
import type { Publication, Validation } from "@/lib/offer/rules";

const validationTones: Record<Validation, Tone | "neutral"> = {
  draft: "neutral",
  pending: "warning",
  approved: "success",
  changesRequested: "danger",
  refused: "danger",
};

const publicationTones: Record<Publication, Tone | "neutral"> = { unpublished: "neutral", onApproval: "info", published: "success" };

/** The two axes of an offer, each in words. */
export function StateBadges({ validation, publication }: { validation: Validation; publication: Publication }) {
  return (
    <span className="flex flex-wrap gap-2">
      <Badge tone={validationTones[validation]}>{validationLabels[validation]}</Badge>
      <Badge tone={publicationTones[publication]}>{publicationLabels[publication]}</Badge>
    </span>
  );
}

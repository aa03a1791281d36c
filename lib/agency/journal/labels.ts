import { templateDecisionLabels } from "@/lib/agency/moderation/labels";
import { campaignLabel } from "@/lib/reference/campaign/campaign-year";
import { agencyTexts, isTextCode } from "@/lib/reference/text/texts";

/**
 * What an entry itself says of its object, where no row does: there never was one, or it is gone.
 * Empty where it says nothing.
 * @param detail as the entry's command wrote it
 */
export function keptLabel(
  kind: string,
  { year, code, decision, name, term, reference }: Record<string, unknown>,
): string {
  switch (kind) {
    case "campaign":
      return typeof year === "number" ? campaignLabel(year) : "";
    case "text":
      return isTextCode(code) ? agencyTexts[code].label : "";
    case "template":
      if (typeof name === "string") return name;
      return decision === "refused" || decision === "changesRequested"
        ? templateDecisionLabels[decision]
        : "";
    case "synonyms":
      return typeof term === "string" ? term : "";
    case "offer":
      return typeof reference === "string" ? reference : "";
    default:
      return "";
  }
}

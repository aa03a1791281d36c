import { Notice } from "@/components/ui/notice";
import { campaignLabel } from "@/lib/reference/campaign/campaign-year";
import { depositInWords } from "@/lib/reference/campaign/labels";
import { depositOf } from "@/lib/reference/campaign/queries";

/** Tells a structure that the deposit is not open, or not for long; nothing on every other day. */
export async function DepositNotice({ campaign }: { campaign: number }) {
  const deposit = await depositOf(campaign);
  if (deposit.state === "open") return null;
  return (
    <Notice
      tone={deposit.state === "closing" ? "info" : "warning"}
      title={`Campagne ${campaignLabel(campaign)} : ${depositInWords(deposit.state, deposit)}`}
    >
      {deposit.state === "closing"
        ? null
        : "Vous pouvez préparer un brouillon : tout ce que vous tapez est gardé. Les " +
          "offres déjà soumises se corrigent toujours."}
    </Notice>
  );
}

import { Day } from "@/components/ui/day";
import { Notice } from "@/components/ui/notice";
import { suspensionTitles } from "@/lib/offer/suspended/labels";
import type { SuspensionInForceDto } from "@/lib/offer/suspended/queries";

/** What the agency said when it suspended something, to those it concerns. */
export function SuspensionNotice({ hold }: { hold: SuspensionInForceDto }) {
  return (
    <Notice tone="warning" title={suspensionTitles[hold.thing]}>
      <p className="whitespace-pre-line wrap-anywhere">{hold.message}</p>
      <p className="mt-2 text-sm">
        Depuis le <Day date={hold.since} />.{" "}
        {hold.thing === "offer"
          ? "Vous pouvez corriger l’offre ; l’agence lève ensuite la suspension."
          : "Vous pouvez lire vos offres et vos informations, sans les modifier."}
      </p>
    </Notice>
  );
}

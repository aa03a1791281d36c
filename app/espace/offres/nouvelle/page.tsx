import type { Metadata } from "next";
import { DepositFrame } from "@/components/offer/deposit/deposit-frame";
import { InformationForm } from "@/components/offer/deposit/information-form";
import { DepositNotice } from "@/components/reference/campaign/deposit-notice";
import { ConfirmationToast } from "@/components/ui/confirmation-toast";
import { pageViewer } from "@/lib/platform/access/session";
import { now } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import type { SearchParams } from "@/lib/platform/values/search-params";
import { campaignFor } from "@/lib/reference/campaign/campaign-year";
import { choicesOf } from "@/lib/reference/vocabulary/queries";

export const metadata: Metadata = {
  title: "Créer une offre, étape 1 sur 3 : informations générales",
};

export default async function NewOfferPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await pageViewer("offer:deposit");
  const [themes, audiences, query] = await Promise.all([
    choicesOf("theme"),
    choicesOf("audience"),
    searchParams,
  ]);
  const campaign = campaignFor(now());
  return (
    <>
      <ConfirmationToast query={query} />
      <DepositNotice campaign={campaign} />
      <DepositFrame step={1} title="Créer une offre" campaign={campaign}>
        <InformationForm
          offerId={newId()}
          values={{}}
          owner={viewer.accountId}
          fresh
          themes={themes}
          audiences={audiences}
          intent="next"
        />
      </DepositFrame>
    </>
  );
}

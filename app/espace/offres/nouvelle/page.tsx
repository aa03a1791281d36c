import type { Metadata } from "next";
import { DepositNotice } from "@/components/campaign/deposit-notice";
import { DepositFrame } from "@/components/offer/deposit-frame";
import { InformationForm } from "@/components/offer/information-form";
import { ConfirmationToast } from "@/components/shell/confirmation-toast";
import { campaignFor } from "@/lib/offer/campaign";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import type { SearchParams } from "@/lib/platform/search-params";
import { pageViewer } from "@/lib/platform/session";
import { choicesOf } from "@/lib/vocabulary/queries";

export const metadata: Metadata = {
  title: "Créer une offre, étape 1 sur 3 : informations générales",
};

export default async function NewOfferPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await pageViewer("offer:deposit", "/espace/offres/nouvelle");
  const [themes, audiences, query] = await Promise.all([
    choicesOf("theme"),
    choicesOf("audience"),
    searchParams,
  ]);
  return (
    <>
      <ConfirmationToast query={query} />
      <DepositNotice campaign={campaignFor(now())} />
      <DepositFrame step={1} title="Créer une offre">
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

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NobodyNotifiedNotice } from "@/components/agency/preferences/nobody-notified-notice";
import { DepositFrame } from "@/components/offer/deposit/deposit-frame";
import { PlannedChanges } from "@/components/offer/deposit/planned-changes";
import { SubmitOfferForm } from "@/components/offer/deposit/submit-offer-form";
import { OfferSections } from "@/components/offer/view/offer-sections";
import { DepositNotice } from "@/components/reference/campaign/deposit-notice";
import { ButtonLink } from "@/components/ui/button";
import { ConfirmationToast } from "@/components/ui/confirmation-toast";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { isCampaignOver, isElapsed } from "@/lib/offer/availability/elapsed";
import { checkedOffer } from "@/lib/offer/draft/queries/checked-offer";
import { pageViewer } from "@/lib/platform/access/session";
import { now } from "@/lib/platform/values/clock";
import type { SearchParams } from "@/lib/platform/values/search-params";

export const metadata: Metadata = { title: "Offre, étape 3 sur 3 : vérification" };

const pageTitles = {
  informations: "Informations générales",
  terrain: "Terrain d’action et documents",
} as const;

export default async function OfferCheckPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const viewer = await pageViewer("offer:edit");
  const checked = await checkedOffer(viewer, id);
  if (!checked) notFound();
  const [incomplete] = checked.incomplete;
  const modify = (page: keyof typeof pageTitles) => (
    <Link
      href={`/espace/offres/${id}/${page}?retour=verification`}
      className={
        "inline-flex min-h-11 items-center font-semibold text-accent underline " +
        "underline-offset-4"
      }
    >
      Modifier<span className="sr-only"> : {pageTitles[page].toLowerCase()}</span>
    </Link>
  );
  return (
    <DepositFrame
      step={3}
      title="Vérifiez votre offre"
      campaign={checked.campaign}
      offerId={id}
      draft={checked.draft}
    >
      <ConfirmationToast query={query} />
      {checked.incomplete.length > 0 ? (
        <Notice tone="danger" title="Il manque des informations pour soumettre l’offre">
          <ul className="list-disc pl-5">
            {checked.incomplete.map((page) => (
              <li key={page}>
                <Link
                  href={`/espace/offres/${id}/${page}?verifier=1`}
                  className="underline underline-offset-4"
                >
                  Compléter : {pageTitles[page].toLowerCase()}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {checked.isFirstSubmission ? <DepositNotice campaign={checked.campaign} /> : null}
      <NobodyNotifiedNotice viewer={viewer} />
      {checked.changes ? <PlannedChanges changes={checked.changes} /> : null}
      {isElapsed(checked.preview.availability, checked.campaign, now()) ? (
        <Notice tone="warning" title="Tous les mois choisis sont passés">
          <p>
            Aucun étudiant ne pourra venir :{" "}
            {isCampaignOver(checked.campaign, now())
              ? "cette année universitaire est finie. Dupliquez l’offre depuis vos offres, par " +
                "« Plus d’actions » : la copie est de l’année en cours."
              : "ajoutez des mois à venir avant de soumettre."}
          </p>
        </Notice>
      ) : null}
      <OfferSections
        offer={checked.preview}
        actions={{ information: modify("informations"), site: modify("terrain") }}
      />
      {incomplete === undefined ? (
        <SubmitOfferForm
          waitsForAddress={viewer.kind === "offeror" && !viewer.addressConfirmed}
          offerId={id}
          version={checked.version}
          asksPublication={!checked.hasApproved}
          ticked={checked.publication !== "unpublished" || checked.isFirstSubmission}
        />
      ) : (
        <ButtonLink href={`/espace/offres/${id}/${incomplete}?verifier=1`}>
          Compléter l’offre
        </ButtonLink>
      )}
    </DepositFrame>
  );
}

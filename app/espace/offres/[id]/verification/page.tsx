import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { DepositFrame } from "@/components/offer/deposit-frame";
import { OfferSections } from "@/components/offer/offer-sections";
import { SubmitOfferForm } from "@/components/offer/submit-offer-form";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { contentPartLabels } from "@/lib/offer/labels";
import { checkedOffer } from "@/lib/offer/queries/checked-offer";
import { pageViewer } from "@/lib/platform/session";

export const metadata: Metadata = { title: "Offre, étape 3 sur 3 : vérification" };

const pageTitles = { informations: "Informations générales", terrain: "Terrain d’action et documents" } as const;

export default async function OfferCheckPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await pageViewer("offer:edit", `/espace/offres/${id}/verification`);
  const checked = await checkedOffer(viewer, id);
  if (!checked) notFound();
  const modify = (page: keyof typeof pageTitles) => (
    <Link href={`/espace/offres/${id}/${page}?retour=verification`} className="inline-flex min-h-11 items-center font-semibold text-accent underline underline-offset-4">
      Modifier<span className="sr-only"> : {pageTitles[page].toLowerCase()}</span>
    </Link>
  );
  return (
    <DepositFrame step={3} title="Vérifiez votre offre" offerId={id} draft={checked.draft}>
      {checked.incomplete.length > 0 ? (
        <Notice tone="danger" title="Il manque des informations pour soumettre l’offre">
          <ul className="list-disc pl-5">
            {checked.incomplete.map((page) => (
              <li key={page}>
                <Link href={`/espace/offres/${id}/${page}?verifier=1`} className="underline underline-offset-4">
                  Compléter : {pageTitles[page].toLowerCase()}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {checked.changes ? <Changes changes={checked.changes} /> : null}
      <OfferSections offer={checked.preview} actions={{ information: modify("informations"), site: modify("terrain") }} />
      {checked.incomplete.length === 0 ? (
        <SubmitOfferForm offerId={id} version={checked.version} asksPublication={!checked.hasApproved} ticked={checked.publication !== "unpublished" || checked.isFirstSubmission} />
      ) : (
        <ButtonLink href={`/espace/offres/${id}/${checked.incomplete[0]}?verifier=1`}>Compléter l’offre</ButtonLink>
      )}
    </DepositFrame>
  );
}

/** Says before anything is saved which changes wait for the ARS and which do not. */
function Changes({ changes }: { changes: { part: keyof typeof contentPartLabels; needsValidation: boolean }[] }) {
  const waiting = changes.filter((change) => change.needsValidation);
  const direct = changes.filter((change) => !change.needsValidation);
  if (changes.length === 0) return <Notice tone="info" title="Rien n’a changé par rapport à la version validée." />;
  const names = (list: typeof changes) => list.map(({ part }) => contentPartLabels[part].toLowerCase()).join(", ");
  return (
    <Notice tone={waiting.length > 0 ? "warning" : "info"} title={waiting.length > 0 ? "Des changements attendront une validation" : "Ces changements s’appliqueront tout de suite"}>
      {waiting.length > 0 ? <p>À valider par l’agence : {names(waiting)}. La version validée reste visible en attendant.</p> : null}
      {direct.length > 0 ? <p>{waiting.length > 0 ? "Sans validation, mais avec eux" : "Sans validation"} : {names(direct)}.</p> : null}
    </Notice>
  );
}

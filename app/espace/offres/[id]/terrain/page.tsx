import { notFound } from "next/navigation";
import { CorrectionNotice } from "@/components/offer/deposit/correction-notice";
import { DepositFrame } from "@/components/offer/deposit/deposit-frame";
import { SiteForm } from "@/components/offer/deposit/site-form";
import { ConfirmationToast } from "@/components/ui/confirmation-toast";
import { Notice } from "@/components/ui/notice";
import { textOf } from "@/lib/offer/content/draft-reading";
import { documentRefusalLabels } from "@/lib/offer/documents/labels";
import { contestedSite } from "@/lib/offer/draft/contested-site";
import { draftConflict } from "@/lib/offer/draft/queries/draft-conflict";
import { offerForm, siteDefaults } from "@/lib/offer/draft/queries/offer-form";
import { siteErrors } from "@/lib/offer/draft/queries/site-errors";
import { savedPlaces } from "@/lib/offer/places/queries";
import { pageViewer } from "@/lib/platform/access/session";
import { judgedTitle } from "@/lib/platform/values/page-title";
import { phoneInWords } from "@/lib/platform/values/phone";
import type { SearchParams } from "@/lib/platform/values/search-params";
import { siteNames, withAddress } from "@/lib/reference/commune/queries/addresses";
import { choicesOf } from "@/lib/reference/vocabulary/queries";

export const generateMetadata = judgedTitle("Offre, étape 2 sur 3 : terrain d’action et documents");

export default async function OfferSitePage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const viewer = await pageViewer("offer:edit");
  const [form, own, saved] = await Promise.all([
    offerForm(viewer, id),
    siteDefaults(viewer),
    savedPlaces(viewer),
  ]);
  if (!form || !own) notFound();
  const contested = query.conflit || query.reprise ? await contestedSite(id) : null;
  const values = await withAddress(
    {
      siteName: own.name,
      siteStreet: own.street,
      sitePostcode: own.postcode,
      siteCommune: own.communeName,
      ...form.draft.values,
      referentPhone: phoneInWords(textOf(form.draft.values.referentPhone)),
      ...contested,
    },
    siteNames,
  );
  return (
    <DepositFrame
      step={2}
      title={form.validation === "draft" ? "Créer une offre" : "Modifier l’offre"}
      offerId={form.id}
      campaign={form.campaign}
      draft={form.draft}
    >
      <ConfirmationToast query={query} />
      <CorrectionNotice reason={form.reason} />
      {contested && query.reprise ? (
        <Notice tone="info" title="Votre saisie vous attendait">
          Elle n’est pas encore enregistrée : relisez, choisissez de nouveau vos documents s’il y en
          a, et continuez.
        </Notice>
      ) : null}
      <SiteForm
        offerId={form.id}
        values={values}
        remarks={form.remarks}
        errors={(query.verifier ? await siteErrors(form.draft.values) : null) ?? undefined}
        draft={form.draft.values}
        owner={viewer.accountId}
        conflict={
          contested && query.conflit ? await draftConflict(viewer, id, "terrain", contested) : null
        }
        siteTypes={await choicesOf("siteType", [
          contested?.siteTypeId ?? textOf(form.draft.values.siteTypeId),
        ])}
        documents={form.documents}
        refusals={refusalsOf(query.refus)}
        saved={saved}
        administrator={{
          referentName: `${own.firstName} ${own.lastName}`,
          referentFunction: own.function,
          referentPhone: phoneInWords(own.phone),
          referentEmail: own.email,
        }}
      />
    </DepositFrame>
  );
}

function refusalsOf(codes: string | string[] | undefined): string[] {
  const labels: Readonly<Record<string, string>> = documentRefusalLabels;
  return String(codes ?? "")
    .split(",")
    .flatMap((code) => (Object.hasOwn(labels, code) ? [labels[code] ?? ""] : []));
}

import { notFound } from "next/navigation";
import { CorrectionNotice } from "@/components/offer/deposit/correction-notice";
import { DepositFrame } from "@/components/offer/deposit/deposit-frame";
import { InformationForm } from "@/components/offer/deposit/information-form";
import { ConfirmationToast } from "@/components/ui/confirmation-toast";
import { listOf } from "@/lib/offer/content/draft-reading";
import { offerInformationSchema } from "@/lib/offer/content/schema";
import { offerForm } from "@/lib/offer/draft/queries/offer-form";
import { pageViewer } from "@/lib/platform/access/session";
import { fieldErrorsOf } from "@/lib/platform/values/field-errors";
import { judgedTitle } from "@/lib/platform/values/page-title";
import type { SearchParams } from "@/lib/platform/values/search-params";
import { choicesOf } from "@/lib/reference/vocabulary/queries";

export const generateMetadata = judgedTitle(
  "Modifier une offre, étape 1 sur 3 : informations générales",
);

export default async function OfferInformationPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const viewer = await pageViewer("offer:edit");
  const form = await offerForm(viewer, id);
  if (!form) notFound();
  const { themeIds, audienceIds } = form.draft.values;
  const [themes, audiences] = await Promise.all([
    choicesOf("theme", listOf(themeIds)),
    choicesOf("audience", listOf(audienceIds)),
  ]);
  const judged = query.verifier ? offerInformationSchema.safeParse(form.draft.values) : null;
  return (
    <DepositFrame
      step={1}
      title={form.validation === "draft" ? "Créer une offre" : "Modifier l’offre"}
      campaign={form.campaign}
      offerId={form.id}
      draft={form.draft}
    >
      <ConfirmationToast query={query} />
      <CorrectionNotice reason={form.reason} />
      <InformationForm
        offerId={form.id}
        values={form.draft.values}
        remarks={form.remarks}
        errors={judged && !judged.success ? fieldErrorsOf(judged.error) : undefined}
        owner={viewer.accountId}
        themes={themes}
        audiences={audiences}
        intent={query.retour === "verification" ? "check" : "next"}
      />
    </DepositFrame>
  );
}

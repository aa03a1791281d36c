import type { Metadata } from "next";
import { StopDigestForm } from "@/components/agency/preferences/moderator-forms";
import { ButtonLink } from "@/components/ui/button";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { digestChoice } from "@/lib/agency/preferences/queries/digest";

export const metadata: Metadata = {
  title: "Mes avis",
  referrer: "same-origin",
  robots: { index: false },
};

export default async function StopDigestPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const choice = await digestChoice(token);
  return (
    <Page narrow>
      <PageTitle>Mes avis</PageTitle>
      <Card>
        {!choice ? (
          <>
            <p className="mb-6">Ce lien n’est pas valable.</p>
            <ButtonLink href="/admin">Aller à la modération</ButtonLink>
          </>
        ) : choice.getsDigest ? (
          <>
            <p className="mb-6">Ces mails disent quelles offres attendent une décision.</p>
            <StopDigestForm token={token} />
          </>
        ) : (
          <>
            <p className="mb-6" role="status">
              Vous ne recevez plus de mails sur les offres qui attendent. La page « Mes avis » de la
              modération permet de les reprendre.
            </p>
            <ButtonLink href="/admin/preferences">Aller à Mes avis</ButtonLink>
          </>
        )}
      </Card>
    </Page>
  );
}

import type { Metadata } from "next";
import { StopRemindersForm } from "@/components/offer/reminder/stop-form";
import { ButtonLink } from "@/components/ui/button";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { reminderChoice } from "@/lib/offer/reminder/queries";

export const metadata: Metadata = {
  title: "Mes rappels",
  referrer: "same-origin",
  robots: { index: false },
};

export default async function StopRemindersPage({
  params,
}: {
  params: Promise<{ token: string }>;
}) {
  const { token } = await params;
  const choice = await reminderChoice(token);
  return (
    <Page narrow>
      <PageTitle>Mes rappels</PageTitle>
      <Card>
        {!choice ? (
          <>
            <p className="mb-6">Ce lien n’est pas valable.</p>
            <ButtonLink href="/espace">Aller à mon espace</ButtonLink>
          </>
        ) : choice.wantsReminders ? (
          <>
            <p className="mb-6">
              Les rappels disent ce qui attend : une correction, une offre à publier, un
              renouvellement. Les décisions de l’agence, elles, vous seront toujours envoyées.
            </p>
            <StopRemindersForm token={token} />
          </>
        ) : (
          <>
            <p className="mb-6" role="status">
              Vous ne recevez plus de rappels. Les décisions de l’agence vous sont toujours
              envoyées.
            </p>
            <ButtonLink href="/espace">Aller à mon espace</ButtonLink>
          </>
        )}
      </Card>
    </Page>
  );
}

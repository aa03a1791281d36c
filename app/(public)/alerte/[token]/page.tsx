import type { Metadata } from "next";
import { ConfirmAlertForm, EndAlertForm } from "@/components/catalogue/alert/alert-forms";
import { ButtonLink } from "@/components/ui/button";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { alertOfLink } from "@/lib/catalogue/alert/queries";
import { confirmationIn, confirmations } from "@/lib/platform/form/confirmations";
import type { SearchParams } from "@/lib/platform/values/search-params";

export const metadata: Metadata = {
  title: "Mon alerte",
  referrer: "same-origin",
  robots: { index: false },
};

/** Nothing happens by opening it: programs that look into mails follow links too. */
export default async function OwnAlertPage({
  params,
  searchParams,
}: {
  params: Promise<{ token: string }>;
  searchParams: SearchParams;
}) {
  const [{ token }, query] = await Promise.all([params, searchParams]);
  const alert = await alertOfLink(token);
  return (
    <Page narrow>
      <PageTitle lead={alert?.words}>Mon alerte</PageTitle>
      <Card>
        {!alert ? (
          <>
            <p className="mb-6" role="status">
              {confirmationIn(query) === "terminee"
                ? confirmations.terminee
                : "Cette alerte n’existe plus, ou ce lien n’est pas valable."}
            </p>
            <ButtonLink href="/offres">Voir les offres</ButtonLink>
          </>
        ) : alert.confirmed ? (
          <>
            <p className="mb-6" role="status">
              Vous recevez les nouvelles offres de cette recherche, au plus une fois par jour.
            </p>
            <p className="mb-6">
              <ButtonLink href={alert.href}>Voir les offres</ButtonLink>
            </p>
            <EndAlertForm token={token} />
          </>
        ) : (
          <>
            <p className="mb-6">
              Confirmez pour recevoir les nouvelles offres de cette recherche, au plus une fois par
              jour.
            </p>
            <ConfirmAlertForm token={token} />
          </>
        )}
      </Card>
    </Page>
  );
}

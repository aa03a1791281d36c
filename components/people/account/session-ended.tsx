import { Card, Main, Page, PageTitle } from "@/components/ui/layout";
import type { SentForm } from "@/lib/platform/form/action-result";
import { SignInAgain } from "./sign-in-again";

/**
 * Stands in place of a page whose form was sent, without scripts, by someone whose session had
 * ended.
 */
export function SessionEnded({ sent }: { sent: SentForm }) {
  return (
    <Main>
      <Page narrow>
        <PageTitle
          lead={
            "Rien n’est parti, et rien de ce que vous aviez saisi n’est perdu : " +
            "reconnectez-vous ici, et vous le retrouverez dans la page."
          }
        >
          Votre session est terminée
        </PageTitle>
        <Card>
          <SignInAgain sent={sent} />
        </Card>
      </Page>
    </Main>
  );
}

import type { Metadata } from "next";
import { EndOtherSessionsForm, EndSessionForm } from "@/components/people/account/profile-forms";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { ConfirmationToast } from "@/components/ui/confirmation-toast";
import { Day } from "@/components/ui/day";
import { Card, PageTitle } from "@/components/ui/layout";
import { ownSessions } from "@/lib/people/profile/queries";
import { pageViewer } from "@/lib/platform/access/session";
import type { SearchParams } from "@/lib/platform/values/search-params";

export const metadata: Metadata = { title: "Mes sessions" };

export default async function SessionsPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, query] = await Promise.all([pageViewer("profile:manage"), searchParams]);
  const sessions = await ownSessions(viewer);
  return (
    <>
      <ConfirmationToast query={query} />
      <PageTitle
        lead={
          "Là où vous êtes connecté. Une session que vous ne reconnaissez pas ? Fermez-la, " +
          "puis changez votre mot de passe."
        }
      >
        Mes sessions
      </PageTitle>
      <ul className="mb-8 space-y-4">
        {sessions.map(({ id, browser, createdAt, lastSeenAt, isThisOne }) => (
          <li key={id}>
            <Card className="flex flex-wrap items-center justify-between gap-4">
              <div>
                <h2 className="mb-1 text-lg font-bold">{browser}</h2>
                {isThisOne ? <Badge tone="success">Cette session</Badge> : null}
                <p className="mt-1 text-muted">
                  Ouverte le <Day date={createdAt} /> · Vue le <Day date={lastSeenAt} />
                </p>
              </div>
              {isThisOne ? null : <EndSessionForm sessionId={id} browser={browser} />}
            </Card>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        {sessions.length > 1 ? <EndOtherSessionsForm /> : null}
        <ButtonLink href="/espace/profil" variant="secondary">
          Revenir à mon profil
        </ButtonLink>
      </div>
    </>
  );
}

import type { Metadata } from "next";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Day } from "@/components/ui/day";
import { DoneToast } from "@/components/ui/done-toast";
import { Card, EmptyState, Page, PageTitle } from "@/components/ui/layout";
import { pendingOffers } from "@/lib/moderation/queries";
import type { SearchParams } from "@/lib/platform/search-params";
import { pageViewer } from "@/lib/platform/session";

export const metadata: Metadata = { title: "Offres à valider" };

const words = {
  approve: "L’offre est validée. La structure est prévenue.",
  requestChanges: "La correction est demandée. La structure est prévenue.",
  refuse: "L’offre est refusée. La structure est prévenue.",
  "mot-de-passe": "Votre mot de passe est enregistré.",
};

export default async function ModerationPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, { fait }] = await Promise.all([pageViewer("offer:moderate", "/admin"), searchParams]);
  const { offers, total } = await pendingOffers(viewer);
  return (
    <Page>
      <DoneToast code={fait} words={words} />
      <PageTitle lead={total > 0 ? `${total} ${total > 1 ? "offres attendent" : "offre attend"} une décision, la plus ancienne d’abord.` : undefined}>Offres à valider</PageTitle>
      {offers.length === 0 ? (
        <EmptyState title="Aucune offre n’attend de décision">
          <p>Vous recevrez un mail dès qu’une structure en déposera une.</p>
        </EmptyState>
      ) : (
        <ul className="space-y-4">
          {offers.map((offer) => (
            <li key={offer.id}>
              <Card>
                <div className="flex flex-wrap items-start justify-between gap-3">
                  <h2 className="min-w-0 text-lg font-bold">
                    <Link href={`/admin/offres/${offer.id}`} className="break-words text-accent underline underline-offset-4">
                      {offer.title}
                    </Link>
                  </h2>
                  {offer.isRevision ? <Badge tone="info">Nouvelle révision</Badge> : null}
                </div>
                <p className="mt-1">{offer.structureName}</p>
                <p className="text-muted">
                  {offer.communeName} ({offer.department}) · {offer.places} places · soumise le <Day date={offer.submittedAt} />
                </p>
              </Card>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

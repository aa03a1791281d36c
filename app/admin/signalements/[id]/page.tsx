import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReportCard } from "@/components/agency/report/report-card";
import { TreatForm } from "@/components/agency/report/report-forms";
import { SuspensionInForce } from "@/components/agency/suspension/suspension-panel";
import { ButtonLink } from "@/components/ui/button";
import { Card, Page, PageTitle, Section } from "@/components/ui/layout";
import { reportsOfOffer } from "@/lib/agency/report/queries";
import { suspensionInForce } from "@/lib/agency/suspension/queries/suspensions";
import { pageViewer } from "@/lib/platform/access/session";

export const metadata: Metadata = { title: "Signalements d’une offre" };

/** The reports of one offer: the id is the offer's. */
export default async function OfferReportsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await pageViewer("report:treat");
  const [{ reports, isPublic, isDeleted }, suspension] = await Promise.all([
    reportsOfOffer(viewer, id),
    suspensionInForce(viewer, "offer", id),
  ]);
  const [first] = reports;
  if (!first) notFound();
  const open = reports.filter(({ treated }) => !treated);
  return (
    <Page>
      <PageTitle
        lead={
          `${first.structureName} · ${first.reference} · ` +
          (isPublic ? "dans le catalogue" : "pas dans le catalogue")
        }
      >
        {first.title}
      </PageTitle>
      <div className="mb-8 flex flex-wrap gap-3">
        {isDeleted ? null : (
          <ButtonLink href={`/admin/offres/${id}`} variant="secondary">
            Ouvrir l’offre
          </ButtonLink>
        )}
        {isPublic ? (
          <ButtonLink href={`/offres/${first.reference}`} variant="quiet">
            Voir la page publique
          </ButtonLink>
        ) : null}
        <ButtonLink href="/admin/signalements" variant="quiet">
          Tous les signalements
        </ButtonLink>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0">
          {suspension ? <SuspensionInForce suspension={suspension} /> : null}
          <Section title={`Signalements (${reports.length})`} id="signalements">
            <ul className="space-y-4">
              {reports.map((report) => (
                <li key={report.id}>
                  <ReportCard report={report} />
                </li>
              ))}
            </ul>
          </Section>
        </div>
        <aside aria-label="Suite" className="lg:sticky lg:top-6 lg:self-start">
          <Card>
            {open.length > 0 ? (
              <TreatForm
                offerId={id}
                reportIds={open.map((report) => report.id)}
                offer={suspension ? "held" : isDeleted ? "gone" : "free"}
              />
            ) : (
              <p>Tout est traité.</p>
            )}
          </Card>
        </aside>
      </div>
    </Page>
  );
}

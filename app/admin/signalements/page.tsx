import type { Metadata } from "next";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { ConfirmationToast } from "@/components/ui/confirmation-toast";
import { ExportForm } from "@/components/ui/export-form";
import { Card, EmptyState, Page, PageTitle } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import { reportColumns } from "@/lib/agency/report/export-columns";
import { reportOutcomeLabels, reportReasonLabels } from "@/lib/agency/report/labels";
import { reportPage } from "@/lib/agency/report/queries";
import {
  type ReportDto,
  reportFilterSchema,
  type ReportView,
  reportViews,
} from "@/lib/agency/report/schema";
import { pageViewer } from "@/lib/platform/access/session";
import type { SearchParams } from "@/lib/platform/values/search-params";

export const metadata: Metadata = { title: "Signalements" };

const views: Record<ReportView, { label: string; empty: string; more: string }> = {
  ouverts: {
    label: "À traiter",
    empty: "Aucun signalement n’attend",
    more: "Signalements suivants",
  },
  traites: { label: "Traités", empty: "Aucun signalement n’a été traité", more: "Plus ancien" },
};

export default async function ReportsPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, query] = await Promise.all([pageViewer("report:treat"), searchParams]);
  const { etat } = reportFilterSchema.parse(query);
  const { reports, open, next } = await reportPage(
    viewer,
    etat,
    typeof query.apres === "string" ? query.apres : "",
  );
  return (
    <Page>
      <ConfirmationToast query={query} />
      <PageTitle lead="Ce que des visiteurs disent des offres du catalogue.">
        Signalements
      </PageTitle>
      <nav aria-label="Signalements par état" className="mb-6">
        <ul className="flex flex-wrap gap-1 border-b border-line">
          {reportViews.map((view) => (
            <li key={view}>
              <Link
                href={`/admin/signalements?etat=${view}`}
                aria-current={view === etat ? "page" : undefined}
                className={
                  "inline-flex min-h-11 items-center border-b-4 border-transparent px-3 " +
                  "font-semibold text-accent hover:bg-accent-soft " +
                  "aria-[current=page]:border-accent aria-[current=page]:text-ink"
                }
              >
                {views[view].label}
                {view === "ouverts" ? ` (${open})` : ""}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {reports.length === 0 ? (
        <EmptyState title={views[etat].empty} />
      ) : (
        <ul className="space-y-4">
          {reports.map((report) => (
            <li key={report.id}>
              <ReportLine report={report} />
            </li>
          ))}
        </ul>
      )}
      <div className="mt-6 space-y-6">
        {next ? (
          <ButtonLink href={`/admin/signalements?etat=${etat}&apres=${next}`} variant="secondary">
            {views[etat].more}
          </ButtonLink>
        ) : null}
        <ExportForm action="/admin/signalements/export" filter={{ etat }} columns={reportColumns} />
      </div>
    </Page>
  );
}

function ReportLine({ report }: { report: ReportDto }) {
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h2 className="min-w-0 text-lg font-bold">
          <Link
            href={`/admin/signalements/${report.offerId}`}
            className="break-words text-accent underline underline-offset-4"
          >
            {report.title}
          </Link>
        </h2>
        {report.treated ? (
          <Badge tone="neutral">{reportOutcomeLabels[report.treated.outcome]}</Badge>
        ) : null}
      </div>
      <p className="text-muted">
        {report.reference} · {report.structureName} · reçu le <Moment date={report.createdAt} />
      </p>
      <p className="mt-2 font-semibold">{reportReasonLabels[report.reason]}</p>
      <p className="line-clamp-3 whitespace-pre-line wrap-anywhere">{report.words}</p>
    </Card>
  );
}

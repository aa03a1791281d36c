import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/layout";
import { Moment } from "@/components/ui/moment";
import { reportOutcomeLabels, reportReasonLabels } from "@/lib/agency/report/labels";
import type { ReportDto } from "@/lib/agency/report/schema";

/** One report, with what was made of it. */
export function ReportCard({ report }: { report: ReportDto }) {
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h3 className="min-w-0 font-bold">{reportReasonLabels[report.reason]}</h3>
        <Badge tone={report.treated ? "neutral" : "warning"}>
          {report.treated ? reportOutcomeLabels[report.treated.outcome] : "À traiter"}
        </Badge>
      </div>
      <p className="mt-2 whitespace-pre-line wrap-anywhere">{report.words}</p>
      <p className="mt-3 wrap-anywhere text-muted">
        Reçu le <Moment date={report.createdAt} />
        {report.email ? <> · réponse possible à {report.email}</> : " · sans adresse"}
      </p>
      {report.treated ? (
        <p className="text-muted">
          Traité par {report.treated.by}, le <Moment date={report.treated.at} />
        </p>
      ) : null}
    </Card>
  );
}

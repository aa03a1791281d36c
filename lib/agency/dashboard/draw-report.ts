import "server-only";
import { drawTable } from "@/lib/platform/formats/draw-table";
import { drawHead, drawHeading, furnish } from "@/lib/platform/formats/sheet-frame";
import { bodyWidth, page, SheetWriter, type TextStyle } from "@/lib/platform/formats/sheet-writer";
import type { YearlyReport } from "./yearly-report";

const body: TextStyle = { size: 10.5 };

/** The year of the region as a tagged A4 document. @param frame `accent` is `#rrggbb` */
export async function drawReport(
  report: YearlyReport,
  { agencyName, accent, madeAt }: { agencyName: string; accent: string; madeAt: Date },
): Promise<Buffer> {
  const writer = new SheetWriter({
    title: report.title,
    author: agencyName,
    subject: "Rapport annuel du service sanitaire des étudiants en santé",
    madeAt,
  });
  drawHead(writer, {
    agencyName,
    accent,
    kind: "Service sanitaire des étudiants en santé : rapport annuel",
    title: report.title,
    lead: report.lead,
    identity: report.identity,
  });
  for (const section of report.sections) {
    const element = drawHeading(writer, section.title, accent);
    for (const text of section.paragraphs) {
      writer.flow(
        writer.element(element, "P"),
        "P",
        writer.lines(text, bodyWidth, body),
        page.left,
        body,
      );
      writer.y += 6;
    }
    if (section.table) drawTable(writer, element, section.table, accent);
    writer.y += 18;
  }
  return writer.finish((number, count) =>
    furnish(
      writer,
      { foot: `${agencyName} · ${report.identity}`, title: report.title },
      number,
      count,
    ),
  );
}

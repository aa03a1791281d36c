import { drawReport } from "@/lib/agency/dashboard/draw-report";
import { dashboard } from "@/lib/agency/dashboard/queries/dashboard";
import { silentStructures } from "@/lib/agency/dashboard/queries/participation";
import { readDashboardFilter } from "@/lib/agency/dashboard/schema";
import { yearlyReport } from "@/lib/agency/dashboard/yearly-report";
import { pageViewer } from "@/lib/platform/access/session";
import { env } from "@/lib/platform/environment/env";
import { fileResponse } from "@/lib/platform/formats/file-response";
import { answerOrBusy } from "@/lib/platform/load/busy";
import { ownDrawing } from "@/lib/platform/load/lane";
import { dayInWords } from "@/lib/platform/values/calendar-day";
import { now } from "@/lib/platform/values/clock";

/** Structures that are named; how many there are is always told. */
const named = 40;

/** The dashboard's campaign, of its department too, as a report to print or to send. */
export async function GET(request: Request): Promise<Response> {
  const { search, searchParams } = new URL(request.url);
  const viewer = await pageViewer("dashboard:read", `/admin/tableau-de-bord${search}`);
  const filter = readDashboardFilter(Object.fromEntries(searchParams), now());
  const board = await dashboard(viewer, filter);
  if (!board) return new Response(null, { status: 404 });
  const silent = await silentStructures(viewer, filter.department, named);
  const { agencyName, regionName, accent } = env.agency;
  const report = yearlyReport({ board, filter, regionName, at: dayInWords(now()), silent });
  const frame = { agencyName, accent, madeAt: now() };
  return answerOrBusy(async () => {
    const content = await ownDrawing(() => drawReport(report, frame));
    return fileResponse(new Uint8Array(content), {
      name: report.fileName,
      mediaType: "application/pdf",
      size: content.length,
    });
  });
}

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
import { departmentsOfRegion } from "@/lib/reference/commune/departments";

/** Structures that are named; how many there are is always told. */
const named = 40;

/** The dashboard's campaign as a report to print or to send. */
export async function GET(request: Request): Promise<Response> {
  const { search, searchParams } = new URL(request.url);
  const viewer = await pageViewer("dashboard:read", `/admin/tableau-de-bord${search}`);
  const filter = readDashboardFilter(Object.fromEntries(searchParams), now());
  const board = await dashboard(viewer, filter);
  if (!board) return new Response(null, { status: 404 });
  const silent = await silentStructures(viewer, filter.department, named);
  const place = filter.department
    ? (departmentsOfRegion([filter.department])[0]?.label ?? filter.department)
    : `région ${env.agency.regionName}`;
  const report = yearlyReport({
    board,
    campaign: filter.campaign,
    place,
    at: dayInWords(now()),
    silent,
  });
  const frame = { agencyName: env.agency.agencyName, accent: env.agency.accent, madeAt: now() };
  const name = `rapport-service-sanitaire-${filter.campaign}.pdf`;
  return answerOrBusy(async () => {
    const content = await ownDrawing(() => drawReport(report, frame));
    return fileResponse(new Uint8Array(content), {
      name,
      mediaType: "application/pdf",
      size: content.length,
    });
  });
}

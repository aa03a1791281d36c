import { departmentsOfRegion } from "@/lib/commune/departments";
import { dashboard } from "@/lib/dashboard/queries/dashboard";
import { silentStructures } from "@/lib/dashboard/queries/participation";
import { yearlyReport } from "@/lib/dashboard/report";
import { readDashboardFilter } from "@/lib/dashboard/schema";
import { drawReport } from "@/lib/download/draw-report";
import { dayInWords } from "@/lib/offer/calendar-day";
import { unlessBusy } from "@/lib/platform/busy";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { fileResponse } from "@/lib/platform/file-response";
import { ownDrawing } from "@/lib/platform/lane";
import { getViewer } from "@/lib/platform/session";

/** Structures that are named; how many there are is always told. */
const named = 40;

/** The dashboard's campaign as a report to print or to send. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await getViewer();
  const filter = readDashboardFilter(Object.fromEntries(new URL(request.url).searchParams), now());
  const board = await dashboard(viewer, filter);
  if (!board) return new Response(null, { status: 404 });
  const silent = await silentStructures(viewer, filter.department, named);
  const place = filter.department
    ? `${departmentsOfRegion([filter.department])[0]?.label ?? filter.department}`
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
  return unlessBusy(async () => {
    const content = await ownDrawing(() => drawReport(report, frame));
    return fileResponse(new Uint8Array(content), {
      name,
      mediaType: "application/pdf",
      size: content.length,
    });
  });
}

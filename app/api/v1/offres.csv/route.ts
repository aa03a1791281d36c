import { mediaTypes } from "@/lib/export/columns";
import { exportPage, pagesByKey } from "@/lib/export/pages";
import { exportStream } from "@/lib/export/stream";
import { dayOf } from "@/lib/offer/calendar-day";
import { openDataColumns } from "@/lib/open-data/csv-columns";
import { offersBehind } from "@/lib/open-data/queries";
import { fileLimit, preflight, withinRate } from "@/lib/open-data/respond";
import { now } from "@/lib/platform/clock";

/** The whole catalogue as open data, made while it is read. */
export function GET(request: Request): Promise<Response> {
  return withinRate(request, fileLimit, () =>
    Promise.resolve(
      new Response(exportStream("csv", openDataColumns, pagesByKey((cursor) => offersBehind(cursor, exportPage))), {
        headers: { "Content-Type": mediaTypes.csv, "Content-Disposition": `attachment; filename="offres-${dayOf(now())}.csv"`, "Cache-Control": "public, max-age=300" },
      }),
    ),
  );
}

export const OPTIONS = preflight;

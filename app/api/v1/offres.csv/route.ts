import { catalogueVersion } from "@/lib/catalogue/queries/version";
import { mediaTypes } from "@/lib/export/columns";
import { exportPage, pagesByKey } from "@/lib/export/pages";
import { exportStream } from "@/lib/export/stream";
import { dayOf } from "@/lib/offer/calendar-day";
import { openDataColumns } from "@/lib/open-data/csv-columns";
import { offersBehind } from "@/lib/open-data/queries";
import { fileLimit, preflight, withinRate } from "@/lib/open-data/respond";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { inLane } from "@/lib/platform/in-lane";
import { publicReading } from "@/lib/platform/lane";
import { spooled } from "@/lib/platform/spool";
import { digest, keyOf } from "@/lib/platform/store";
import { isKnown, tagged } from "@/lib/platform/tagged";

const head = { mediaType: mediaTypes.csv, seconds: 300 };

const source = () => ({
  content: exportStream(
    "csv",
    openDataColumns,
    pagesByKey((cursor) => offersBehind(cursor, exportPage)),
  ),
});

/**
 * The whole catalogue as open data: written once, while it is read, and then kept until the
 * catalogue is another.
 */
export function GET(request: Request): Promise<Response> {
  return withinRate(request, fileLimit, async () => {
    const day = dayOf(now());
    const key = keyOf("csv", await catalogueVersion(), day, env.origin);
    const tag = digest(key);
    if (isKnown(request.headers, tag)) return tagged(request.headers, tag, head, null);
    const response = await inLane(publicReading, async () =>
      tagged(request.headers, tag, head, await spooled(key, source)),
    );
    response.headers.set("Content-Disposition", `attachment; filename="offres-${day}.csv"`);
    return response;
  });
}

export const OPTIONS = preflight;

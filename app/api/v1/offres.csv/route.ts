import { openDataColumns } from "@/lib/catalogue/open-data/csv-columns";
import { offersAfter } from "@/lib/catalogue/open-data/queries";
import { fileLimit, preflight, withinRate } from "@/lib/catalogue/open-data/respond";
import { catalogueVersion } from "@/lib/catalogue/search/queries/version";
import { env } from "@/lib/platform/environment/env";
import { mediaTypes } from "@/lib/platform/formats/columns";
import { exportPage, pagesByKey } from "@/lib/platform/formats/pages";
import { exportStream } from "@/lib/platform/formats/stream";
import { inLane } from "@/lib/platform/load/in-lane";
import { publicReading } from "@/lib/platform/load/lane";
import { storedOnDisk } from "@/lib/platform/load/spool";
import { digest, keyOf } from "@/lib/platform/load/store";
import { dayOf } from "@/lib/platform/values/calendar-day";
import { now } from "@/lib/platform/values/clock";
import { isKnown, withETag } from "@/lib/platform/values/etag";

const head = { mediaType: mediaTypes.csv, seconds: 300 };

const source = () => ({
  content: exportStream(
    "csv",
    openDataColumns,
    pagesByKey((cursor) => offersAfter(cursor, exportPage)),
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
    if (isKnown(request.headers, tag)) return withETag(request.headers, tag, head, null);
    const response = await inLane(publicReading, async () =>
      withETag(request.headers, tag, head, await storedOnDisk(key, source)),
    );
    response.headers.set("Content-Disposition", `attachment; filename="offres-${day}.csv"`);
    return response;
  });
}

export const OPTIONS = preflight;

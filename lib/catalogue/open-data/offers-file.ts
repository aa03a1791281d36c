import "server-only";
import { catalogueHref, filterQuery } from "@/lib/catalogue/search/filter";
import { searchInWords } from "@/lib/catalogue/search/filter-words";
import { momentKey, momentOf } from "@/lib/catalogue/search/moment";
import {
  isPlaceUnknown,
  type Understood,
  understood,
} from "@/lib/catalogue/search/queries/resolve";
import { catalogueVersion } from "@/lib/catalogue/search/queries/version";
import { env } from "@/lib/platform/environment/env";
import { type ExportFormat, mediaTypes } from "@/lib/platform/formats/columns";
import { exportPage, pagesByKey } from "@/lib/platform/formats/pages";
import { type About, exportStream } from "@/lib/platform/formats/stream";
import { inLane } from "@/lib/platform/load/in-lane";
import { publicReading } from "@/lib/platform/load/lane";
import { storedOnDisk } from "@/lib/platform/load/spool";
import { digest, keyOf } from "@/lib/platform/load/store";
import { dayInWords, dayOf } from "@/lib/platform/values/calendar-day";
import { now } from "@/lib/platform/values/clock";
import { isKnown, withETag } from "@/lib/platform/values/etag";
import { openDataColumns, workbookColumns } from "./csv-columns";
import { fileParameters, readQuery } from "./parameters";
import { offersAfter, placeUnknown } from "./queries";
import { fileLimit, misunderstood, withinRate } from "./respond";

const columns = { csv: openDataColumns, xlsx: workbookColumns } as const;

/**
 * What a search finds as a file, whole: written once, while it is read, and then kept until the
 * catalogue is another. @returns the route's handler
 */
export function offersFile(format: ExportFormat): (request: Request) => Promise<Response> {
  const head = { mediaType: mediaTypes[format], seconds: 300 };
  return (request) =>
    withinRate(request, fileLimit, async () => {
      const read = readQuery(new URL(request.url).searchParams, fileParameters);
      if (!read.ok) return misunderstood(read.bad);
      const version = await catalogueVersion();
      const meaning = await understood(read.query.filter);
      if (isPlaceUnknown(meaning)) return misunderstood(placeUnknown.bad);
      const { filter } = meaning.search;
      const at = momentOf(filter, now());
      const day = dayOf(at);
      const key = keyOf(format, version, env.origin, filterQuery(filter), momentKey(filter, at));
      const tag = digest(key);
      if (isKnown(request.headers, tag)) return withETag(request.headers, tag, head, null);
      const search = { ...meaning.search, at };
      const source = () => ({
        content: exportStream(
          format,
          columns[format],
          pagesByKey((cursor) => offersAfter(cursor, exportPage, search)),
          aboutSearch(meaning, at),
        ),
      });
      const response = await inLane(publicReading, async () =>
        withETag(request.headers, tag, head, await storedOnDisk(key, source)),
      );
      response.headers.set("Content-Disposition", `attachment; filename="offres-${day}.${format}"`);
      return response;
    });
}

function aboutSearch({ search: { filter }, terms }: Understood, at: Date): About {
  return [
    ["Recherche", searchInWords(filter, terms)],
    ["Date", dayInWords(at)],
    ["Adresse", `${env.origin}${catalogueHref(filter)}`],
    ["Source", `${env.agency.agencyName}, Licence Ouverte 2.0`],
  ];
}

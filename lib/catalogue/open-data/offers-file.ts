import "server-only";
import { catalogueHref, filterQuery } from "@/lib/catalogue/search/filter";
import { searchInWords } from "@/lib/catalogue/search/filter-words";
import { looseningInWords } from "@/lib/catalogue/search/loosening-words";
import { momentKey } from "@/lib/catalogue/search/moment";
import { askedAgain, listed, type Listed } from "@/lib/catalogue/search/queries/catalogue";
import { isPlaceUnknown } from "@/lib/catalogue/search/queries/resolve";
import { env } from "@/lib/platform/environment/env";
import { type ExportFormat, mediaTypes } from "@/lib/platform/formats/columns";
import { exportPage, pagesByKey } from "@/lib/platform/formats/pages";
import { type About, exportStream } from "@/lib/platform/formats/stream";
import { inLane } from "@/lib/platform/load/in-lane";
import { publicReading } from "@/lib/platform/load/lane";
import { storedOnDisk } from "@/lib/platform/load/spool";
import { digest, keyOf } from "@/lib/platform/load/store";
import { dayInWords, dayOf } from "@/lib/platform/values/calendar-day";
import { isKnown, withETag } from "@/lib/platform/values/etag";
import { openDataColumns, workbookColumns } from "./csv-columns";
import { fileParameters, readQuery } from "./parameters";
import { offersAfter, placeUnknown } from "./queries";
import { fileLimit, misunderstood, openData } from "./respond";

const columns = { csv: openDataColumns, xlsx: workbookColumns } as const;

/**
 * What a search finds as a file, whole: written once, while it is read, and then kept until the
 * catalogue is another. @returns the route's handler
 */
export function offersFile(format: ExportFormat): (request: Request) => Promise<Response> {
  const head = { mediaType: mediaTypes[format], seconds: 300 };
  return (request) =>
    openData(request, fileLimit, async () => {
      const read = readQuery(new URL(request.url).searchParams, fileParameters);
      if (!read.ok) return misunderstood(read.bad);
      const list = await listed(read.query.filter);
      if (isPlaceUnknown(list)) return misunderstood(placeUnknown.bad);
      const { search } = list;
      const { filter, version, at } = search;
      const day = dayOf(at);
      const query = filterQuery(askedAgain(list));
      const key = keyOf(format, version, env.origin, query, momentKey(filter, at));
      const tag = digest(key);
      if (isKnown(request.headers, tag)) return withETag(request.headers, tag, head, null);
      const source = () => ({
        content: exportStream(
          format,
          columns[format],
          pagesByKey((cursor) => offersAfter(cursor, exportPage, search)),
          aboutSearch(list),
        ),
      });
      const response = await inLane(publicReading, async () =>
        withETag(request.headers, tag, head, await storedOnDisk(key, source)),
      );
      // A table for programs has no other place to say it.
      const name = `offres-${day}${looseningInWords(list).length > 0 ? "-recherche-elargie" : ""}`;
      response.headers.set("Content-Disposition", `attachment; filename="${name}.${format}"`);
      return response;
    });
}

function aboutSearch(list: Listed): About {
  return [
    ["Recherche", searchInWords(list.search.filter, list.terms)],
    ...looseningInWords(list).map((line) => ["Recherche élargie", line] as const),
    ["Date", dayInWords(list.search.at)],
    ["Adresse", `${env.origin}${catalogueHref(askedAgain(list))}`],
    ["Source", `${env.agency.agencyName}, Licence Ouverte 2.0`],
  ];
}

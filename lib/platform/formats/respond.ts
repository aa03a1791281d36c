import "server-only";
import { can, type Permission, type Viewer } from "@/lib/platform/access/policy";
import { pageViewer } from "@/lib/platform/access/session";
import { answerOrBusy } from "@/lib/platform/load/busy";
import { inLane } from "@/lib/platform/load/in-lane";
import { ownReading } from "@/lib/platform/load/lane";
import { dayOf } from "@/lib/platform/values/calendar-day";
import { now } from "@/lib/platform/values/clock";
import { chosenColumns, type ExportColumn, exportFormats, mediaTypes } from "./columns";
import { fileResponse } from "./file-response";
import { exportStream } from "./stream";

/**
 * A list as a file to save.
 * @param name what the list is called; the day is added
 * @param query `format`, and `colonnes` as often as there are columns; anything else is not looked
 * at
 */
export function exportResponse<Row>(
  name: string,
  query: URLSearchParams,
  columns: readonly ExportColumn<Row>[],
  pages: AsyncIterable<readonly Row[]>,
): Response {
  const format = exportFormats.find((known) => known === query.get("format")) ?? "xlsx";
  const body = exportStream(format, chosenColumns(columns, query.getAll("colonnes")), pages);
  return fileResponse(body, {
    name: `${name}-${dayOf(now())}.${format}`,
    mediaType: mediaTypes[format],
  });
}

interface SavedList<Row> {
  name: string;
  permission: Permission;
  columns: readonly ExportColumn<Row>[];
  /** @param query of the page that asks for it, whose filter the list has too */
  pages: (viewer: Viewer, query: Record<string, string>) => AsyncIterable<readonly Row[]>;
}

/**
 * The route handler that answers with a list as a file. To whoever may not see the list there is no
 * such address; whoever is not signed in comes back to the list.
 */
export function savedList<Row>({ name, permission, columns, pages }: SavedList<Row>) {
  return async (request: Request): Promise<Response> => {
    const { pathname, search, searchParams: query } = new URL(request.url);
    const viewer = await pageViewer(permission, pathname.replace(/\/export$/, "") + search);
    if (!can(viewer, permission)) return new Response(null, { status: 404 });
    const rows = () => pages(viewer, Object.fromEntries(query));
    return answerOrBusy(() =>
      inLane(ownReading, () => exportResponse(name, query, columns, rows())),
    );
  };
}

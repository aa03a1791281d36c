import "server-only";
import { dayOf } from "@/lib/offer/calendar-day";
import { now } from "@/lib/platform/clock";
import { fileResponse } from "@/lib/platform/file-response";
import { chosenColumns, type ExportColumn, exportFormats, mediaTypes } from "./columns";
import { exportStream } from "./stream";

/**
 * A list as a file to save.
 * @param name what the list is called; the day is added
 * @param query `format`, and `colonnes` as often as there are columns; anything else is not looked at
 */
export function exportResponse<Row>(name: string, query: URLSearchParams, columns: readonly ExportColumn<Row>[], pages: AsyncIterable<readonly Row[]>): Response {
  const format = exportFormats.find((known) => known === query.get("format")) ?? "xlsx";
  const body = exportStream(format, chosenColumns(columns, query.getAll("colonnes")), pages);
  return fileResponse(body, { name: `${name}-${dayOf(now())}.${format}`, mediaType: mediaTypes[format] });
}

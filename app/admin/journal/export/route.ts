import { journalColumns } from "@/lib/audit/export-columns";
import { journalPages } from "@/lib/audit/queries/journal";
import { journalFilterSchema } from "@/lib/audit/schema";
import { exportResponse } from "@/lib/export/respond";
import { can } from "@/lib/platform/policy";
import { getViewer } from "@/lib/platform/session";

/** The log as a file, filtered as the page that asks for it. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await getViewer();
  if (!can(viewer, "audit:read")) return new Response(null, { status: 404 });
  const query = new URL(request.url).searchParams;
  return exportResponse("journal", query, journalColumns, journalPages(viewer, journalFilterSchema.parse(Object.fromEntries(query))));
}

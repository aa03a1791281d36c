import { exportResponse } from "@/lib/export/respond";
import { offerColumns } from "@/lib/moderation/export-columns";
import { offerFilterSchema } from "@/lib/moderation/offer-filter";
import { allOffersPages } from "@/lib/moderation/queries/all-offers";
import { can } from "@/lib/platform/policy";
import { getViewer } from "@/lib/platform/session";

/** The list of all offers as a file, filtered as the page that asks for it. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await getViewer();
  if (!can(viewer, "offer:moderate")) return new Response(null, { status: 404 });
  const query = new URL(request.url).searchParams;
  return exportResponse("offres", query, offerColumns, allOffersPages(viewer, offerFilterSchema.parse(Object.fromEntries(query))));
}

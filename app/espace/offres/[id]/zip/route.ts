import { ownOfferDownload } from "@/lib/offer/download/queries";
import { zipResponse } from "@/lib/offer/download/respond";
import { pageViewer } from "@/lib/platform/access/session";

/** Saves the documents of an offer in one zip, current revision: the structure’s own view of it. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const viewer = await pageViewer("offer:edit", `/espace/offres/${id}`);
  return zipResponse(viewer, await ownOfferDownload(viewer, id));
}

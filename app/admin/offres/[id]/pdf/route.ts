import { ownOfferDownload } from "@/lib/offer/download/queries";
import { pdfResponse } from "@/lib/offer/download/respond";
import { pageViewer } from "@/lib/platform/access/session";

/** Saves an offer as a PDF, current revision: the ARS’s view of it. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const viewer = await pageViewer("offer:moderate", `/admin/offres/${id}`);
  return pdfResponse(await ownOfferDownload(viewer, id));
}

import { publicOfferDownload } from "@/lib/offer/download/queries";
import { publicPdfResponse } from "@/lib/offer/download/respond";

/** Saves an offer as a PDF, as the catalogue shows it. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  return publicPdfResponse(await publicOfferDownload((await params).reference));
}

import { publicOfferDownload } from "@/lib/offer/download/queries";
import { publicZipResponse } from "@/lib/offer/download/respond";

/** Saves the documents of an offer in one zip, as the catalogue shows it. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  return publicZipResponse(await publicOfferDownload((await params).reference));
}

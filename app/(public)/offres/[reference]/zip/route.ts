import { publicOfferDownload } from "@/lib/download/queries";
import { zipResponse } from "@/lib/download/respond";

/** Saves the documents of an offer in one zip, as the catalogue shows it. */
export async function GET(_request: Request, { params }: { params: Promise<{ reference: string }> }): Promise<Response> {
  return zipResponse({ kind: "anonymous" }, await publicOfferDownload((await params).reference));
}

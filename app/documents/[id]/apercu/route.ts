import { documentResponse } from "@/lib/offer/documents/respond";
import { getViewer } from "@/lib/platform/access/session";

/**
 * A picture of an offer, to be looked at. The only file shown inline: its type was told from its
 * content when it came.
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return documentResponse(await getViewer(), (await params).id, "inline");
}

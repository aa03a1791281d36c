import { documentResponse } from "@/lib/offer/documents/respond";
import { getViewer } from "@/lib/platform/access/session";

/** A document of an offer, always as a download: what others uploaded never runs under our name. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return documentResponse(await getViewer(), (await params).id, "attachment");
}

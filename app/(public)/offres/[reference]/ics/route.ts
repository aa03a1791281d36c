import { publicOfferByReference } from "@/lib/catalogue/queries/offer";
import { calendarOf } from "@/lib/download/calendar";
import { offerFileName } from "@/lib/download/names";
import { env } from "@/lib/platform/env";
import { fileResponse } from "@/lib/platform/file-response";

/** When an offer can host, for a calendar. */
export async function GET(_request: Request, { params }: { params: Promise<{ reference: string }> }): Promise<Response> {
  const offer = await publicOfferByReference((await params).reference);
  if (!offer) return new Response(null, { status: 404 });
  const { site, availability } = offer.page;
  const calendar = calendarOf({ ...offer, availability, place: `${site.name}, ${site.street}, ${site.postcode} ${site.communeName}`, link: `${env.origin}/offres/${offer.reference}` });
  return fileResponse(new TextEncoder().encode(calendar), { name: offerFileName(offer.reference, offer.title, "ics"), mediaType: "text/calendar; charset=utf-8" });
}

import { publicOfferByReference } from "@/lib/catalogue/queries/offer";
import { calendarOf } from "@/lib/download/calendar";
import { offerFileName } from "@/lib/download/names";
import { publicDrawings } from "@/lib/download/respond";
import { elapsedSentence } from "@/lib/offer/availability-words";
import { dayOf } from "@/lib/offer/calendar-day";
import { unlessBusy } from "@/lib/platform/busy";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { fileResponse } from "@/lib/platform/file-response";
import { publicDrawing } from "@/lib/platform/lane";
import { keyOf } from "@/lib/platform/store";

/** When an offer can host from today on, for a calendar. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  const offer = await publicOfferByReference((await params).reference);
  if (!offer) return new Response(null, { status: 404 });
  const { site } = offer.page;
  const place = `${site.name}, ${site.street}, ${site.postcode} ${site.communeName}`;
  const said = {
    ...offer,
    availability: offer.ahead,
    place,
    link: `${env.origin}/offres/${offer.reference}`,
  };
  const today = dayOf(now());
  const calendar = calendarOf(said, today);
  if (calendar === null)
    return new Response(`${elapsedSentence} Il ne reste aucune date à ajouter à un calendrier.\n`, {
      status: 404,
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    });
  const head = {
    name: offerFileName(offer.reference, offer.title, "ics"),
    mediaType: "text/calendar; charset=utf-8",
  };
  return unlessBusy(async () => {
    const make = () => Promise.resolve(new TextEncoder().encode(calendar));
    const { body } = await publicDrawings(keyOf("ics", said, today), () => publicDrawing(make));
    return fileResponse(body, head);
  });
}

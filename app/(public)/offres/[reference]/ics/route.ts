import { fromNumbers } from "@/lib/offer/availability/availability";
import { elapsedSentence } from "@/lib/offer/availability/availability-words";
import { calendarOf } from "@/lib/offer/download/calendar";
import { offerFileName } from "@/lib/offer/download/names";
import { publicDrawings } from "@/lib/offer/download/respond";
import { publicOfferByReference } from "@/lib/offer/projection/queries/public-offer";
import { env } from "@/lib/platform/environment/env";
import { fileResponse } from "@/lib/platform/formats/file-response";
import { answerOrBusy } from "@/lib/platform/load/busy";
import { publicDrawing } from "@/lib/platform/load/lane";
import { keyOf } from "@/lib/platform/load/store";
import { dayOf } from "@/lib/platform/values/calendar-day";
import { now } from "@/lib/platform/values/clock";

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
    // Its series are named by their first months, over or not.
    availability: fromNumbers(offer.page.slots),
    place,
    link: `${env.origin}/offres/${offer.reference}`,
  };
  const today = dayOf(now());
  const calendar = calendarOf(said, today);
  if (calendar === null)
    return new Response(`${noDateLeft(offer.elapsed)}\n`, {
      status: 404,
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    });
  const head = {
    name: offerFileName(offer.reference, offer.title, "ics"),
    mediaType: "text/calendar; charset=utf-8",
  };
  return answerOrBusy(async () => {
    const make = () => Promise.resolve(new TextEncoder().encode(calendar));
    const { body } = await publicDrawings(keyOf("ics", said, today), () => publicDrawing(make));
    return fileResponse(body, head);
  });
}

function noDateLeft(elapsed: boolean): string {
  return elapsed
    ? `${elapsedSentence} Il ne reste aucune date à ajouter à un calendrier.`
    : "Les dernières dates de cette offre sont passées ce mois-ci : il n’en reste aucune à " +
        "ajouter à un calendrier.";
}

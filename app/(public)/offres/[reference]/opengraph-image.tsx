import { pictureResponse } from "@/lib/catalogue/open-data/picture";
import { monthsOf } from "@/lib/offer/availability/availability";
import { groupInWords } from "@/lib/offer/availability/availability-words";
import { publicOfferByReference } from "@/lib/offer/projection/queries/public-offer";
import { structureWords } from "@/lib/reference/commune/labels";

export { pictureSize as size, pictureType as contentType } from "@/lib/catalogue/open-data/picture";
export const alt = "L’offre de stage : son titre, sa structure, sa commune et ses mois";

export default async function OfferImage({ params }: { params: Promise<{ reference: string }> }) {
  const offer = await publicOfferByReference((await params).reference);
  if (!offer) return new Response(null, { status: 404 });
  const { structure, site, availability } = offer.page;
  return pictureResponse({
    title: offer.title,
    lines: [
      structureWords(structure.name, site.communeName, site.department),
      groupInWords(monthsOf(availability)),
    ],
  });
}

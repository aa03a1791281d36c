import type { Metadata } from "next";
import { ContactForm } from "@/components/catalogue/contact/contact-form";
import { AboutOffer } from "@/components/offer/view/about-offer";
import { OfferGone } from "@/components/offer/view/offer-gone";
import { contactRefusalLabels } from "@/lib/catalogue/contact/labels";
import { wantedOf, whenOf } from "@/lib/catalogue/contact/when";
import { catalogueFilterSchema } from "@/lib/catalogue/search/filter";
import { publicOfferByReference } from "@/lib/offer/projection/queries/public-offer";
import { confirmationIn, confirmations } from "@/lib/platform/form/confirmations";
import type { SearchParams } from "@/lib/platform/values/search-params";

const text = {
  title: "Écrire à la structure",
  lead:
    "Votre message est transmis à la personne qui suit cette offre dans la structure. Elle " +
    "reçoit votre nom et votre adresse, et rien n’en est publié.",
  sent: {
    title: confirmations.message,
    words: "La personne qui suit cette offre le reçoit par mail et vous répondra directement.",
  },
};

export const metadata: Metadata = { title: text.title, robots: { index: false } };

export default async function ContactPage({
  params,
  searchParams,
}: {
  params: Promise<{ reference: string }>;
  searchParams: SearchParams;
}) {
  const [{ reference }, query] = await Promise.all([params, searchParams]);
  const offer = await publicOfferByReference(reference);
  if (!offer) return <OfferGone title={text.title} refusal={contactRefusalLabels.notFound} />;
  const open = whenOf(offer.ahead);
  return (
    <AboutOffer offer={offer} text={text} isSent={confirmationIn(query) === "message"}>
      <ContactForm
        reference={offer.reference}
        open={open}
        wanted={wantedOf(open, catalogueFilterSchema.parse(query))}
      />
    </AboutOffer>
  );
}

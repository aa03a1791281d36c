import { counted } from "@/lib/platform/values/french";
import { defineMail } from "./define-mail";
import { MailLayout, Paragraph } from "./layout";
import { offerReceived } from "./offer-received";
import { offerRevision } from "./params";
import { offerFacts } from "./queries";

export const offerToModerate = defineMail({
  kind: "offerToModerate",
  params: offerRevision,
  reader: "agency",
  facts: (offer) => offerFacts(offer, "admin"),
  subject: ({ title }) => `Offre à valider : ${title}`,
  Body: ({ title, structureName, communeName, places, availability, link, frame }) => (
    <MailLayout
      frame={frame}
      title="Une offre attend votre décision"
      preview={`${structureName}, ${communeName}`}
      action={{ label: "Examiner l’offre", href: link }}
    >
      <Paragraph>
        {structureName} vient de soumettre « {title} » : {counted(places, "place", "places")} à{" "}
        {communeName}.
      </Paragraph>
      <Paragraph>{availability.join(" · ")}</Paragraph>
    </MailLayout>
  ),
  sample: { ...offerReceived.sample, link: "https://portail.example/admin/offres/exemple" },
});

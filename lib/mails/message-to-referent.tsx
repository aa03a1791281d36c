import { z } from "zod";
import { messageFacts } from "@/lib/catalogue/contact/queries";
import { withDe } from "@/lib/platform/values/french";
import { defineMail } from "./define-mail";
import { MailLayout, Paragraph, Quote } from "./layout";

export const messageToReferent = defineMail({
  kind: "messageToReferent",
  params: z.object({ messageId: z.uuid() }),
  reader: "asked",
  facts: ({ messageId }) => messageFacts(messageId),
  subject: ({ title }) => `Un message au sujet de votre offre : ${title}`,
  replyTo: ({ email }) => email,
  Body: ({ title, name, email, establishment, words, request, link, frame }) => (
    <MailLayout
      frame={frame}
      title={`Un message ${withDe(name)}`}
      preview={words.slice(0, 120)}
      action={{ label: "Voir l’offre", href: link }}
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        {name}
        {establishment ? ` (${establishment})` : ""} vous écrit au sujet de « {title} » :
      </Paragraph>
      <Quote>{words}</Quote>
      {request.map((line) => (
        <Paragraph key={line}>{line}</Paragraph>
      ))}
      <Paragraph>
        Répondez à ce message : votre réponse ira à {email}. Votre adresse n’a été donnée à
        personne.
      </Paragraph>
    </MailLayout>
  ),
  sample: {
    title: "Prévention de l’obésité",
    name: "Inès Morel",
    email: "ines.morel@exemple.fr",
    establishment: "IFSI d’Épinal",
    words: "Bonjour,\nSerait-il possible de venir à deux le jeudi après-midi en mars ?",
    reference: "7K3M-9QXD",
    request: ["Étudiants : 2", "Filières : Soins infirmiers", "Mois : mars"],
    link: "https://portail.example/offres/7K3M-9QXD",
  },
});

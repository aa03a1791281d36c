import { z } from "zod";
import { requestFacts } from "@/lib/catalogue/contact/queries";
import { defineMail } from "./define-mail";
import { MailLayout, Paragraph } from "./layout";

export const copyOfMessage = defineMail({
  kind: "copyOfMessage",
  params: z.object({ messageId: z.uuid() }),
  // Nobody has shown that the address is theirs: what was typed stays out of it.
  reader: "anyone",
  facts: ({ messageId }) => requestFacts(messageId),
  subject: ({ reference }) => `Votre demande au sujet de l’offre ${reference}`,
  Body: ({ reference, request, link, frame }) => (
    <MailLayout
      frame={frame}
      title="Votre demande est transmise"
      preview={`La structure de l’offre ${reference} vous répondra.`}
      action={{ label: "Voir l’offre", href: link }}
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Une demande a été envoyée avec votre adresse à la structure de l’offre {reference} :
      </Paragraph>
      {request.map((line) => (
        <Paragraph key={line}>{line}</Paragraph>
      ))}
      <Paragraph>
        Elle vous répondra directement. Les mots que vous avez écrits lui sont transmis ; ils ne
        sont pas repris ici, car n’importe qui peut écrire une adresse.
      </Paragraph>
      <Paragraph>Si cette demande n’est pas de vous, ne tenez pas compte de ce message.</Paragraph>
    </MailLayout>
  ),
  sample: {
    reference: "7K3M-9QXD",
    request: ["Étudiants : 2", "Filières : Soins infirmiers", "Mois : mars"],
    link: "https://portail.example/offres/7K3M-9QXD",
  },
});

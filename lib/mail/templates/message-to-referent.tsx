import type { MessageFacts } from "@/lib/contact/queries";
import type { MailFrame } from "../schema";
import { MailLayout, Paragraph, Quote } from "./layout";

export const subject = ({ title }: Pick<MessageFacts, "title">) =>
  `Un message au sujet de votre offre : ${title}`;

export const sample: MessageFacts = {
  title: "Prévention de l’obésité",
  name: "Inès Morel",
  email: "ines.morel@exemple.fr",
  establishment: "IFSI d’Épinal",
  words: "Bonjour,\nSerait-il possible de venir à deux le jeudi après-midi en mars ?",
  link: "https://portail.example/offres/7K3M-9QXD",
};

export function MessageToReferent({ facts, frame }: { facts: MessageFacts; frame: MailFrame }) {
  const { name, email, establishment, words, title, link } = facts;
  return (
    <MailLayout
      frame={frame}
      title={`Un message de ${name}`}
      preview={words.slice(0, 120)}
      action={{ label: "Voir l’offre", href: link }}
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        {name}
        {establishment ? ` (${establishment})` : ""} vous écrit au sujet de « {title} » :
      </Paragraph>
      <Quote>{words}</Quote>
      <Paragraph>
        Répondez à ce message : votre réponse ira à {email}. Votre adresse n’a été donnée à
        personne.
      </Paragraph>
    </MailLayout>
  );
}

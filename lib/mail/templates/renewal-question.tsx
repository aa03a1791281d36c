import { renewalAnswerLabels } from "@/lib/renewal/labels";
import { type RenewalAnswer, renewalAnswers } from "@/lib/renewal/rules";
import type { MailFrame } from "../schema";
import { MailLayout, MailLink, Paragraph } from "./layout";

export interface RenewalQuestionProps {
  firstName: string;
  /** «2027-2028». */
  campaign: string;
  offers: { title: string; links: Record<RenewalAnswer, string> }[];
  stopLink: string;
}

export const subject = ({ offers, campaign }: Pick<RenewalQuestionProps, "offers" | "campaign">) =>
  offers.length === 1
    ? `Accueillez-vous de nouveau des étudiants en ${campaign} ?`
    : `Renouvelez-vous vos ${offers.length} offres pour ${campaign} ?`;

const link = (answer: string) => `https://portail.example/renouvellement/exemple?reponse=${answer}`;
export const sample: RenewalQuestionProps = {
  firstName: "Claire",
  campaign: "2027-2028",
  offers: [
    {
      title: "Prévention de l'obésité",
      links: { yes: link("oui"), maybe: link("peut-etre"), no: link("non") },
    },
  ],
  stopLink: "https://portail.example/rappels/exemple",
};

export function RenewalQuestion({
  firstName,
  campaign,
  offers,
  stopLink,
  frame,
}: RenewalQuestionProps & { frame: MailFrame }) {
  return (
    <MailLayout
      frame={frame}
      title={`Renouvelez-vous pour ${campaign} ?`}
      preview="Oui, peut-être ou non : un clic par offre, sans vous connecter."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        La campagne s’achève. Renouvelez-vous {offers.length === 1 ? "votre offre" : "vos offres"}{" "}
        pour {campaign} ?
      </Paragraph>
      {offers.map((offer) => (
        <Paragraph key={offer.links.yes}>
          <strong>« {offer.title} »</strong>
          <br />
          {renewalAnswers.map((answer, index) => (
            <span key={answer}>
              {index > 0 ? " · " : null}
              <MailLink href={offer.links[answer]}>{renewalAnswerLabels[answer]}</MailLink>
            </span>
          ))}
        </Paragraph>
      ))}
      <Paragraph>
        « Oui » prépare l’offre de l’an prochain, déjà remplie : il ne reste qu’à la relire et à la
        soumettre. « Peut-être » : nous vous reposons la question dans trois semaines.
      </Paragraph>
      <Paragraph>
        <MailLink href={stopLink}>Ne plus recevoir ces questions ni les rappels</MailLink>
      </Paragraph>
    </MailLayout>
  );
}

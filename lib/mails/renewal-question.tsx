import { z } from "zod";
import { offersOfRenewalQuestion, stopReminderLinks } from "@/lib/offer/reminder/queries";
import { renewalAnswerLabels } from "@/lib/offer/renewal/labels";
import { renewalLinks } from "@/lib/offer/renewal/queries";
import { renewalAnswers } from "@/lib/offer/renewal/rules";
import { agree } from "@/lib/platform/values/french";
import { campaignLabel } from "@/lib/reference/campaign/campaign-year";
import { defineMail } from "./define-mail";
import { MailLayout, MailLink, Paragraph } from "./layout";
import { account, instant } from "./params";
import { addressee } from "./queries";

const link = (answer: string) => `https://portail.example/renouvellement/exemple?reponse=${answer}`;

export const renewalQuestion = defineMail({
  kind: "renewalQuestion",
  params: account.extend({ campaign: z.string().transform(Number), askedAt: instant }),
  reader: "owner",
  facts: async ({ accountId, campaign, askedAt }) => {
    const [person, offers] = await Promise.all([
      addressee(accountId),
      offersOfRenewalQuestion(accountId, campaign, askedAt).then((asked) =>
        renewalLinks(accountId, asked, campaign),
      ),
    ]);
    if (!person || offers.length === 0) return null;
    return {
      ...person,
      offers,
      campaign: campaignLabel(campaign),
      stop: stopReminderLinks(accountId),
    };
  },
  subject: ({ offers, campaign }) =>
    agree(
      offers.length,
      `Accueillez-vous de nouveau des étudiants en ${campaign} ?`,
      `Renouvelez-vous vos ${offers.length} offres pour ${campaign} ?`,
    ),
  unsubscribe: ({ stop }) => stop.oneClick,
  Body: ({ firstName, offers, campaign, stop, frame }) => (
    <MailLayout
      frame={frame}
      title={`Renouvelez-vous pour ${campaign} ?`}
      preview="Oui, peut-être ou non : répondez sans vous connecter."
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        {`La campagne s’achève. Renouvelez-vous `}
        {agree(offers.length, "votre offre", "vos offres")} pour {campaign} ?
      </Paragraph>
      {offers.map((offer) => (
        <Paragraph key={offer.links.yes}>
          <strong>« {offer.title} »</strong>
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
        « Oui » prépare l’offre de l’an prochain, déjà remplie : il ne reste qu’à la relire et à la
        soumettre. « Peut-être » : nous vous reposons la question dans trois semaines, jusqu’à fin
        août.
      </Paragraph>
      <Paragraph>
        <MailLink href={stop.page}>Ne plus recevoir ces questions ni les rappels</MailLink>
      </Paragraph>
    </MailLayout>
  ),
  sample: {
    firstName: "Claire",
    campaign: "2027-2028",
    offers: [
      {
        title: "Prévention de l’obésité",
        links: { yes: link("oui"), maybe: link("peut-etre"), no: link("non") },
      },
    ],
    stop: {
      page: "https://portail.example/rappels/exemple",
      oneClick: "https://portail.example/api/rappels/exemple",
    },
  },
});

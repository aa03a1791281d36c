import { reminderLabels } from "@/lib/offer/reminder/labels";
import { reminderLines, stopReminderLinks } from "@/lib/offer/reminder/queries";
import { agree } from "@/lib/platform/values/french";
import { defineMail } from "./define-mail";
import { MailLayout, MailLink, Paragraph } from "./layout";
import { account, instant } from "./params";
import { addressee } from "./queries";

export const offersReminder = defineMail({
  kind: "offersReminder",
  params: account.extend({ sentAt: instant }),
  reader: "owner",
  facts: async ({ accountId, sentAt }) => {
    const [person, offers] = await Promise.all([
      addressee(accountId),
      reminderLines(accountId, sentAt),
    ]);
    if (!person || offers.length === 0) return null;
    return { ...person, offers, stop: stopReminderLinks(accountId) };
  },
  subject: ({ offers }) =>
    agree(
      offers.length,
      `Votre offre vous attend : ${offers[0]?.title ?? ""}`,
      `${offers.length} offres vous attendent`,
    ),
  unsubscribe: ({ stop }) => stop.oneClick,
  Body: ({ firstName, offers, stop, frame }) => {
    const title = agree(offers.length, "Votre offre vous attend", "Vos offres vous attendent");
    return (
      <MailLayout
        frame={frame}
        title={title}
        preview={offers.map((offer) => offer.title).join(", ")}
        action={{ label: "Aller à mon espace", href: `${frame.origin}/espace` }}
      >
        <Paragraph>Bonjour {firstName},</Paragraph>
        {offers.map((offer) => (
          <Paragraph key={`${offer.link} ${offer.kind}`}>
            <MailLink href={offer.link}>« {offer.title} »</MailLink> : {reminderLabels[offer.kind]}
          </Paragraph>
        ))}
        <Paragraph>
          Nous n’écrivons jamais plus d’un rappel par semaine.{" "}
          <MailLink href={stop.page}>Ne plus recevoir de rappels</MailLink>
        </Paragraph>
      </MailLayout>
    );
  },
  sample: {
    firstName: "Claire",
    offers: [
      {
        kind: "unpublished",
        title: "Prévention de l’obésité",
        link: "https://portail.example/espace/offres/exemple",
      },
      {
        kind: "draftWaiting",
        title: "Gestes qui sauvent",
        link: "https://portail.example/espace/offres/exemple-2",
      },
    ],
    stop: {
      page: "https://portail.example/rappels/exemple",
      oneClick: "https://portail.example/api/rappels/exemple",
    },
  },
});

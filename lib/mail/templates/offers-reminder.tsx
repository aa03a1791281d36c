import { reminderLabels } from "@/lib/reminder/labels";
import type { ReminderKind } from "@/lib/reminder/rules";
import type { MailFrame } from "../schema";
import { MailLayout, MailLink, Paragraph } from "./layout";

export interface OffersReminderProps {
  firstName: string;
  offers: { kind: ReminderKind; title: string; link: string }[];
  /** The page that ends the reminders. */
  stopLink: string;
}

export const subject = ({ offers }: Pick<OffersReminderProps, "offers">) =>
  offers.length === 1
    ? `Votre offre vous attend : ${offers[0]?.title ?? ""}`
    : `${offers.length} offres vous attendent`;

export const sample: OffersReminderProps = {
  firstName: "Claire",
  offers: [
    {
      kind: "unpublished",
      title: "Prévention de l'obésité",
      link: "https://portail.example/espace/offres/exemple",
    },
    {
      kind: "draftWaiting",
      title: "Gestes qui sauvent",
      link: "https://portail.example/espace/offres/exemple-2",
    },
  ],
  stopLink: "https://portail.example/rappels/exemple",
};

export function OffersReminder({
  firstName,
  offers,
  stopLink,
  frame,
}: OffersReminderProps & { frame: MailFrame }) {
  const title = offers.length === 1 ? "Votre offre vous attend" : "Vos offres vous attendent";
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
          <MailLink href={offer.link}>« {offer.title} »</MailLink> : {reminderLabels[offer.kind]}
        </Paragraph>
      ))}
      <Paragraph>
        Nous n’écrivons jamais plus d’un rappel par semaine.{" "}
        <MailLink href={stopLink}>Ne plus recevoir de rappels</MailLink>
      </Paragraph>
    </MailLayout>
  );
}

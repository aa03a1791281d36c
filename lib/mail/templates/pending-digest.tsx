import { dayInWords } from "@/lib/offer/calendar-day";
import type { MailFrame } from "../schema";
import { MailLayout, MailLink, Paragraph } from "./layout";

export interface PendingDigestProps {
  firstName: string;
  total: number;
  /** The oldest ones; the queue has the others. */
  oldest: {
    title: string;
    structureName: string;
    department: string;
    submittedAt: Date;
    link: string;
  }[];
  link: string;
  /** The page that ends the digests. */
  stopLink: string;
}

export const subject = ({ total }: Pick<PendingDigestProps, "total">) =>
  total === 1 ? "Une offre attend votre décision" : `${total} offres attendent votre décision`;

export const sample: PendingDigestProps = {
  firstName: "Camille",
  total: 12,
  oldest: [
    {
      title: "Prévention de l’obésité",
      structureName: "Collège Jules-Ferry",
      department: "88",
      submittedAt: new Date("2026-11-20T09:00:00Z"),
      link: "https://portail.example/admin/offres/exemple",
    },
    {
      title: "Gestes qui sauvent",
      structureName: "Lycée Chopin",
      department: "54",
      submittedAt: new Date("2026-11-21T09:00:00Z"),
      link: "https://portail.example/admin/offres/exemple-2",
    },
  ],
  link: "https://portail.example/admin?departement=mes",
  stopLink: "https://portail.example/avis/exemple",
};

export function PendingDigest({
  firstName,
  total,
  oldest,
  link,
  stopLink,
  frame,
}: PendingDigestProps & { frame: MailFrame }) {
  const others = total - oldest.length;
  return (
    <MailLayout
      frame={frame}
      title={subject({ total })}
      preview={oldest.map((offer) => offer.title).join(", ")}
      action={{ label: "Voir les offres à valider", href: link }}
    >
      <Paragraph>Bonjour{firstName ? ` ${firstName}` : ""},</Paragraph>
      {oldest.map((offer) => (
        <Paragraph key={offer.link}>
          <MailLink href={offer.link}>« {offer.title} »</MailLink> : {offer.structureName} (
          {offer.department}), soumise le {dayInWords(offer.submittedAt)}
        </Paragraph>
      ))}
      {others > 0 ? (
        <Paragraph>Et {others === 1 ? "une autre" : `${others} autres`}, plus récentes.</Paragraph>
      ) : null}
      <Paragraph>
        Vous choisissez vos départements et ce rythme à la page{" "}
        <MailLink href={`${frame.origin}/admin/preferences`}>Mes avis</MailLink>.{" "}
        <MailLink href={stopLink}>Ne plus recevoir ces mails</MailLink>
      </Paragraph>
    </MailLayout>
  );
}

import { digestFacts, stopDigestLinks } from "@/lib/agency/preferences/queries/digest";
import { dayInWords } from "@/lib/platform/values/calendar-day";
import { agree } from "@/lib/platform/values/french";
import { defineMail } from "./define-mail";
import { MailLayout, MailLink, Paragraph } from "./layout";
import { account } from "./params";

const title = ({ total }: { total: number }) =>
  agree(total, "Une offre attend votre décision", `${total} offres attendent votre décision`);

export const pendingDigest = defineMail({
  kind: "pendingDigest",
  params: account,
  reader: "agency",
  facts: async ({ accountId }) => {
    const facts = await digestFacts(accountId);
    return facts && { ...facts, stop: stopDigestLinks(accountId) };
  },
  subject: title,
  unsubscribe: ({ stop }) => stop.oneClick,
  Body: ({ firstName, total, oldest, link, stop, frame }) => {
    const others = total - oldest.length;
    return (
      <MailLayout
        frame={frame}
        title={title({ total })}
        preview={oldest.map((offer) => offer.title).join(", ")}
        action={{ label: "Voir les offres à valider", href: link }}
      >
        <Paragraph>Bonjour{firstName ? ` ${firstName}` : ""},</Paragraph>
        {oldest.map((offer) => (
          <Paragraph key={offer.link}>
            <MailLink href={offer.link}>« {offer.title} »</MailLink> : {offer.structureName} (
            {offer.department}), soumise le {dayInWords(offer.submittedAt)}
          </Paragraph>
        ))}
        {others > 0 ? (
          <Paragraph>Et {agree(others, "une autre", `${others} autres`)}, plus récentes.</Paragraph>
        ) : null}
        <Paragraph>
          Vous choisissez vos départements et ce rythme à la page{" "}
          <MailLink href={`${frame.origin}/admin/preferences`}>Mes avis</MailLink>.{" "}
          <MailLink href={stop.page}>Ne plus recevoir ces mails</MailLink>
        </Paragraph>
      </MailLayout>
    );
  },
  sample: {
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
    stop: {
      page: "https://portail.example/avis/exemple",
      oneClick: "https://portail.example/api/avis/exemple",
    },
  },
});

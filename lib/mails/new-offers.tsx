import { alertFacts } from "@/lib/catalogue/alert/queries";
import { agree, counted } from "@/lib/platform/values/french";
import { defineMail } from "./define-mail";
import { MailLayout, MailLink, Paragraph } from "./layout";
import { alert, instant } from "./params";

const title = ({ total, isMore }: { total: number; isMore: boolean }) =>
  agree(
    total,
    "Une nouvelle offre pour votre recherche",
    `${isMore ? "Plus de " : ""}${counted(total, "nouvelle offre", "nouvelles offres")} pour votre recherche`,
  );

export const newOffers = defineMail({
  kind: "newOffers",
  params: alert.extend({ since: instant, until: instant }),
  reader: "asked",
  facts: ({ alertId, ...span }) => alertFacts(alertId, span),
  subject: title,
  unsubscribe: ({ stop }) => stop.oneClick,
  Body: ({ words, total, isMore, offers, link, stop, frame }) => {
    const others = total - offers.length;
    return (
      <MailLayout
        frame={frame}
        title={title({ total, isMore })}
        preview={offers.map(({ title }) => title).join(", ")}
        action={{ label: "Voir toutes les offres de la recherche", href: link }}
      >
        <Paragraph>Bonjour,</Paragraph>
        <Paragraph>Votre recherche : {words}</Paragraph>
        {offers.map((offer) => (
          <Paragraph key={offer.link}>
            <MailLink href={offer.link}>{offer.title}</MailLink> : {offer.structureName},{" "}
            {offer.communeName} ({offer.department}). {offer.when}
          </Paragraph>
        ))}
        {others > 0 ? (
          <Paragraph>
            Et{" "}
            {agree(
              others,
              "une autre",
              `${isMore ? "plus de " : ""}${counted(others, "autre", "autres")}`,
            )}
            .
          </Paragraph>
        ) : null}
        <Paragraph>
          <MailLink href={stop.page}>Ne plus recevoir cette alerte</MailLink>
        </Paragraph>
      </MailLayout>
    );
  },
  sample: {
    words: "Addictions · Vosges · Mars · Jeudi après-midi",
    total: 2,
    isMore: false,
    offers: [
      {
        title: "Tabac, cannabis : en parler vraiment",
        structureName: "Collège Jules-Ferry",
        communeName: "Épinal",
        department: "88",
        when: "Mars et avril : jeudi après-midi",
        link: "https://portail.example/offres/7K3M-9QXD",
      },
      {
        title: "Dire non",
        structureName: "Lycée Chopin",
        communeName: "Nancy",
        department: "54",
        when: "Mars : jeudi toute la journée",
        link: "https://portail.example/offres/8K3M-9QXD",
      },
    ],
    link: "https://portail.example/offres",
    stop: {
      page: "https://portail.example/alerte/exemple",
      oneClick: "https://portail.example/api/alerte/exemple",
    },
  },
});

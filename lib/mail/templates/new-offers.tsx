import type { MailFrame } from "../schema";
import { MailLayout, MailLink, Paragraph } from "./layout";

export interface NewOffersProps {
  /** What is looked for, in words. */
  words: string;
  total: number;
  /** Whether there are more than `total`. */
  isMore: boolean;
  /** The newest ones; the search has the others. */
  offers: {
    title: string;
    structureName: string;
    communeName: string;
    department: string;
    when: string;
    link: string;
  }[];
  link: string;
  /** The page that ends the alert. */
  stopLink: string;
}

export const subject = ({ total, isMore }: Pick<NewOffersProps, "total" | "isMore">) =>
  total === 1
    ? "Une nouvelle offre pour votre recherche"
    : `${isMore ? "Plus de " : ""}${total.toLocaleString("fr-FR")} nouvelles offres pour votre recherche`;

export const sample: NewOffersProps = {
  words: "Addictions · Vosges · Mars · Jeudi après-midi",
  total: 2,
  isMore: false,
  offers: [
    {
      title: "Tabac, cannabis : en parler vraiment",
      structureName: "Collège Jules-Ferry",
      communeName: "Épinal",
      department: "88",
      when: "Mars et avril : jeudi après-midi",
      link: "https://portail.example/offres/7K3M-9QXD",
    },
    {
      title: "Dire non",
      structureName: "Lycée Chopin",
      communeName: "Nancy",
      department: "54",
      when: "Mars : jeudi toute la journée",
      link: "https://portail.example/offres/8K3M-9QXD",
    },
  ],
  link: "https://portail.example/offres",
  stopLink: "https://portail.example/alerte/exemple",
};

export function NewOffers({
  words,
  total,
  isMore,
  offers,
  link,
  stopLink,
  frame,
}: NewOffersProps & { frame: MailFrame }) {
  const others = total - offers.length;
  return (
    <MailLayout
      frame={frame}
      title={subject({ total, isMore })}
      preview={offers.map(({ title }) => title).join(", ")}
      action={{ label: "Voir toutes les offres de la recherche", href: link }}
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>Votre recherche : {words}</Paragraph>
      {offers.map((offer) => (
        <Paragraph key={offer.link}>
          <MailLink href={offer.link}>{offer.title}</MailLink> : {offer.structureName},{" "}
          {offer.communeName} ({offer.department}). {offer.when}
        </Paragraph>
      ))}
      {others > 0 ? (
        <Paragraph>
          Et{" "}
          {others === 1
            ? "une autre"
            : `${isMore ? "plus de " : ""}${others.toLocaleString("fr-FR")} autres`}
          .
        </Paragraph>
      ) : null}
      <Paragraph>
        <MailLink href={stopLink}>Ne plus recevoir cette alerte</MailLink>
      </Paragraph>
    </MailLayout>
  );
}

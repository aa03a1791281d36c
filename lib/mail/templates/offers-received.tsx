import type { ImportFacts, MailFrame } from "../schema";
import { MailLayout, Paragraph } from "./layout";

export const subject = ({ count }: ImportFacts) =>
  count > 1 ? `${count} offres reçues` : "Une offre reçue";

export const sample: ImportFacts = {
  structureName: "Collège Jules-Ferry",
  count: 42,
  link: "https://portail.example/espace/offres/importer/exemple",
};

export function OffersReceived({
  facts: { count, link },
  frame,
}: {
  facts: ImportFacts;
  frame: MailFrame;
}) {
  const [title, are, them] =
    count > 1
      ? [
          "Vos offres sont bien reçues",
          `${count} offres de votre tableur sont transmises`,
          "les validera ou vous demandera des corrections",
        ]
      : [
          "Votre offre est bien reçue",
          "L’offre de votre tableur est transmise",
          "la validera ou vous demandera une correction",
        ];
  return (
    <MailLayout
      frame={frame}
      title={title}
      preview={`${count > 1 ? `${count} offres attendent leur` : "Elle attend sa"} validation.`}
      action={{ label: "Voir mon import", href: link }}
    >
      <Paragraph>
        {are} à l’agence, qui {them}. Vous serez prévenu par mail de chaque décision.
      </Paragraph>
      <Paragraph>Vous n’avez rien d’autre à faire pour l’instant.</Paragraph>
    </MailLayout>
  );
}

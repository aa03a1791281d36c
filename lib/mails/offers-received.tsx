import { agree } from "@/lib/platform/values/french";
import { defineMail } from "./define-mail";
import { MailLayout, Paragraph } from "./layout";
import { offerImport } from "./params";
import { importFacts } from "./queries";

export const offersReceived = defineMail({
  kind: "offersReceived",
  params: offerImport,
  reader: "owner",
  facts: ({ importId }) => importFacts(importId, "espace"),
  subject: ({ count }) => agree(count, "Une offre reçue", `${count} offres reçues`),
  Body: ({ count, link, frame }) => {
    const [title, are, them] =
      count > 1
        ? [
            "Vos offres sont bien reçues",
            `${count} offres de votre tableur sont transmises`,
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
        preview={`${agree(count, "Elle attend sa", `${count} offres attendent leur`)} validation.`}
        action={{ label: "Voir mon import", href: link }}
      >
        <Paragraph>
          {are} à l’agence, qui {them}. Vous serez prévenu par mail de chaque décision.
        </Paragraph>
        <Paragraph>Vous n’avez rien d’autre à faire pour l’instant.</Paragraph>
      </MailLayout>
    );
  },
  sample: {
    structureName: "Collège Jules-Ferry",
    count: 42,
    link: "https://portail.example/espace/offres/importer/exemple",
  },
});

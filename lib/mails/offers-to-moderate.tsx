import { agree } from "@/lib/platform/values/french";
import { defineMail } from "./define-mail";
import { MailLayout, Paragraph } from "./layout";
import { offerImport } from "./params";
import { importFacts } from "./queries";

export const offersToModerate = defineMail({
  kind: "offersToModerate",
  params: offerImport,
  reader: "agency",
  facts: ({ importId }) => importFacts(importId, "admin"),
  subject: ({ count }) => agree(count, "Une offre à valider", `${count} offres à valider`),
  Body: ({ structureName, count, link, frame }) => (
    <MailLayout
      frame={frame}
      title={agree(count, "Une offre attend votre décision", "Des offres attendent votre décision")}
      preview={structureName}
      action={{ label: "Voir les offres à valider", href: link }}
    >
      <Paragraph>
        {structureName} vient de soumettre {agree(count, "une offre", `${count} offres`)} à partir
        d’un tableur.
      </Paragraph>
    </MailLayout>
  ),
  sample: {
    structureName: "Collège Jules-Ferry",
    count: 42,
    link: "https://portail.example/admin",
  },
});

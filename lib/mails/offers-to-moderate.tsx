import { defineMail } from "./define-mail";
import { MailLayout, Paragraph } from "./layout";
import { offerImport } from "./params";
import { importFacts } from "./queries";

export const offersToModerate = defineMail({
  kind: "offersToModerate",
  params: offerImport,
  reader: "agency",
  facts: ({ importId }) => importFacts(importId, "admin"),
  subject: ({ count }) => (count > 1 ? `${count} offres à valider` : "Une offre à valider"),
  Body: ({ structureName, count, link, frame }) => (
    <MailLayout
      frame={frame}
      title="Des offres attendent votre décision"
      preview={structureName}
      action={{ label: "Voir les offres à valider", href: link }}
    >
      <Paragraph>
        {structureName} vient de soumettre {count > 1 ? `${count} offres` : "une offre"} à partir
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

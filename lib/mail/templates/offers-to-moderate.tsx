import type { ImportFacts, MailFrame } from "../schema";
import { MailLayout, Paragraph } from "./layout";

export const subject = ({ count }: ImportFacts) =>
  count > 1 ? `${count} offres à valider` : "Une offre à valider";

export const sample: ImportFacts = {
  structureName: "Collège Jules-Ferry",
  count: 42,
  link: "https://portail.example/admin",
};

export function OffersToModerate({ facts, frame }: { facts: ImportFacts; frame: MailFrame }) {
  return (
    <MailLayout
      frame={frame}
      title="Des offres attendent votre décision"
      preview={facts.structureName}
      action={{ label: "Voir les offres à valider", href: facts.link }}
    >
      <Paragraph>
        {facts.structureName} vient de soumettre{" "}
        {facts.count > 1 ? `${facts.count} offres` : "une offre"} à partir d’un tableur.
      </Paragraph>
    </MailLayout>
  );
}

import { type SuspensionFacts, suspensionFacts } from "@/lib/agency/suspension/queries/facts";
import { withDe } from "@/lib/platform/values/french";
import { defineMail } from "./define-mail";
import { MailLayout, Paragraph } from "./layout";
import { suspension } from "./params";
import { suspended } from "./suspended";
import { suspensionLink } from "./suspension-link";

type Suspended = Pick<SuspensionFacts, "thing" | "name">;

function sentence({ thing, name }: Suspended): string {
  switch (thing) {
    case "offer":
      return `L’agence a levé la suspension de l’offre « ${name} ».`;
    case "account":
      return `L’agence a levé la suspension de votre compte dans ${name}.`;
    case "structure":
      return `L’agence a levé la suspension ${withDe(name)}.`;
    case "structureType":
      return `L’agence a levé la suspension des structures du type « ${name} », dont la vôtre.`;
  }
}

export const suspensionLifted = defineMail({
  kind: "suspensionLifted",
  params: suspension,
  reader: "owner",
  facts: ({ suspensionId }) => suspensionFacts(suspensionId),
  subject: ({ thing, name }) =>
    thing === "offer" ? `Suspension levée : ${name}` : "La suspension est levée",
  Body: ({ offerId, frame, ...facts }) => (
    <MailLayout
      frame={frame}
      title="La suspension est levée"
      preview={sentence(facts)}
      action={{
        label: facts.thing === "offer" ? "Voir mon offre" : "Aller à mon espace",
        href: suspensionLink(offerId, frame),
      }}
    >
      <Paragraph>{sentence(facts)}</Paragraph>
      {facts.standings.map((words) => (
        <Paragraph key={words}>{words}</Paragraph>
      ))}
      {facts.thing === "offer" ? null : (
        <Paragraph>Votre espace dit, offre par offre, ce que le catalogue montre.</Paragraph>
      )}
    </MailLayout>
  ),
  sample: suspended.sample,
});

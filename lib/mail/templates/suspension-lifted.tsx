import type { MailFrame, SuspensionMailFacts } from "../schema";
import { MailLayout, Paragraph } from "./layout";
import { sample as suspendedSample } from "./suspended";

function sentence({ thing, name }: SuspensionMailFacts): string {
  switch (thing) {
    case "offer":
      return `L’agence a levé la suspension de l’offre « ${name} ».`;
    case "account":
      return `L’agence a levé la suspension de votre compte dans ${name}.`;
    case "structure":
      return `L’agence a levé la suspension de ${name}.`;
    case "structureType":
      return `L’agence a levé la suspension des structures du type « ${name} », dont la vôtre.`;
  }
}

export const subject = ({ thing, name }: SuspensionMailFacts) =>
  thing === "offer" ? `Suspension levée : ${name}` : "La suspension est levée";

export const sample: SuspensionMailFacts = suspendedSample;

export function SuspensionLifted({
  facts,
  frame,
}: {
  facts: SuspensionMailFacts;
  frame: MailFrame;
}) {
  return (
    <MailLayout
      frame={frame}
      title="La suspension est levée"
      preview={sentence(facts)}
      action={{
        label: facts.thing === "offer" ? "Voir mon offre" : "Aller à mon espace",
        href: facts.link,
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
  );
}

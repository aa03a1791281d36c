import type { MailFrame, ReportMailFacts } from "../schema";
import { MailLayout, Paragraph } from "./layout";

export const subject = ({ title }: ReportMailFacts) => `Offre signalée : ${title}`;

export const sample: ReportMailFacts = {
  title: "Prévention de l’obésité",
  structureName: "Collège Jules-Ferry",
  reason: "L’offre n’a plus cours",
  waiting: 2,
  link: "https://portail.example/admin/signalements/exemple",
};

export function OfferReported({ facts, frame }: { facts: ReportMailFacts; frame: MailFrame }) {
  return (
    <MailLayout
      frame={frame}
      title="Une offre est signalée"
      preview={`${facts.structureName} : ${facts.reason}`}
      action={{ label: "Lire et traiter", href: facts.link }}
    >
      <Paragraph>
        Un visiteur a signalé « {facts.title} », de {facts.structureName} : {facts.reason}.
      </Paragraph>
      <Paragraph>
        {facts.waiting > 1
          ? `${facts.waiting} signalements de cette offre attendent une suite.`
          : "Ce signalement attend une suite."}{" "}
        Vous ne recevrez pas d’autre message à son sujet aujourd’hui.
      </Paragraph>
    </MailLayout>
  );
}

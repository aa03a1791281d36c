import type { MailFrame, SuspensionMailFacts } from "../schema";
import { MailLayout, Paragraph, Quote } from "./layout";

function sentence({ thing, name }: SuspensionMailFacts): string {
  switch (thing) {
    case "offer":
      return `L’agence a suspendu l’offre « ${name} » : elle n’est plus visible dans le catalogue. Vous pouvez la corriger.`;
    case "account":
      return `L’agence a suspendu votre compte dans ${name} : les offres que vous avez déposées ne sont plus visibles. Vous pouvez vous connecter et lire, sans rien modifier.`;
    case "structure":
      return `L’agence a suspendu ${name} : ses offres ne sont plus visibles. Ses comptes peuvent se connecter et lire, sans rien modifier.`;
    case "structureType":
      return `L’agence a suspendu toutes les structures du type « ${name} », dont la vôtre : leurs offres ne sont plus visibles. Vos comptes peuvent se connecter et lire, sans rien modifier.`;
  }
}

const titles = {
  offer: "Votre offre est suspendue",
  account: "Votre compte est suspendu",
  structure: "Votre structure est suspendue",
  structureType: "Votre structure est suspendue",
} as const;

export const subject = ({ thing, name }: SuspensionMailFacts) =>
  thing === "offer" ? `Offre suspendue : ${name}` : titles[thing];

export const sample: SuspensionMailFacts = {
  thing: "offer",
  name: "Prévention de l’obésité",
  message:
    "Le terrain d’action n’accueille plus d’étudiants.\nÉcrivez-nous quand les travaux seront finis.",
  standings: [
    "Elle est publiée : les établissements de formation et les étudiants la trouvent dès maintenant.",
  ],
  link: "https://portail.example/espace/offres/exemple",
};

export function Suspended({ facts, frame }: { facts: SuspensionMailFacts; frame: MailFrame }) {
  return (
    <MailLayout
      frame={frame}
      title={titles[facts.thing]}
      preview={facts.message}
      action={{
        label: facts.thing === "offer" ? "Voir mon offre" : "Aller à mon espace",
        href: facts.link,
      }}
    >
      <Paragraph>{sentence(facts)}</Paragraph>
      <Quote>{facts.message}</Quote>
      <Paragraph>Pour en parler, écrivez à {frame.contactAddress}.</Paragraph>
    </MailLayout>
  );
}

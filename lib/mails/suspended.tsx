import { type SuspensionFacts, suspensionFacts } from "@/lib/agency/suspension/queries/facts";
import { defineMail } from "./define-mail";
import { MailLayout, Paragraph, Quote } from "./layout";
import { suspension } from "./params";
import { suspensionLink } from "./suspension-link";

type Suspended = Pick<SuspensionFacts, "thing" | "name">;

function sentence({ thing, name }: Suspended): string {
  switch (thing) {
    case "offer":
      return (
        `L’agence a suspendu l’offre « ${name} » : elle n’est plus visible dans le catalogue. ` +
        "Vous pouvez la corriger."
      );
    case "account":
      return (
        `L’agence a suspendu votre compte dans ${name} : les offres que vous avez déposées ` +
        "ne sont plus visibles. Vous pouvez vous connecter et lire, sans rien modifier."
      );
    case "structure":
      return (
        `L’agence a suspendu ${name} : ses offres ne sont plus visibles. ` +
        "Ses comptes peuvent se connecter et lire, sans rien modifier."
      );
    case "structureType":
      return (
        `L’agence a suspendu toutes les structures du type « ${name} », dont la vôtre : ` +
        "leurs offres ne sont plus visibles. Vos comptes peuvent se connecter et lire, " +
        "sans rien modifier."
      );
  }
}

const titles = {
  offer: "Votre offre est suspendue",
  account: "Votre compte est suspendu",
  structure: "Votre structure est suspendue",
  structureType: "Votre structure est suspendue",
} as const;

export const suspended = defineMail({
  kind: "suspended",
  params: suspension,
  reader: "owner",
  facts: ({ suspensionId }) => suspensionFacts(suspensionId),
  subject: ({ thing, name }) => (thing === "offer" ? `Offre suspendue : ${name}` : titles[thing]),
  Body: ({ offerId, frame, ...facts }) => (
    <MailLayout
      frame={frame}
      title={titles[facts.thing]}
      preview={facts.message}
      action={{
        label: facts.thing === "offer" ? "Voir mon offre" : "Aller à mon espace",
        href: suspensionLink(offerId, frame),
      }}
    >
      <Paragraph>{sentence(facts)}</Paragraph>
      <Quote>{facts.message}</Quote>
      <Paragraph>Pour en parler, écrivez à {frame.contactAddress}.</Paragraph>
    </MailLayout>
  ),
  sample: {
    thing: "offer",
    name: "Prévention de l’obésité",
    message:
      "Le terrain d’action n’accueille plus d’étudiants.\n" +
      "Écrivez-nous quand les travaux seront finis.",
    standings: [
      "Elle est publiée : les établissements de formation et les étudiants la trouvent " +
        "dès maintenant.",
    ],
    offerId: "exemple",
  },
});

import type { MailFrame } from "../schema";
import { MailLayout, Paragraph } from "./layout";

export interface ConfirmAddressProps {
  link: string;
}

export const subject = () => "Confirmez votre adresse";

export const sample: ConfirmAddressProps = { link: "https://portail.example/confirmation/exemple" };

export function ConfirmAddress({ link, frame }: ConfirmAddressProps & { frame: MailFrame }) {
  return (
    <MailLayout
      frame={frame}
      title="Confirmez votre adresse"
      preview="Un clic, et vos offres partent à l’agence."
      action={{ label: "Confirmer mon adresse", href: link }}
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Votre compte sur le portail du service sanitaire est créé. Confirmez que cette adresse est
        la vôtre : vous pouvez déjà préparer vos offres, elles partiront à l’agence avec cette
        confirmation.
      </Paragraph>
      <Paragraph>
        Ce lien sert une fois, pendant 24 heures. Vous pouvez en demander un autre depuis votre
        espace.
      </Paragraph>
      <Paragraph>Vous n'avez pas créé de compte ? Ignorez ce message.</Paragraph>
    </MailLayout>
  );
}

import type { MailFrame } from "../schema";
import { MailLayout, Paragraph } from "./layout";

export interface ConfirmAddressProps {
  firstName: string;
  link: string;
}

export const subject = () => "Confirmez votre adresse";

export const sample: ConfirmAddressProps = { firstName: "Claire", link: "https://portail.example/confirmation/exemple" };

export function ConfirmAddress({ firstName, link, frame }: ConfirmAddressProps & { frame: MailFrame }) {
  return (
    <MailLayout frame={frame} title="Confirmez votre adresse" preview="Un clic, et vos offres pourront être publiées." action={{ label: "Confirmer mon adresse", href: link }}>
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        Votre compte sur le portail du service sanitaire est créé. Confirmez que cette adresse est la vôtre : vous pouvez déjà déposer des
        offres, elles ne seront visibles qu'ensuite.
      </Paragraph>
      <Paragraph>Ce lien sert une fois, pendant 24 heures. Vous pouvez en demander un autre depuis votre espace.</Paragraph>
      <Paragraph>Vous n'avez pas créé de compte ? Ignorez ce message.</Paragraph>
    </MailLayout>
  );
}

import type { MailFrame } from "../schema";
import { MailLayout, Paragraph } from "./layout";

export interface ConfirmNewAddressProps {
  link: string;
}

export const subject = () => "Confirmez votre nouvelle adresse";

export const sample: ConfirmNewAddressProps = {
  link: "https://portail.example/nouvelle-adresse/exemple",
};

export function ConfirmNewAddress({ link, frame }: ConfirmNewAddressProps & { frame: MailFrame }) {
  return (
    <MailLayout
      frame={frame}
      title="Confirmez votre nouvelle adresse"
      preview="Votre compte prendra cette adresse."
      action={{ label: "Confirmer ma nouvelle adresse", href: link }}
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Vous avez demandé que votre compte prenne cette adresse. Confirmez-le : vous vous
        connecterez ensuite avec elle, et elle recevra nos messages.
      </Paragraph>
      <Paragraph>Ce lien sert une fois, pendant 24 heures. D’ici là, rien ne change.</Paragraph>
      <Paragraph>Vous n’avez rien demandé ? Ignorez ce message.</Paragraph>
    </MailLayout>
  );
}

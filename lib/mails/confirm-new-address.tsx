import { defineMail } from "./define-mail";
import { MailLayout, Paragraph } from "./layout";
import { accountAndToken } from "./params";
import { linkToAccount } from "./single-use-link";

export const confirmNewAddress = defineMail({
  kind: "confirmNewAddress",
  params: accountAndToken,
  reader: "anyone",
  facts: linkToAccount("changeAddress"),
  subject: () => "Confirmez votre nouvelle adresse",
  Body: ({ link, frame }) => (
    <MailLayout
      frame={frame}
      title="Confirmez votre nouvelle adresse"
      preview="Votre compte prendra cette adresse."
      action={{ label: "Confirmer ma nouvelle adresse", href: link }}
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Vous avez demandé que votre compte prenne cette adresse. Confirmez-le : vous vous
        connecterez ensuite avec elle, et elle recevra nos messages.
      </Paragraph>
      <Paragraph>Ce lien sert une fois, pendant 24 heures. D’ici là, rien ne change.</Paragraph>
      <Paragraph>Vous n’avez rien demandé ? Ignorez ce message.</Paragraph>
    </MailLayout>
  ),
  sample: {
    link: "https://portail.example/nouvelle-adresse/exemple",
  },
});

import { defineMail } from "./define-mail";
import { MailLayout, Paragraph } from "./layout";
import { account } from "./params";
import { accountThere } from "./queries";

export const addressTaken = defineMail({
  kind: "addressTaken",
  params: account,
  reader: "anyone",
  facts: ({ accountId }) => accountThere(accountId),
  subject: () => "Cette adresse a déjà un compte",
  Body: ({ frame }) => (
    <MailLayout
      frame={frame}
      title="Cette adresse a déjà un compte"
      preview="Elle ne peut pas servir à un second."
      action={{ label: "Me connecter", href: `${frame.origin}/connexion` }}
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Quelqu’un a voulu donner votre adresse à un autre compte du portail. C’est impossible,
        puisqu’elle a déjà le sien : rien n’a changé.
      </Paragraph>
      <Paragraph>
        C’était vous ? Connectez-vous avec cette adresse, ou choisissez-en une autre. Ce n’était pas
        vous ? Vous n’avez rien à faire.
      </Paragraph>
    </MailLayout>
  ),
  sample: {},
});

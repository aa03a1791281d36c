import { defineMail } from "./define-mail";
import { MailLayout, Paragraph } from "./layout";
import { account } from "./params";
import { accountThere } from "./queries";

export const passwordChanged = defineMail({
  kind: "passwordChanged",
  params: account,
  reader: "anyone",
  facts: ({ accountId }) => accountThere(accountId),
  subject: () => "Votre mot de passe a été changé",
  Body: ({ frame }) => (
    <MailLayout
      frame={frame}
      title="Votre mot de passe a été changé"
      preview="Toutes vos autres sessions sont fermées."
      action={{ label: "Ce n’était pas moi", href: `${frame.origin}/mot-de-passe` }}
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Le mot de passe de votre compte vient d’être changé, et toutes vos autres sessions sont
        fermées.
      </Paragraph>
      <Paragraph>
        Ce n’était pas vous ? Choisissez tout de suite un nouveau mot de passe, puis écrivez à{" "}
        {frame.contactAddress}.
      </Paragraph>
    </MailLayout>
  ),
  sample: {},
});

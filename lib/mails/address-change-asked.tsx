import { defineMail } from "./define-mail";
import { MailLayout, Paragraph } from "./layout";
import { account } from "./params";
import { accountThere } from "./queries";

export const addressChangeAsked = defineMail({
  kind: "addressChangeAsked",
  params: account,
  reader: "anyone",
  facts: ({ accountId }) => accountThere(accountId),
  subject: () => "Un changement d’adresse a été demandé",
  Body: ({ frame }) => (
    <MailLayout
      frame={frame}
      title="Un changement d’adresse a été demandé"
      preview="Il vaudra quand la nouvelle adresse sera confirmée."
      action={{ label: "Ce n’était pas moi", href: `${frame.origin}/mot-de-passe` }}
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Votre compte doit passer à une autre adresse. Ce sera fait quand le lien envoyé à la
        nouvelle adresse aura servi.
      </Paragraph>
      <Paragraph>
        Ce n’était pas vous ? Choisissez tout de suite un nouveau mot de passe : la demande sera
        annulée.
      </Paragraph>
      <Paragraph>
        Si aucun message ne vous parvient alors, l’adresse a déjà changé : écrivez à{" "}
        {frame.contactAddress}, nous vous rendrons votre compte.
      </Paragraph>
    </MailLayout>
  ),
  sample: {},
});

import { defineMail } from "./define-mail";
import { MailLayout, Paragraph } from "./layout";
import { accountAndToken } from "./params";
import { linkToAccount } from "./single-use-link";

export const confirmAddress = defineMail({
  kind: "confirmAddress",
  params: accountAndToken,
  reader: "anyone",
  facts: linkToAccount("confirmAddress"),
  subject: () => "Confirmez votre adresse",
  Body: ({ link, frame }) => (
    <MailLayout
      frame={frame}
      title="Confirmez votre adresse"
      preview="Confirmez-la : vos offres pourront partir à l’agence."
      action={{ label: "Confirmer mon adresse", href: link }}
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Votre compte sur le portail du service sanitaire est créé. Confirmez que cette adresse est
        la vôtre : vous pouvez déjà préparer vos offres, elles partiront à l’agence avec cette
        confirmation.
      </Paragraph>
      <Paragraph>
        Ce lien sert une fois, pendant 24 heures. Vous pouvez en demander un autre depuis votre
        espace.
      </Paragraph>
      <Paragraph>Vous n’avez pas créé de compte ? Ignorez ce message.</Paragraph>
    </MailLayout>
  ),
  sample: { link: "https://portail.example/confirmation/exemple" },
});

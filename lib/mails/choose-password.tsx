import { defineMail } from "./define-mail";
import { MailLayout, Paragraph } from "./layout";
import { accountAndToken } from "./params";
import { linkToAccount } from "./single-use-link";

export const choosePassword = defineMail({
  kind: "choosePassword",
  params: accountAndToken,
  reader: "anyone",
  facts: linkToAccount("choosePassword"),
  subject: () => "Choisissez un nouveau mot de passe",
  Body: ({ link, frame }) => (
    <MailLayout
      frame={frame}
      title="Choisissez un nouveau mot de passe"
      preview="Le lien sert une fois, pendant deux heures."
      action={{ label: "Choisir un mot de passe", href: link }}
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Un nouveau mot de passe a été demandé pour votre compte. Ce lien sert une fois, pendant deux
        heures.
      </Paragraph>
      <Paragraph>
        Vous n’avez rien demandé ? Ignorez ce message : votre mot de passe reste le même.
      </Paragraph>
    </MailLayout>
  ),
  sample: {
    link: "https://portail.example/mot-de-passe/choisir/exemple",
  },
});

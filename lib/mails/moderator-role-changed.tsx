import { defineMail } from "./define-mail";
import { MailLayout, Paragraph } from "./layout";
import { account } from "./params";
import { moderatorFacts } from "./queries";

export const moderatorRoleChanged = defineMail({
  kind: "moderatorRoleChanged",
  params: account,
  reader: "agency",
  facts: ({ accountId }) => moderatorFacts(accountId),
  subject: () => "Votre rôle change dans la modération du portail",
  Body: ({ firstName, role, frame }) => {
    const administrator = role === "administrator";
    return (
      <MailLayout
        frame={frame}
        title={administrator ? "Vous administrez le portail" : "Vous êtes modérateur"}
        preview="Votre rôle change dans la modération du portail."
        action={{ label: "Aller à la modération", href: `${frame.origin}/admin` }}
      >
        <Paragraph>Bonjour {firstName},</Paragraph>
        <Paragraph>
          {administrator
            ? "Vous gérez désormais les comptes des modérateurs, en plus des offres."
            : "Vous examinez les offres et tenez les vocabulaires ; les comptes des modérateurs " +
              "sont gérés par un administrateur du portail."}
        </Paragraph>
        <Paragraph>Par sécurité, il vous faudra vous connecter de nouveau.</Paragraph>
      </MailLayout>
    );
  },
  sample: { firstName: "Camille", role: "administrator" },
});

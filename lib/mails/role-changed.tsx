import { withDe } from "@/lib/platform/values/french";
import { defineMail } from "./define-mail";
import { MailLayout, Paragraph } from "./layout";
import { account } from "./params";
import { invitationFacts } from "./queries";

export const roleChanged = defineMail({
  kind: "roleChanged",
  params: account,
  reader: "owner",
  facts: ({ accountId }) => invitationFacts(accountId),
  subject: ({ structureName }) => `Votre rôle change dans ${structureName}`,
  Body: ({ firstName, structureName, role, frame }) => {
    const administrator = role === "administrator";
    return (
      <MailLayout
        frame={frame}
        title={administrator ? "Vous êtes administrateur" : "Vous êtes éditeur"}
        preview={`Votre rôle change dans ${structureName}.`}
        action={{ label: "Aller à mon espace", href: `${frame.origin}/espace` }}
      >
        <Paragraph>Bonjour {firstName},</Paragraph>
        <Paragraph>
          {administrator
            ? `Vous gérez désormais les comptes et les informations ${withDe(structureName)}, ` +
              "en plus de ses offres."
            : `Vous déposez et modifiez les offres ${withDe(structureName)} ; ` +
              "ses comptes et ses informations sont gérés par son administrateur."}
        </Paragraph>
        <Paragraph>Par sécurité, il vous faudra vous connecter de nouveau.</Paragraph>
      </MailLayout>
    );
  },
  sample: { firstName: "Paul", structureName: "Collège Jules-Ferry", role: "administrator" },
});

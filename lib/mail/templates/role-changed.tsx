import type { InvitationFacts, MailFrame } from "../schema";
import { MailLayout, Paragraph } from "./layout";

export type RoleChangedProps = InvitationFacts & { link: string };

export const subject = ({ structureName }: InvitationFacts) =>
  `Votre rôle change dans ${structureName}`;

export const sample: RoleChangedProps = {
  firstName: "Paul",
  structureName: "Collège Jules-Ferry",
  role: "administrator",
  link: "https://portail.example/espace",
};

export function RoleChanged({
  firstName,
  structureName,
  role,
  link,
  frame,
}: RoleChangedProps & { frame: MailFrame }) {
  const administrator = role === "administrator";
  return (
    <MailLayout
      frame={frame}
      title={administrator ? "Vous êtes administrateur" : "Vous êtes éditeur"}
      preview={`Votre rôle change dans ${structureName}.`}
      action={{ label: "Aller à mon espace", href: link }}
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        {administrator
          ? `Vous gérez désormais les comptes et les informations de ${structureName}, en plus de ses offres.`
          : `Vous déposez et modifiez les offres de ${structureName} ; ses comptes et ses informations sont gérés par son administrateur.`}
      </Paragraph>
      <Paragraph>Par sécurité, il vous faudra vous connecter de nouveau.</Paragraph>
    </MailLayout>
  );
}

import type { MailFrame, ModeratorFacts } from "../schema";
import { MailLayout, Paragraph } from "./layout";

export type ModeratorRoleChangedProps = ModeratorFacts & { link: string };

export const subject = () => "Votre rôle change dans la modération du portail";

export const sample: ModeratorRoleChangedProps = {
  firstName: "Camille",
  role: "administrator",
  link: "https://portail.example/admin",
};

export function ModeratorRoleChanged({
  firstName,
  role,
  link,
  frame,
}: ModeratorRoleChangedProps & { frame: MailFrame }) {
  const administrator = role === "administrator";
  return (
    <MailLayout
      frame={frame}
      title={administrator ? "Vous administrez le portail" : "Vous êtes modérateur"}
      preview="Votre rôle change dans la modération du portail."
      action={{ label: "Aller à la modération", href: link }}
    >
      <Paragraph>Bonjour {firstName},</Paragraph>
      <Paragraph>
        {administrator
          ? "Vous gérez désormais les comptes des modérateurs, en plus des offres."
          : "Vous examinez les offres et tenez les vocabulaires ; les comptes des modérateurs sont gérés par un administrateur du portail."}
      </Paragraph>
      <Paragraph>Par sécurité, il vous faudra vous connecter de nouveau.</Paragraph>
    </MailLayout>
  );
}

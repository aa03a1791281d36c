import type { MailFrame } from "../schema";
import { MailLayout, Paragraph } from "./layout";

export interface PasswordChangedProps {
  link: string;
}

export const subject = () => "Votre mot de passe a été changé";

export const sample: PasswordChangedProps = { link: "https://portail.example/mot-de-passe" };

export function PasswordChanged({ link, frame }: PasswordChangedProps & { frame: MailFrame }) {
  return (
    <MailLayout
      frame={frame}
      title="Votre mot de passe a été changé"
      preview="Toutes vos autres sessions sont fermées."
      action={{ label: "Ce n'était pas moi", href: link }}
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Le mot de passe de votre compte vient d'être changé, et toutes vos autres sessions sont
        fermées.
      </Paragraph>
      <Paragraph>
        Ce n'était pas vous ? Choisissez tout de suite un nouveau mot de passe, puis écrivez-nous.
      </Paragraph>
    </MailLayout>
  );
}

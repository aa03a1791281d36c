import type { MailFrame } from "../schema";
import { MailLayout, Paragraph } from "./layout";

export interface ChoosePasswordProps {
  link: string;
}

export const subject = () => "Choisissez un nouveau mot de passe";

export const sample: ChoosePasswordProps = {
  link: "https://portail.example/mot-de-passe/choisir/exemple",
};

export function ChoosePassword({ link, frame }: ChoosePasswordProps & { frame: MailFrame }) {
  return (
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
        Vous n'avez rien demandé ? Ignorez ce message : votre mot de passe reste le même.
      </Paragraph>
    </MailLayout>
  );
}

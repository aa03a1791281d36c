import type { MailFrame } from "../schema";
import { MailLayout, Paragraph } from "./layout";

export interface AddressTakenProps {
  link: string;
}

export const subject = () => "Cette adresse a déjà un compte";

export const sample: AddressTakenProps = { link: "https://portail.example/connexion" };

export function AddressTaken({ link, frame }: AddressTakenProps & { frame: MailFrame }) {
  return (
    <MailLayout
      frame={frame}
      title="Cette adresse a déjà un compte"
      preview="Elle ne peut pas servir à un second."
      action={{ label: "Me connecter", href: link }}
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Quelqu’un a voulu donner votre adresse à un autre compte du portail. C’est impossible,
        puisqu’elle a déjà le sien : rien n’a changé.
      </Paragraph>
      <Paragraph>
        C’était vous ? Connectez-vous avec cette adresse, ou choisissez-en une autre. Ce n’était pas
        vous ? Vous n’avez rien à faire.
      </Paragraph>
    </MailLayout>
  );
}

import type { MailFrame } from "../schema";
import { MailLayout, Paragraph } from "./layout";

export interface AccountClosedProps {
  /**
   * Closed by its owner, by the structure's administrator, or because nobody used it for two years.
   */
  by: "owner" | "administrator" | "portal";
}

function reason({ by }: AccountClosedProps): string {
  switch (by) {
    case "owner":
      return "Vous avez demandé la fermeture de votre compte : c’est fait.";
    case "administrator":
      return "L’administrateur de votre structure vous a retiré de ses comptes. Le vôtre est fermé ; les offres restent à la structure.";
    case "portal":
      return "Personne n’a utilisé votre compte depuis deux ans : comme nous vous l’avions annoncé, il est fermé.";
  }
}

export const subject = () => "Votre compte est fermé";

export const sample: AccountClosedProps = { by: "owner" };

export function AccountClosed({ frame, ...props }: AccountClosedProps & { frame: MailFrame }) {
  return (
    <MailLayout
      frame={frame}
      title="Votre compte est fermé"
      preview="Vos données ont été effacées."
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>{reason(props)}</Paragraph>
      <Paragraph>
        Votre nom, votre téléphone et votre adresse en ont été effacés. Ce message est le dernier.
      </Paragraph>
      <Paragraph>Ce n’était pas prévu ? Écrivez à {frame.contactAddress}.</Paragraph>
    </MailLayout>
  );
}

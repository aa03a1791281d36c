import type { MailFrame } from "../schema";
import { MailLayout, Paragraph } from "./layout";

export interface AccountClosedProps {
  structureName: string;
  /** Closed by its owner, or by the structure's administrator. */
  by: "owner" | "administrator";
}

export const subject = () => "Votre compte est fermé";

export const sample: AccountClosedProps = { structureName: "Collège Jules-Ferry", by: "owner" };

export function AccountClosed({ structureName, by, frame }: AccountClosedProps & { frame: MailFrame }) {
  return (
    <MailLayout frame={frame} title="Votre compte est fermé" preview="Vos données ont été effacées.">
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        {by === "owner"
          ? "Vous avez demandé la fermeture de votre compte : c’est fait."
          : `L’administrateur de ${structureName} vous a retiré des comptes de la structure. Votre compte est fermé ; les offres restent à la structure.`}
      </Paragraph>
      <Paragraph>Votre nom, votre téléphone et votre adresse en ont été effacés. Ce message est le dernier.</Paragraph>
      <Paragraph>Ce n’était pas prévu ? Écrivez à {frame.contactAddress}.</Paragraph>
    </MailLayout>
  );
}

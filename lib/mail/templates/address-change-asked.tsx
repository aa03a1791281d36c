import type { MailFrame } from "../schema";
import { MailLayout, Paragraph } from "./layout";

export interface AddressChangeAskedProps {
  link: string;
}

export const subject = () => "Un changement d’adresse a été demandé";

export const sample: AddressChangeAskedProps = { link: "https://portail.example/mot-de-passe" };

export function AddressChangeAsked({
  link,
  frame,
}: AddressChangeAskedProps & { frame: MailFrame }) {
  return (
    <MailLayout
      frame={frame}
      title="Un changement d’adresse a été demandé"
      preview="Il vaudra quand la nouvelle adresse sera confirmée."
      action={{ label: "Ce n’était pas moi", href: link }}
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Votre compte doit passer à une autre adresse. Ce sera fait quand le lien envoyé à la
        nouvelle adresse aura servi.
      </Paragraph>
      <Paragraph>
        Ce n’était pas vous ? Choisissez tout de suite un nouveau mot de passe : la demande sera
        annulée.
      </Paragraph>
      <Paragraph>
        Si aucun message ne vous parvient alors, l’adresse a déjà changé : écrivez à{" "}
        {frame.contactAddress}, nous vous rendrons votre compte.
      </Paragraph>
    </MailLayout>
  );
}

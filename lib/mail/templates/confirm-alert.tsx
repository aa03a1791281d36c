import type { MailFrame } from "../schema";
import { MailLayout, Paragraph } from "./layout";

export interface ConfirmAlertProps {
  /** What is looked for, in words. */
  words: string;
  link: string;
}

export const subject = () => "Confirmez votre alerte";

export const sample: ConfirmAlertProps = { words: "Addictions · Vosges · Mars · Jeudi après-midi", link: "https://portail.example/alerte/exemple" };

export function ConfirmAlert({ words, link, frame }: ConfirmAlertProps & { frame: MailFrame }) {
  return (
    <MailLayout frame={frame} title={subject()} preview={words} action={{ label: "Confirmer l’alerte", href: link }}>
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>Quelqu’un, sans doute vous, a demandé que cette adresse reçoive les nouvelles offres de stage qui répondent à cette recherche :</Paragraph>
      <Paragraph>{words}</Paragraph>
      <Paragraph>Si ce n’est pas vous, ne faites rien : sans confirmation, cette adresse est effacée dans sept jours.</Paragraph>
    </MailLayout>
  );
}

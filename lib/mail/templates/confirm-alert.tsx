import type { MailFrame } from "../schema";
import { MailLayout, Paragraph } from "./layout";

export interface ConfirmAlertProps {
  /** What of the search was chosen from lists, in words. */
  words: string;
  /** Whether words were typed too: they are shown where the link leads, never in this letter. */
  more: boolean;
  link: string;
}

export const subject = () => "Confirmez votre alerte";

export const sample: ConfirmAlertProps = {
  words: "Addictions · Vosges · Mars · Jeudi après-midi",
  more: true,
  link: "https://portail.example/alerte/exemple",
};

export function ConfirmAlert({
  words,
  more,
  link,
  frame,
}: ConfirmAlertProps & { frame: MailFrame }) {
  return (
    <MailLayout
      frame={frame}
      title={subject()}
      preview={words}
      action={{ label: "Confirmer l’alerte", href: link }}
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Quelqu’un, sans doute vous, a demandé que cette adresse reçoive les nouvelles offres de
        stage qui répondent à cette recherche :
      </Paragraph>
      <Paragraph>{words}</Paragraph>
      {more ? (
        <Paragraph>
          Les mots ou la commune de cette recherche se lisent sur la page du lien, avant de
          confirmer.
        </Paragraph>
      ) : null}
      <Paragraph>
        Si ce n’est pas vous, ne faites rien : sans confirmation, cette adresse est effacée dans
        sept jours.
      </Paragraph>
    </MailLayout>
  );
}

import { alertToConfirm } from "@/lib/catalogue/alert/queries";
import { defineMail } from "./define-mail";
import { MailLayout, Paragraph } from "./layout";
import { alert } from "./params";

export const confirmAlert = defineMail({
  kind: "confirmAlert",
  params: alert,
  reader: "anyone",
  facts: ({ alertId }) => alertToConfirm(alertId),
  subject: () => "Confirmez votre alerte",
  Body: ({ words, more, link, frame }) => (
    <MailLayout
      frame={frame}
      title="Confirmez votre alerte"
      preview={words ?? "Une recherche d’offres de stage"}
      action={{ label: "Confirmer l’alerte", href: link }}
    >
      <Paragraph>Bonjour,</Paragraph>
      {words === null ? (
        <Paragraph>
          Quelqu’un, sans doute vous, a demandé que cette adresse reçoive les nouvelles offres de
          stage qui répondent à une recherche. Ses mots ou sa commune se lisent sur la page du lien,
          avant de confirmer.
        </Paragraph>
      ) : (
        <>
          <Paragraph>
            Quelqu’un, sans doute vous, a demandé que cette adresse reçoive les nouvelles offres de
            stage qui répondent à cette recherche :
          </Paragraph>
          <Paragraph>{words}</Paragraph>
        </>
      )}
      {words !== null && more ? (
        <Paragraph>
          Les mots ou la commune de cette recherche se lisent sur la page du lien, avant de
          confirmer.
        </Paragraph>
      ) : null}
      <Paragraph>
        Si ce n’est pas vous, ne faites rien : sans confirmation, cette adresse est effacée dans
        sept jours.
      </Paragraph>
    </MailLayout>
  ),
  sample: {
    words: "Addictions · Vosges · Mars · Jeudi après-midi",
    more: true,
    link: "https://portail.example/alerte/exemple",
  },
});

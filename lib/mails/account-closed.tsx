import { z } from "zod";
import { defineMail } from "./define-mail";
import { MailLayout, Paragraph } from "./layout";
import { structureName } from "./queries";

/** Closed by its owner, by the structure’s administrator, or as nobody used it for two years. */
const reasons = {
  owner: "Vous avez demandé la fermeture de votre compte : c’est fait.",
  administrator:
    "L’administrateur de votre structure vous a retiré de ses comptes. Le vôtre est fermé ; les " +
    "offres restent à la structure.",
  portal:
    "Personne n’a utilisé votre compte depuis deux ans : comme nous vous l’avions annoncé, il " +
    "est fermé.",
};

export const accountClosed = defineMail({
  kind: "accountClosed",
  params: z.object({ structureId: z.uuid(), by: z.enum(["owner", "administrator", "portal"]) }),
  reader: "anyone",
  facts: async ({ structureId, by }) =>
    (await structureName(structureId)) === null ? null : { by },
  subject: () => "Votre compte est fermé",
  isFarewell: true,
  Body: ({ by, frame }) => (
    <MailLayout
      frame={frame}
      title="Votre compte est fermé"
      preview="Vos données ont été effacées."
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>{reasons[by]}</Paragraph>
      <Paragraph>
        Votre nom, votre téléphone et votre adresse en ont été effacés. Ce message est le dernier.
      </Paragraph>
      <Paragraph>Ce n’était pas prévu ? Écrivez à {frame.contactAddress}.</Paragraph>
    </MailLayout>
  ),
  sample: { by: "owner" },
});

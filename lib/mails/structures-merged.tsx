import { z } from "zod";
import { defineMail } from "./define-mail";
import { MailLayout, Paragraph } from "./layout";
import { structureName } from "./queries";

export const structuresMerged = defineMail({
  kind: "structuresMerged",
  params: z.object({ structureId: z.uuid(), targetId: z.uuid() }),
  reader: "owner",
  facts: async ({ structureId, targetId }) => {
    const [from, into] = await Promise.all([structureName(structureId), structureName(targetId)]);
    return from === null || into === null ? null : { from, into };
  },
  subject: ({ into }) => `Vos deux inscriptions n’en font plus qu’une : ${into}`,
  Body: ({ from, into, frame }) => (
    <MailLayout
      frame={frame}
      title="Deux inscriptions, une seule structure"
      preview={`${from} et ${into} sont réunies.`}
      action={{ label: "Aller à mon espace", href: `${frame.origin}/espace` }}
    >
      <Paragraph>
        Votre structure était inscrite deux fois : « {from} » et « {into} ». L’agence les a réunies
        sous le nom de « {into} ».
      </Paragraph>
      <Paragraph>
        Les comptes, les offres dans tous leurs états, les documents, les lieux et les référents de
        « {from} » s’y trouvent désormais. Rien n’est perdu, et vous vous connectez comme avant.
      </Paragraph>
      <Paragraph>Si c’est une erreur, écrivez à {frame.contactAddress}.</Paragraph>
    </MailLayout>
  ),
  sample: { from: "Collège J. Ferry", into: "Collège Jules-Ferry" },
});

import type { MailFrame } from "../schema";
import { MailLayout, Paragraph } from "./layout";

export interface StructuresMergedProps {
  from: string;
  into: string;
  link: string;
}

export const subject = ({ into }: Pick<StructuresMergedProps, "from" | "into">) =>
  `Vos deux inscriptions n’en font plus qu’une : ${into}`;

export const sample: StructuresMergedProps = {
  from: "Collège J. Ferry",
  into: "Collège Jules-Ferry",
  link: "https://portail.example/espace",
};

export function StructuresMerged({
  from,
  into,
  link,
  frame,
}: StructuresMergedProps & { frame: MailFrame }) {
  return (
    <MailLayout
      frame={frame}
      title="Deux inscriptions, une seule structure"
      preview={`${from} et ${into} sont réunies.`}
      action={{ label: "Aller à mon espace", href: link }}
    >
      <Paragraph>
        Votre structure était inscrite deux fois : « {from} » et « {into} ». L’agence les a réunies
        sous le nom de « {into} ».
      </Paragraph>
      <Paragraph>
        Les comptes, les offres dans tous leurs états, les documents, les lieux et les référents de
        « {from} » s’y trouvent désormais. Rien n’est perdu, et vous vous connectez comme avant.
      </Paragraph>
      <Paragraph>Si c’est une erreur, écrivez à {frame.contactAddress}.</Paragraph>
    </MailLayout>
  );
}

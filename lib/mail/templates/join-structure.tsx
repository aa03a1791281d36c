import type { InvitationFacts, MailFrame } from "../schema";
import { MailLayout, Paragraph } from "./layout";

export type JoinStructureProps = InvitationFacts & { link: string };

export const subject = ({ structureName }: InvitationFacts) => `Rejoignez ${structureName} sur le portail du service sanitaire`;

export const sample: JoinStructureProps = { firstName: "Paul", structureName: "Collège Jules-Ferry", role: "editor", link: "https://portail.example/invitation/exemple" };

export function JoinStructure({ firstName, structureName, role, link, frame }: JoinStructureProps & { frame: MailFrame }) {
  return (
    <MailLayout frame={frame} title={`Rejoignez ${structureName}`} preview="Un lien pour créer votre compte." action={{ label: "Créer mon compte", href: link }}>
      <Paragraph>Bonjour{firstName ? ` ${firstName}` : ""},</Paragraph>
      <Paragraph>
        {structureName} vous invite à {role === "administrator" ? "déposer ses offres de stage et à gérer ses comptes" : "déposer ses offres de stage"} sur le
        portail du service sanitaire des étudiants en santé.
      </Paragraph>
      <Paragraph>Ce lien sert une fois, pendant sept jours. Vous y choisirez votre mot de passe.</Paragraph>
      <Paragraph>Vous n’êtes pas concerné ? Ignorez ce message : aucun compte ne sera créé.</Paragraph>
    </MailLayout>
  );
}

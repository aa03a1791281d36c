import type { InvitationFacts, MailFrame } from "../schema";
import { MailLayout, Paragraph } from "./layout";

export type JoinStructureProps = Pick<InvitationFacts, "role"> & { link: string };

export const subject = () => "Rejoignez votre structure sur le portail du service sanitaire";

export const sample: JoinStructureProps = {
  role: "editor",
  link: "https://portail.example/invitation/exemple",
};

export function JoinStructure({ role, link, frame }: JoinStructureProps & { frame: MailFrame }) {
  return (
    <MailLayout
      frame={frame}
      title="Rejoignez votre structure"
      preview="Un lien pour créer votre compte."
      action={{ label: "Créer mon compte", href: link }}
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        Un collègue vous invite à{" "}
        {role === "administrator"
          ? "déposer les offres de stage de votre structure et à gérer ses comptes"
          : "déposer les offres de stage de votre structure"}{" "}
        sur le portail du service sanitaire des étudiants en santé.
      </Paragraph>
      <Paragraph>
        Ce lien sert une fois, pendant sept jours. La page qu’il ouvre nomme la structure ; vous y
        choisirez votre mot de passe.
      </Paragraph>
      <Paragraph>
        Vous n’êtes pas concerné ? Ignorez ce message : aucun compte ne sera créé.
      </Paragraph>
    </MailLayout>
  );
}

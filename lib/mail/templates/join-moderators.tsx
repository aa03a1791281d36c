import type { MailFrame, ModeratorFacts } from "../schema";
import { MailLayout, Paragraph } from "./layout";

export type JoinModeratorsProps = Pick<ModeratorFacts, "role"> & { link: string };

export const subject = () => "Rejoignez la modération du portail du service sanitaire";

export const sample: JoinModeratorsProps = {
  role: "moderator",
  link: "https://portail.example/invitation-moderation/exemple",
};

export function JoinModerators({ role, link, frame }: JoinModeratorsProps & { frame: MailFrame }) {
  return (
    <MailLayout
      frame={frame}
      title="Rejoignez la modération"
      preview="Un lien pour créer votre compte."
      action={{ label: "Créer mon compte", href: link }}
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>
        {frame.agencyName} vous invite à examiner les offres de stage déposées sur le portail du
        service sanitaire des étudiants en santé
        {role === "administrator" ? ", et à gérer les comptes des modérateurs" : ""}.
      </Paragraph>
      <Paragraph>
        Ce lien sert une fois, pendant sept jours. Vous y choisirez votre mot de passe.
      </Paragraph>
      <Paragraph>
        Vous n’êtes pas concerné ? Ignorez ce message : le compte ne s’ouvrira pas sans vous.
      </Paragraph>
    </MailLayout>
  );
}

import { linkFor } from "@/lib/platform/visitor/token";
import { defineMail } from "./define-mail";
import { MailLayout, Paragraph } from "./layout";
import { accountAndToken } from "./params";
import { moderatorFacts } from "./queries";

export const joinModerators = defineMail({
  kind: "joinModerators",
  params: accountAndToken,
  reader: "anyone",
  facts: async ({ accountId, tokenId }) => {
    const place = await moderatorFacts(accountId);
    return place && { role: place.role, link: linkFor({ id: tokenId, purpose: "joinModerators" }) };
  },
  subject: () => "Rejoignez la modération du portail du service sanitaire",
  Body: ({ role, link, frame }) => (
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
        Vous n’êtes pas concerné ? Ignorez ce message : le compte ne s’ouvrira pas sans vous.
      </Paragraph>
    </MailLayout>
  ),
  sample: {
    role: "moderator",
    link: "https://portail.example/invitation-moderation/exemple",
  },
});

import { linkFor } from "@/lib/platform/visitor/token";
import { defineMail } from "./define-mail";
import { MailLayout, Paragraph } from "./layout";
import { accountAndToken } from "./params";
import { invitationFacts } from "./queries";

export const joinStructure = defineMail({
  kind: "joinStructure",
  params: accountAndToken,
  reader: "anyone",
  facts: async ({ accountId, tokenId }) => {
    const place = await invitationFacts(accountId);
    return place && { role: place.role, link: linkFor({ id: tokenId, purpose: "joinStructure" }) };
  },
  subject: () => "Rejoignez votre structure sur le portail du service sanitaire",
  Body: ({ role, link, frame }) => (
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
        Ce lien sert une fois, pendant sept jours. La page qu’il ouvre nomme la structure ; vous y
        choisirez votre mot de passe.
      </Paragraph>
      <Paragraph>
        Vous n’êtes pas concerné ? Ignorez ce message : aucun compte ne sera créé.
      </Paragraph>
    </MailLayout>
  ),
  sample: {
    role: "editor",
    link: "https://portail.example/invitation/exemple",
  },
});

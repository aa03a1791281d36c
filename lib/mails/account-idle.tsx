import { idleFacts } from "@/lib/people/privacy/queries";
import { dayInWords } from "@/lib/platform/values/calendar-day";
import { defineMail } from "./define-mail";
import { MailLayout, Paragraph } from "./layout";
import { account, instant } from "./params";

export const accountIdle = defineMail({
  kind: "accountIdle",
  params: account.extend({ warnedAt: instant }),
  reader: "anyone",
  facts: ({ accountId, warnedAt }) => idleFacts(accountId, warnedAt),
  subject: ({ closesOn }) => `Votre compte sera fermé le ${dayInWords(closesOn)}`,
  Body: ({ closesOn, ofStructure, signsIn, frame }) => {
    const day = dayInWords(closesOn);
    const action = { label: "Me connecter", href: `${frame.origin}/connexion` };
    return (
      <MailLayout
        frame={frame}
        title="Gardez-vous votre compte ?"
        preview={signsIn ? `Sans connexion, il sera fermé le ${day}.` : `Il sera fermé le ${day}.`}
        action={signsIn ? action : undefined}
      >
        <Paragraph>Bonjour,</Paragraph>
        {signsIn ? (
          <Paragraph>
            Vous ne vous êtes pas connecté depuis presque deux ans. Pour garder votre compte,
            connectez-vous une fois avant le {day} : cela suffit.
          </Paragraph>
        ) : (
          <Paragraph>
            L’agence a désactivé votre compte, et personne ne l’a utilisé depuis presque deux ans.
            Pour le garder, écrivez à {frame.contactAddress} avant le {day}.
          </Paragraph>
        )}
        <Paragraph>
          Sinon il sera fermé ce jour-là, et votre nom, votre téléphone et votre adresse seront
          effacés.
        </Paragraph>
        {ofStructure ? (
          <Paragraph>
            Si vous êtes la dernière personne de votre structure, ses offres et leurs documents
            seront supprimés aussi. Sinon, un collègue les reprendra.
          </Paragraph>
        ) : null}
      </MailLayout>
    );
  },
  sample: {
    closesOn: new Date("2027-03-15T10:00:00Z"),
    ofStructure: true,
    signsIn: true,
  },
});

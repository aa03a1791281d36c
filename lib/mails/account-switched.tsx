import { publishedInWords } from "@/lib/offer/lifecycle/queries/visibilities";
import { defineMail } from "./define-mail";
import { MailLayout, Paragraph } from "./layout";
import { account } from "./params";
import { isAccountOpen } from "./queries";

const title = ({ open }: { open: boolean }) =>
  `Votre compte est ${open ? "réactivé" : "désactivé"}`;

export const accountSwitched = defineMail({
  kind: "accountSwitched",
  params: account,
  reader: "anyone",
  facts: async ({ accountId }) => {
    const open = await isAccountOpen(accountId);
    return open === null
      ? null
      : { open, standings: open ? await publishedInWords({ accountId }) : [] };
  },
  subject: title,
  Body: ({ open, standings, frame }) => {
    const sentence = open
      ? "L’agence a réactivé votre compte : vous pouvez vous reconnecter."
      : "L’agence a désactivé votre compte : vous ne pouvez plus vous connecter, et les offres " +
        "que vous avez déposées ne sont plus visibles. Rien n’est effacé.";
    const action = { label: "Me connecter", href: `${frame.origin}/connexion` };
    return (
      <MailLayout
        frame={frame}
        title={title({ open })}
        preview={sentence}
        action={open ? action : undefined}
      >
        <Paragraph>Bonjour,</Paragraph>
        <Paragraph>{sentence}</Paragraph>
        {standings.length > 0 ? (
          <Paragraph>Ce que le catalogue montre de vos offres publiées :</Paragraph>
        ) : null}
        {standings.map((words) => (
          <Paragraph key={words}>{words}</Paragraph>
        ))}
        <Paragraph>Pour en parler, écrivez à {frame.contactAddress}.</Paragraph>
      </MailLayout>
    );
  },
  sample: { open: true, standings: ["Visible dans le catalogue (2 offres)."] },
});

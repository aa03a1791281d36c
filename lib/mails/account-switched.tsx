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
    return open === null ? null : { open };
  },
  subject: title,
  Body: ({ open, frame }) => {
    const sentence = open
      ? "L’agence a réactivé votre compte : vous pouvez vous reconnecter, et vos offres publiées " +
        "sont de nouveau visibles."
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
        <Paragraph>Pour en parler, écrivez à {frame.contactAddress}.</Paragraph>
      </MailLayout>
    );
  },
  sample: { open: false },
});

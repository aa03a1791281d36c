import type { MailFrame } from "../schema";
import { MailLayout, Paragraph } from "./layout";

export interface AccountSwitchedProps {
  open: boolean;
}

const title = (open: boolean) => `Votre compte est ${open ? "réactivé" : "désactivé"}`;

export const subject = ({ open }: Pick<AccountSwitchedProps, "open">) => title(open);

export const sample: AccountSwitchedProps = { open: false };

type Props = AccountSwitchedProps & { link: string; frame: MailFrame };

export function AccountSwitched({ open, link, frame }: Props) {
  const sentence = open
    ? "L’agence a réactivé votre compte : vous pouvez vous reconnecter, et vos offres publiées sont de nouveau visibles."
    : "L’agence a désactivé votre compte : vous ne pouvez plus vous connecter, et les offres que vous avez déposées ne sont plus visibles. Rien n’est effacé.";
  const action = { label: "Me connecter", href: link };
  return (
    <MailLayout
      frame={frame}
      title={title(open)}
      preview={sentence}
      action={open ? action : undefined}
    >
      <Paragraph>Bonjour,</Paragraph>
      <Paragraph>{sentence}</Paragraph>
      <Paragraph>Pour en parler, écrivez à {frame.contactAddress}.</Paragraph>
    </MailLayout>
  );
}

import { Link } from "@/components/ui/link";
import { signOutAction } from "@/lib/people/account/actions";
import type { AccountNavDto } from "@/lib/people/account/queries";
import { headerItem } from "./header-item";
import { SignOutButton } from "./sign-out-button";
import { TypingGuard } from "./typing-guard";

export function SignedIn({ account }: { account: AccountNavDto }) {
  return (
    <>
      <TypingGuard owner={account.id} />
      <Link href={account.space === "moderator" ? "/admin" : "/espace"} className={headerItem}>
        {account.space === "moderator" ? "Modération" : "Mon espace"}
      </Link>
      <SignOutButton action={signOutAction} className={`${headerItem} cursor-pointer`} />
    </>
  );
}

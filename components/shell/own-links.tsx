"use client";

import dynamic from "next/dynamic";
import type { AccountNavDto } from "@/lib/people/account/queries";
import { useOwnAccount } from "./own-account";
import { SignedOut } from "./signed-out";

const SignedIn = dynamic(() => import("./signed-in").then((module) => module.SignedIn));

/** The links of the one who reads; the scripts of those who are signed in come with them. */
export function Links({ account }: { account: AccountNavDto | null }) {
  return account ? <SignedIn account={account} /> : <SignedOut />;
}

/** The same on a page that is the same for every visitor. */
export function OwnLinks() {
  const account = useOwnAccount();
  return account ? <SignedIn account={account} /> : <SignedOut mayBeIn />;
}

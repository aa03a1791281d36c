"use client";

import dynamic from "next/dynamic";
import { useOwnAccount } from "./own-account";
import { SignedOut } from "./signed-out";

const SignedIn = dynamic(() => import("./signed-in").then((module) => module.SignedIn));

/** The links of the one who reads, on a page that is the same for every visitor. */
export function OwnLinks() {
  const account = useOwnAccount();
  return account ? <SignedIn account={account} /> : <SignedOut mayBeIn />;
}

"use client";

import dynamic from "next/dynamic";
import type { AccountNavDto } from "@/lib/people/account/queries";
import { useOwnAccount } from "./own-account";

const ViewingBanner = dynamic(() =>
  import("@/components/agency/help-desk/viewing-banner").then((module) => module.ViewingBanner),
);

/** What a moderator who sees what someone sees is told; nobody else needs its scripts. */
export function Banner({ account }: { account: AccountNavDto | null }) {
  return account?.viewing ? <ViewingBanner account={account} /> : null;
}

/** The same on a page that is the same for everyone. */
export function OwnBanner() {
  return <Banner account={useOwnAccount()} />;
}

"use client";

import dynamic from "next/dynamic";
import { useOwnAccount } from "./own-account";

const ViewingBanner = dynamic(() =>
  import("@/components/agency/help-desk/viewing-banner").then((module) => module.ViewingBanner),
);

/** What a moderator who sees what someone sees is told, on a page that is the same for everyone. */
export function OwnBanner() {
  const account = useOwnAccount();
  return account?.viewing ? <ViewingBanner account={account} /> : null;
}

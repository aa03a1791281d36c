"use client";

import { useSyncExternalStore } from "react";
import { Link } from "@/components/ui/link";
import { rememberedSearch } from "./search-memory";

const never = () => () => undefined;

/** The way from an offer to where it was found; without scripts, to the catalogue. */
export function BackToOffers() {
  const href = useSyncExternalStore(never, rememberedSearch, () => "/offres");
  return (
    <Link href={href} className="inline-flex min-h-11 items-center text-accent underline underline-offset-4">
      {href.includes("?") ? "Revenir à ma recherche" : "Offres de stage"}
    </Link>
  );
}

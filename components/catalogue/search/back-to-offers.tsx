"use client";

import { Link } from "@/components/ui/link";
import { useScripts } from "@/components/ui/use-scripts";
import { viewPaths } from "@/lib/catalogue/search/labels";
import { goBackToSearch, rememberedSearch } from "./search-memory";

/** The way from an offer to where it was found; without scripts, to the catalogue. */
export function BackToOffers() {
  const href = useScripts() ? rememberedSearch() : viewPaths.list;
  return (
    <Link
      href={href}
      scroll={false}
      onClick={goBackToSearch}
      className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
    >
      {href.includes("?") ? "Revenir à ma recherche" : "Offres de stage"}
    </Link>
  );
}

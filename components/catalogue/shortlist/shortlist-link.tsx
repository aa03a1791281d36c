"use client";

import { Link } from "@/components/ui/link";
import { shortlistHref } from "@/lib/catalogue/shortlist/rules";
import { useShortlist, useShortlistSaid } from "./shortlist-store";

/** The way to the selection, with how many offers are in it; what changes is read out. */
export function ShortlistLink() {
  const references = useShortlist();
  const said = useShortlistSaid();
  return (
    <>
      <Link
        href={shortlistHref(references)}
        rel="nofollow"
        className={
          "inline-flex min-h-11 items-center text-accent underline underline-offset-4 " +
          "print:hidden"
        }
      >
        Ma sélection{references.length > 0 ? ` (${references.length})` : ""}
      </Link>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  );
}

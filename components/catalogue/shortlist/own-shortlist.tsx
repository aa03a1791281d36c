"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { useScripts } from "@/components/ui/use-scripts";
import { areSame, shortlistHref } from "@/lib/catalogue/shortlist/rules";
import {
  addToShortlist,
  removeFromShortlist,
  useShortlist,
  useShortlistSaid,
} from "./shortlist-store";

const linkClass = "inline-flex min-h-11 items-center text-accent underline underline-offset-4";

/**
 * What the selection of an address is to the one this browser keeps: the same, another, or the
 * answer to an address that names none.
 * @param references those of the address
 */
export function OwnShortlist({ references }: { references: readonly string[] }) {
  const router = useRouter();
  const own = useShortlist();
  const said = useShortlistSaid();
  const scripts = useScripts();
  const isAsked = references.length === 0 && own.length > 0;
  useEffect(() => {
    if (isAsked) router.replace(shortlistHref(own));
  }, [isAsked, own, router]);
  const isOther = scripts && references.length > 0 && !areSame(own, references);
  const isPart = references.every((reference) => own.includes(reference));
  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      {isOther ? (
        <div className="mb-6 rounded-lg border-l-4 border-info bg-info-soft p-4 print:hidden">
          <p className="font-semibold text-info">
            {own.length === 0
              ? "Cette sélection n’est pas gardée dans ce navigateur."
              : isPart
                ? "La sélection de ce navigateur a d’autres offres encore."
                : "Cette sélection n’est pas celle de ce navigateur."}
          </p>
          <p className="mt-2 flex flex-wrap items-center gap-3">
            {isPart ? null : (
              <Button type="button" variant="secondary" onClick={() => addToShortlist(references)}>
                {own.length === 0 ? "La garder" : "L’ajouter à la mienne"}
              </Button>
            )}
            {own.length === 0 ? null : (
              <Link href={shortlistHref(own)} className={linkClass}>
                Voir la mienne ({own.length})
              </Link>
            )}
          </p>
        </div>
      ) : null}
    </>
  );
}

/**
 * Takes an offer out of the selection that is shown, and out of the browser's where that is the
 * same. Without scripts the address of the rest is all it takes.
 * @param shown references of the address
 */
export function RemoveLink({
  shown,
  removed,
  about,
}: {
  shown: readonly string[];
  removed: readonly string[];
  about: string;
}) {
  const own = useShortlist();
  return (
    <Link
      href={shortlistHref(shown.filter((reference) => !removed.includes(reference)))}
      rel="nofollow"
      onClick={() => {
        if (areSame(own, shown)) removeFromShortlist(removed);
      }}
      className={`${linkClass} px-2 print:hidden`}
    >
      {removed.length > 1 ? "Tout retirer" : "Retirer"}
      <span className="sr-only"> : {about}</span>
    </Link>
  );
}

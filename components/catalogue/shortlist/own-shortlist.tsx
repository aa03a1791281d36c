"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { useScripts } from "@/components/ui/use-scripts";
import { areSame, shortlistHref } from "@/lib/catalogue/shortlist/rules";
import { agree } from "@/lib/platform/values/french";
import { addToShortlist, removeFromShortlist, useShortlist } from "./shortlist-store";

/** An address that names no offer leads to the selection this browser keeps, if there is one. */
export function OpenOwnShortlist() {
  const router = useRouter();
  const own = useShortlist();
  useEffect(() => {
    if (own.length > 0) router.replace(shortlistHref(own));
  }, [own, router]);
  return null;
}

/**
 * Keeps the offers of an address, which somebody sent, in this browser. Its place is there before
 * the browser knows whether it has them: nothing moves.
 */
export function KeepButton({ references }: { references: readonly string[] }) {
  const own = useShortlist();
  const scripts = useScripts();
  const [isPressed, setPressed] = useState(false);
  const isKept = references.every((reference) => own.includes(reference));
  function press() {
    setPressed(true);
    if (!isKept) addToShortlist(references);
  }
  return (
    <button
      type="button"
      onClick={press}
      className={buttonClass("quiet", scripts && (isPressed || !isKept) ? "" : "invisible")}
    >
      {isKept ? "Gardées dans ma sélection" : "Garder ces offres dans ma sélection"}
    </button>
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
      className={buttonClass("quiet", "print:hidden")}
    >
      {agree(removed.length, "Retirer", "Tout retirer")}
      <span className="sr-only"> : {about}</span>
    </Link>
  );
}

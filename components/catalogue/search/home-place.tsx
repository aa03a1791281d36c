"use client";

import { type ComponentType, type RefObject, useRef, useState } from "react";
import { controlClass } from "@/components/ui/control-class";

type Proposing = ComponentType<{ control: RefObject<HTMLInputElement | null> }>;

/**
 * The place of a search that begins on the home page. Its proposals are fetched once somebody is
 * about to type: most who come do not.
 */
export function HomePlace() {
  const own = useRef<HTMLInputElement>(null);
  const [Proposals, setProposals] = useState<Proposing>();
  const fetchProposals = () =>
    import("./place-suggestions").then(
      ({ PlaceSuggestions }) => setProposals(() => PlaceSuggestions),
      // They only help.
      () => undefined,
    );
  return (
    <div className="relative">
      <input
        ref={own}
        id="lieu"
        name="lieu"
        autoComplete="off"
        enterKeyHint="search"
        className={controlClass}
        onFocus={() => void fetchProposals()}
      />
      {Proposals ? <Proposals control={own} /> : null}
    </div>
  );
}

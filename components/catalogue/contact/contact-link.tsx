"use client";

import { rememberedSearch } from "@/components/catalogue/search/search-memory";
import { ButtonLink } from "@/components/ui/button";
import { useScripts } from "@/components/ui/use-scripts";

/** The way to «Écrire à la structure», with the months and half-days that were searched for. */
export function ContactLink({ address }: { address: string }) {
  const wanted = useScripts() ? whenOfSearch(rememberedSearch()) : "";
  return (
    <ButtonLink href={`${address}/contact${wanted}`} rel="nofollow">
      Écrire à la structure
    </ButtonLink>
  );
}

function whenOfSearch(href: string): string {
  const [, search = ""] = href.split("?");
  const when = new URLSearchParams(
    [...new URLSearchParams(search)].filter(([name]) =>
      ["mois", "demijournee", "creneau"].includes(name),
    ),
  ).toString();
  return when && `?${when}`;
}

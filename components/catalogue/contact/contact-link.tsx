"use client";

import { rememberedSearch } from "@/components/catalogue/search/search-memory";
import { ButtonLink } from "@/components/ui/button";
import { useScripts } from "@/components/ui/use-scripts";

/** The way to «Écrire à la structure», with the months and half-days that were searched for. */
export function ContactLink({ reference }: { reference: string }) {
  const when = useScripts() ? whenOfSearch(rememberedSearch()) : "";
  const page = `/offres/${reference}/contact` as const;
  return (
    <ButtonLink href={when ? `${page}?${when}` : page} rel="nofollow">
      Écrire à la structure
    </ButtonLink>
  );
}

function whenOfSearch(href: string): string {
  const [, search = ""] = href.split("?");
  return new URLSearchParams(
    [...new URLSearchParams(search)].filter(([name]) =>
      ["mois", "demijournee", "creneau"].includes(name),
    ),
  ).toString();
}

"use client";

import type { Route } from "next";
import { usePathname } from "next/navigation";
import { Link } from "@/components/ui/link";
import { LinkPending } from "@/components/ui/link-pending";

interface Props {
  label: string;
  links: readonly { href: Route; label: string }[];
  /** The link that the page's header also has: a telephone shows it once. */
  home?: string;
  /** Above the page, on a wide screen too. */
  across?: boolean;
}

export function SideNavigation({ label, links, home, across = false }: Props) {
  const path = usePathname();
  // The most precise link that leads here or above: «Créer une offre» is not also «Mes offres».
  const current = links
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
  return (
    <nav aria-label={label}>
      <ul className={`flex flex-wrap sm:gap-1 ${across ? "" : "lg:flex-col"}`}>
        {links.map(({ href, label: text }) => (
          <li key={href} className={href === home ? "max-sm:hidden" : ""}>
            <Link
              href={href}
              aria-current={current?.href === href ? "page" : undefined}
              className={
                "flex min-h-11 items-center gap-2 rounded px-2 text-sm font-semibold " +
                "sm:px-4 sm:text-base hover:bg-accent-soft aria-[current=page]:bg-accent " +
                "aria-[current=page]:text-surface"
              }
            >
              {text}
              <LinkPending />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

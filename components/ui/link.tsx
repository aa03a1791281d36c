import NextLink, { type LinkProps as NextLinkProps } from "next/link";
import type { ComponentProps } from "react";

export interface LinkProps<Address> extends Omit<
  ComponentProps<typeof NextLink>,
  "prefetch" | "href"
> {
  href: NextLinkProps<Address>["href"];
}

/**
 * A link within the portal, to an address that has a page. Nothing is fetched before it is
 * followed: a page is made at each request for the one who reads it, so what was fetched ahead is
 * made again (docs/decisions/0011-prefetch.md).
 */
export function Link<Address>(props: LinkProps<Address>) {
  return <NextLink prefetch={false} {...props} />;
}

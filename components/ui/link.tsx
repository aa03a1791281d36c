import NextLink from "next/link";
import type { ComponentProps } from "react";

/**
 * A link within the portal. Nothing is fetched before it is followed: a page is made at each
 * request for the one who reads it, so what was fetched ahead is made again
 * (docs/decisions/0011-prefetch.md).
 */
export function Link(props: Omit<ComponentProps<typeof NextLink>, "prefetch">) {
  return <NextLink prefetch={false} {...props} />;
}

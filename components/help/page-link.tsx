import Link from "next/link";
import type { ReactNode } from "react";

/** From the guide to the page it speaks of. Not fetched beforehand: the guide names dozens, and most need a sign-in. */
export function PageLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} prefetch={false}>
      {children}
    </Link>
  );
}

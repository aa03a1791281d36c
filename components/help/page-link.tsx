import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

/**
 * From the guide to the page it speaks of. Not fetched beforehand: the guide names dozens, and most
 * need a sign-in.
 */
export function PageLink({ href, children }: { href: string; children: ReactNode }) {
  return <Link href={href}>{children}</Link>;
}

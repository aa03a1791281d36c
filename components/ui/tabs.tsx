import type { Route } from "next";
import { Link } from "./link";

interface Props {
  /** Names the group for those who do not see it. */
  label: string;
  tabs: readonly { key: string; href: Route; label: string; current: boolean }[];
}

/** Sides of one page, each with an address of its own. */
export function Tabs({ label, tabs }: Props) {
  return (
    <nav aria-label={label} className="mb-3 flex flex-wrap gap-1 border-b border-line sm:mb-5">
      {tabs.map((tab) => (
        <Link
          key={tab.key}
          href={tab.href}
          aria-current={tab.current ? "page" : undefined}
          className={
            "inline-flex min-h-11 items-center border-b-4 border-transparent px-3 " +
            "font-semibold text-accent hover:bg-accent-soft " +
            "aria-[current=page]:border-accent aria-[current=page]:text-ink " +
            // A border that is transparent is drawn there.
            "forced-colors:border-[Canvas]"
          }
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}

import type { ReactNode } from "react";

/**
 * Wide content that scrolls inside its own frame, by keyboard too. The frame is positioned: words
 * for screen readers are taken out of the flow, and without it they would widen the page instead of
 * scrolling with their cells.
 */
export function ScrollRegion({
  label,
  className = "",
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className={`relative overflow-x-auto ${className}`}
    >
      {children}
    </div>
  );
}

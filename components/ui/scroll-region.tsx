import type { ReactNode } from "react";

/**
 * Wide content that scrolls inside its own frame, by keyboard too. The frame is positioned: words
 * for screen readers are taken out of the flow, and without it they would widen the page instead of
 * scrolling with their cells.
 * @param isStop false where what is in it can have the focus, which scrolls it
 */
export function ScrollRegion({
  label,
  isStop = true,
  className = "",
  children,
}: {
  label: string;
  isStop?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={isStop ? 0 : undefined}
      className={`relative overflow-x-auto ${className}`}
    >
      {children}
    </div>
  );
}

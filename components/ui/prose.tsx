import type { ReactNode } from "react";

/** Running text: a guide, a legal page. */
export function Prose({ children }: { children: ReactNode }) {
  return (
    <div
      className={
        "max-w-text [&_a]:text-accent [&_a]:underline [&_a]:underline-offset-4 [&_h2]:mb-3 " +
        "[&_h2]:mt-10 [&_h2]:text-xl [&_h2]:font-bold [&_h3]:mb-2 [&_h3]:mt-7 " +
        "[&_h3]:break-after-avoid [&_h3]:text-lg [&_h3]:font-bold [&_kbd]:rounded " +
        "[&_kbd]:border [&_kbd]:border-control [&_kbd]:bg-surface [&_kbd]:px-1.5 " +
        "[&_kbd]:font-sans [&_kbd]:text-sm [&_li]:mb-1.5 [&_ol]:mb-4 [&_ol]:list-decimal " +
        "[&_ol]:pl-6 [&_p]:mb-4 [&_ul]:mb-4 [&_ul]:list-disc [&_ul]:pl-6"
      }
    >
      {children}
    </div>
  );
}

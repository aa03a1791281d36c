import type { ReactNode } from "react";

/** Running text: a guide, a legal page. */
export function Prose({ children }: { children: ReactNode }) {
  return (
    <div className="max-w-text [&_a]:text-accent [&_a]:underline [&_a]:underline-offset-4 [&_h2]:mb-3 [&_h2]:mt-10 [&_h2]:text-xl [&_h2]:font-bold [&_li]:mb-1.5 [&_p]:mb-4 [&_ul]:mb-4 [&_ul]:list-disc [&_ul]:pl-6">
      {children}
    </div>
  );
}

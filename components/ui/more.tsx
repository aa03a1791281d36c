import type { ReactNode } from "react";

/**
 * What is not needed every day, behind a native menu that opens without scripts. In a row it takes
 * what the row leaves, or a line of its own where that is little: the same open as closed, so that
 * it stays below the pointer.
 * @param about what it is done to, for who does not see where it stands
 */
export function More({
  label,
  about,
  children,
}: {
  label: string;
  about: string;
  children: ReactNode;
}) {
  return (
    <details className="w-full sm:w-auto sm:min-w-56 sm:flex-1">
      <summary
        className={
          "inline-flex min-h-12 cursor-pointer items-center rounded px-2 font-semibold " +
          "text-accent underline underline-offset-4 hover:bg-accent-soft"
        }
      >
        {label}
        <span className="sr-only"> : {about}</span>
      </summary>
      <div
        className={
          "mt-2 flex flex-wrap gap-2 rounded border border-line bg-canvas p-3 sm:w-0 sm:min-w-full"
        }
      >
        {children}
      </div>
    </details>
  );
}

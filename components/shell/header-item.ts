/** A link of the header. A telephone holds them on one line. */
export const headerItem =
  "inline-flex min-h-11 items-center rounded px-1 text-sm font-semibold " +
  "hover:bg-accent-soft min-[22.5rem]:px-2 sm:px-3 sm:text-base";

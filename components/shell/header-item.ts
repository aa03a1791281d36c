/** A link of the header. A telephone holds them on one line. */
export const headerItem =
  "inline-flex min-h-11 items-center rounded px-2 text-sm font-semibold " +
  "hover:bg-accent-soft sm:px-3 sm:text-base";

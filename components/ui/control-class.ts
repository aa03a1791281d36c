/**
 * How inputs, selects and text areas look. By itself, so that a plain GET form fetches no script of
 * the forms that save.
 */
export const controlClass =
  "block w-full min-h-12 rounded border border-control bg-surface px-3 py-2.5 text-base " +
  "text-ink placeholder:text-muted aria-invalid:border-2 aria-invalid:border-danger";

/** Work under way. Appears after a moment: what answers at once shows nothing. */
export function Spinner() {
  return (
    <span
      aria-hidden="true"
      className={
        "size-4 shrink-0 animate-appear rounded-full border-2 border-current " +
        "border-r-transparent motion-safe:animate-appear-spin"
      }
    />
  );
}

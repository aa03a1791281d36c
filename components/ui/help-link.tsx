interface Props {
  /** Behind `/aide`: of a chapter the address, and an anchor of it. */
  section: string;
  /** What it helps with, after «Aide : ». */
  about: string;
}

/**
 * From a form to the part of the guide about it, in a tab of its own: with or without scripts, the
 * form stays as typed.
 */
export function HelpLink({ section, about }: Props) {
  return (
    <a
      href={`/aide${section}`}
      target="_blank"
      className={
        "inline-flex min-h-11 items-center gap-1.5 text-sm text-accent underline " +
        "underline-offset-4"
      }
    >
      <span>Aide : {about}</span>
      <svg
        viewBox="0 0 12 12"
        aria-hidden="true"
        className="size-3 shrink-0 fill-none stroke-current stroke-[1.5]"
      >
        <path d="M5 2H2v8h8V7M7 1h4v4M11 1L5.5 6.5" />
      </svg>
      <span className="sr-only">(nouvel onglet)</span>
    </a>
  );
}

import { HelpLink } from "./help-link";

/** Heading of one part of a form, with the way to what the guide says of it. */
export function FormHeading({
  children,
  help,
  about,
  className = "",
}: {
  children: string;
  help: string;
  about: string;
  className?: string;
}) {
  return (
    <div className={`mb-4 flex flex-wrap items-center justify-between gap-x-4 ${className}`}>
      <h2 className="min-w-0 text-xl font-bold wrap-anywhere">{children}</h2>
      <HelpLink section={help} about={about} />
    </div>
  );
}

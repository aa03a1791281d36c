import type { ReactNode } from "react";

/**
 * The first thing anyone reads.
 * @param lead the agency's words, or the portal's
 * @param children what can be done at once, before them
 */
export function HomeHero({
  agencyName,
  lead,
  children,
}: {
  agencyName: string;
  lead: string;
  children?: ReactNode;
}) {
  return (
    <div className="max-w-text">
      {/* A telephone has it in the header, and the search before the fold. */}
      <p className="mb-3 font-semibold text-accent max-sm:hidden">{agencyName}</p>
      <h1 className="mb-6 text-2xl font-bold tracking-tight sm:text-4xl">
        Accueillir ou trouver un stage du service sanitaire
      </h1>
      {children}
      <p className="mt-6 whitespace-pre-line text-lg text-muted">{lead}</p>
    </div>
  );
}

import { ButtonLink } from "@/components/ui/button";

/** The first thing anyone reads. @param lead the agency's words, or the portal's */
export function HomeHero({ agencyName, lead }: { agencyName: string; lead: string }) {
  return (
    <div className="max-w-text py-4 sm:py-10">
      <p className="mb-3 font-semibold text-accent">{agencyName}</p>
      <h1 className="text-3xl font-bold tracking-tight sm:text-4xl">
        Accueillir ou trouver un stage du service sanitaire
      </h1>
      <p className="mt-5 whitespace-pre-line text-lg text-muted">{lead}</p>
      <div className="mt-8 flex flex-wrap gap-3">
        <ButtonLink href="/inscription">S’inscrire comme structure</ButtonLink>
        <ButtonLink href="/offres" variant="secondary">
          Chercher une offre
        </ButtonLink>
      </div>
    </div>
  );
}

import { HomeHero } from "@/components/reference/text/home-hero";
import { ButtonLink } from "@/components/ui/button";
import { ConfirmationToast } from "@/components/ui/confirmation-toast";
import { Card, Page } from "@/components/ui/layout";
import { env } from "@/lib/platform/environment/env";
import type { SearchParams } from "@/lib/platform/values/search-params";
import { textFor } from "@/lib/reference/text/queries";

const steps = [
  {
    title: "S’inscrire",
    text: "Votre structure et la personne qui suivra l’action : deux pages, quelques minutes.",
  },
  {
    title: "Déposer une offre",
    text:
      "Thèmes, public, places et demi-journées possibles. Vous pouvez vous arrêter et " +
      "reprendre.",
  },
  {
    title: "L’agence valide",
    text: "Elle valide ou vous demande une correction. Vous êtes prévenu par mail.",
  },
  {
    title: "Les étudiants la trouvent",
    text: "Publiée dès la validation si vous le souhaitez, dépubliée quand vous voulez.",
  },
];

export default async function HomePage({ searchParams }: { searchParams: SearchParams }) {
  const [query, lead] = await Promise.all([searchParams, textFor("homeLead")]);
  return (
    <>
      <div className="border-b border-line bg-surface">
        <Page>
          <ConfirmationToast query={query} />
          <HomeHero agencyName={env.agency.agencyName} lead={lead} />
        </Page>
      </div>
      <Page>
        <h2 className="mb-6 text-2xl font-bold">Déposer une offre</h2>
        <ol className="grid gap-5 sm:grid-cols-2 lg:grid-cols-4">
          {steps.map((step, index) => (
            <li key={step.title}>
              <Card className="h-full">
                <span
                  aria-hidden="true"
                  className={
                    "mb-3 flex size-10 items-center justify-center rounded-full " +
                    "bg-accent-soft text-lg font-bold text-accent-strong"
                  }
                >
                  {index + 1}
                </span>
                <h3 className="mb-1 text-lg font-bold">{step.title}</h3>
                <p className="text-muted">{step.text}</p>
              </Card>
            </li>
          ))}
        </ol>
        <div className="mt-12 grid gap-5 lg:grid-cols-2">
          <Card>
            <h2 className="mb-2 text-xl font-bold">Vous accueillez</h2>
            <p className="mb-5 text-muted">
              École, EHPAD, association, entreprise, collectivité : toute structure qui mène ou
              souhaite une action de prévention.
            </p>
            <ButtonLink href="/aide" variant="secondary">
              Lire le guide du dépôt
            </ButtonLink>
          </Card>
          <Card>
            <h2 className="mb-2 text-xl font-bold">Vous formez ou étudiez</h2>
            <p className="mb-5 text-muted">
              Médecine, pharmacie, odontologie, maïeutique, soins infirmiers, masso-kinésithérapie :
              cherchez par thème, lieu et mois.
            </p>
            <ButtonLink href="/offres" variant="secondary">
              Voir les offres publiées
            </ButtonLink>
          </Card>
        </div>
      </Page>
    </>
  );
}

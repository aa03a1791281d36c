import { HomeSearch } from "@/components/catalogue/search/home-search";
import { RegionFigures } from "@/components/catalogue/search/region-figures";
import { HomeHero } from "@/components/reference/text/home-hero";
import { ButtonLink } from "@/components/ui/button";
import { ConfirmationToast } from "@/components/ui/confirmation-toast";
import { Card, Page } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { wholeCatalogue } from "@/lib/catalogue/search/queries/whole-catalogue";
import { env } from "@/lib/platform/environment/env";
import type { SearchParams } from "@/lib/platform/values/search-params";
import { textFor } from "@/lib/reference/text/queries";

/** Who comes here, and where each goes next. */
const visitors = [
  {
    title: "Vous accueillez",
    text:
      "École, EHPAD, association, entreprise, collectivité : déposez une offre, l’agence la " +
      "valide, les étudiants la trouvent.",
    next: { href: "/inscription", label: "S’inscrire comme structure" },
    more: { href: "/aide", label: "Lire le guide du dépôt" },
  },
  {
    title: "Vous formez",
    text:
      "Université ou institut : cherchez par thème, lieu et mois, emportez les listes, écrivez " +
      "aux structures.",
    next: { href: "/offres", label: "Voir les offres publiées" },
    more: { href: "/offres/alerte", label: "Recevoir les nouvelles offres par mail" },
  },
  {
    title: "Vous étudiez",
    text:
      "Médecine, pharmacie, odontologie, maïeutique, soins infirmiers, masso-kinésithérapie : " +
      "voyez qui accueille pendant vos semaines.",
    next: { href: "/offres/calendrier", label: "Chercher dans le calendrier" },
    more: { href: "/aide/trouver-une-offre", label: "Lire le guide de la recherche" },
  },
] as const;

export default async function HomePage({ searchParams }: { searchParams: SearchParams }) {
  const [query, lead, counts] = await Promise.all([
    searchParams,
    textFor("homeLead"),
    wholeCatalogue(),
  ]);
  return (
    <>
      <div className="border-b border-line bg-surface">
        <Page>
          <ConfirmationToast query={query} />
          <div
            className={
              "grid grid-cols-[minmax(0,1fr)] items-center gap-x-16 gap-y-10 " +
              "lg:grid-cols-[minmax(0,1fr)_26rem]"
            }
          >
            <HomeHero agencyName={env.agency.agencyName} lead={lead}>
              <HomeSearch counts={counts} />
            </HomeHero>
            <RegionFigures counts={counts} />
          </div>
        </Page>
      </div>
      <Page>
        <ul className="grid gap-5 wrap-anywhere lg:grid-cols-3">
          {visitors.map(({ title, text, next, more }) => (
            <Card as="li" key={title} className="flex flex-col">
              <h2 className="mb-2 text-xl font-bold">{title}</h2>
              <p className="mb-5 grow text-muted">{text}</p>
              <ButtonLink href={next.href} variant="secondary" className="self-start">
                {next.label}
              </ButtonLink>
              <Link
                href={more.href}
                className={
                  "mt-2 inline-flex min-h-11 items-center self-start text-accent underline " +
                  "underline-offset-4"
                }
              >
                {more.label}
              </Link>
            </Card>
          ))}
        </ul>
        <section aria-labelledby="service-sanitaire" className="mt-12 lg:flex lg:gap-x-16">
          <h2 id="service-sanitaire" className="mb-4 shrink-0 text-2xl font-bold lg:w-80">
            Le service sanitaire en trois phrases
          </h2>
          <p className="text-lg">
            Chaque année, les étudiants en santé consacrent six semaines à la prévention. Ils s’y
            forment, préparent une action et la mènent auprès d’un public, une trentaine de
            demi-journées en tout. Une convention lie chaque étudiant, son établissement et la
            structure qui l’accueille.
          </p>
        </section>
      </Page>
    </>
  );
}

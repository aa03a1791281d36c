import type { Metadata } from "next";
import { Page, PageTitle } from "@/components/ui/layout";
import { Prose } from "@/components/ui/prose";
import { env } from "@/lib/platform/environment/env";

export const metadata: Metadata = {
  title: "Mentions légales",
  description:
    "Qui édite le portail des offres de stage du service sanitaire, et d’où viennent ses données.",
};

export default function LegalPage() {
  const { publicationDirector, hostingProvider } = env.legal;
  return (
    <Page>
      <PageTitle>Mentions légales</PageTitle>
      <Prose>
        <h2>Éditeur</h2>
        <p>
          {env.agency.agencyName},{" "}
          <a href={`mailto:${env.agency.contactAddress}`}>{env.agency.contactAddress}</a>.
        </p>
        {publicationDirector ? <p>Direction de la publication : {publicationDirector}.</p> : null}
        {hostingProvider ? (
          <>
            <h2>Hébergeur</h2>
            <p>{hostingProvider}.</p>
          </>
        ) : null}
        <h2>Contenus</h2>
        <p>
          Les offres sont rédigées par les structures d’accueil, qui en répondent. L’agence les
          valide avant leur publication.
        </p>
        <h2>Données de référence</h2>
        <p>
          La liste des communes vient du Code officiel géographique de l’Insee, diffusé par Etalab
          sous Licence Ouverte.
        </p>
        <p>
          La position des communes vient de <a href="https://www.geonames.org/">GeoNames</a> (
          <a href="https://creativecommons.org/licenses/by/4.0/deed.fr">CC BY 4.0</a>). Celle d’une
          petite commune est estimée d’après ses voisines. Le tracé des départements est de{" "}
          <a href="https://github.com/VictorCazanave/svg-maps">Victor Cazanave</a> (
          <a href="https://creativecommons.org/licenses/by/4.0/deed.fr">CC BY 4.0</a>).
        </p>
      </Prose>
    </Page>
  );
}

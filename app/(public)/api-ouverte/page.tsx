import type { Metadata } from "next";
import { Page, PageTitle, Section } from "@/components/ui/layout";
import { Prose } from "@/components/ui/prose";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { openApiDocument } from "@/lib/catalogue/open-data/openapi";
import { apiLimit, fileLimit } from "@/lib/catalogue/open-data/respond";
import { env } from "@/lib/platform/environment/env";
import { departmentInWords } from "@/lib/reference/commune/departments";

export const metadata: Metadata = {
  title: "Données ouvertes",
  description:
    "Les offres publiées en JSON, en CSV, en classeur et en flux, avec leurs " +
    "paramètres et leur licence.",
  alternates: { canonical: "/api-ouverte" },
};

const linkClass =
  "inline-flex min-h-11 items-center text-accent underline underline-offset-4 wrap-anywhere";

/** The open API for people: made of the document that programs read. */
export default function OpenApiPage() {
  const document = openApiDocument(env.origin, env.agency);
  const { parameters } = document.paths["/offres"].get;
  const inFiles = document.paths["/offres.csv"].get.parameters.map(({ name }) => name);
  const orders = parameters.map(({ name }) => name).filter((name) => !inFiles.includes(name));
  const { departments } = env.agency;
  const inTwo = departments.slice(0, 2).map((code) => `departement=${code}&`);
  const example = `${env.origin}/api/v1/offres?${inTwo.join("")}mois=3&demijournee=thursday-pm`;
  return (
    <Page narrow>
      <PageTitle
        lead={
          "Toutes les offres publiées, pour vos propres outils : sans compte, sans clé, " +
          "sans donnée personnelle."
        }
      >
        Données ouvertes
      </PageTitle>
      <Section title="Essayer" id="essayer">
        <ul>
          {[
            ...departments
              .slice(0, 1)
              .map((code) => [
                `/api/v1/offres?departement=${code}`,
                `Les offres d’un département : ${departmentInWords(code)}`,
              ]),
            ["/api/v1/listes", "Les listes : thèmes, publics, terrains, départements"],
            ["/api/v1/openapi.json", "La description OpenAPI 3.1"],
            ["/api/v1/offres.csv", "Toutes les offres, en CSV"],
            ["/api/v1/offres.xlsx", "Les mêmes, en classeur Excel"],
          ].map(([href, words]) => (
            <li key={href}>
              <a href={href} className={linkClass}>
                {words}
              </a>
            </li>
          ))}
        </ul>
        <ScrollRegion label="Exemple de commande">
          <pre className="rounded bg-surface p-4 text-sm">{`curl '${example}'`}</pre>
        </ScrollRegion>
      </Section>
      <Section title="Filtres" id="filtres">
        <p className="mb-4">
          Ce sont ceux de la page des offres : l’adresse d’une recherche devient celle de l’API. Le
          CSV et le classeur ont les mêmes, sans{" "}
          {orders.map((name, index) => (
            <span key={name}>
              {index === 0 ? "" : index === orders.length - 1 ? " ni " : ", "}
              <code>{name}</code>
            </span>
          ))}{" "}
          : ils ont toutes les offres trouvées.
        </p>
        <dl className="space-y-3">
          {parameters.map(({ name, description, schema }) => (
            <div key={name}>
              <dt>
                <code className="font-bold">{name}</code>
                {schema.type === "array" ? (
                  <span className="text-muted"> (plusieurs fois)</span>
                ) : null}
              </dt>
              <dd className="text-muted">{description}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title="Pages, cache et limites" id="limites">
        <Prose>
          <p>
            Chaque réponse donne l’adresse de la page suivante dans <code>next</code>. Un{" "}
            <code>ETag</code> permet de redemander sans recevoir deux fois la même chose.
          </p>
          <p>
            {apiLimit.requests} requêtes par minute et par adresse, {fileLimit.requests} fichiers
            par heure. Les en-têtes <code>RateLimit</code> et <code>RateLimit-Policy</code> disent
            ce qu’il en reste ; au-delà, la réponse est 429 avec <code>Retry-After</code>. Une
            requête qui n’est pas comprise reçoit la liste de ses paramètres en défaut (RFC 9457).
          </p>
          <p>Licence Ouverte 2.0 : citez la source ({env.agency.agencyName}) et la date.</p>
        </Prose>
      </Section>
    </Page>
  );
}

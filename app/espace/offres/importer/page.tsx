import type { Metadata } from "next";
import { UploadForm } from "@/components/offer/import/upload-form";
import { ConfirmFirst } from "@/components/people/account/confirm-first";
import { DepositNotice } from "@/components/reference/campaign/deposit-notice";
import { ButtonLink } from "@/components/ui/button";
import { HelpLink } from "@/components/ui/help-link";
import { Card, PageTitle, Section } from "@/components/ui/layout";
import { isInput } from "@/lib/offer/content/inputs";
import { headingOf } from "@/lib/offer/import/columns";
import { type ImportRefusal, importRefusalLabels } from "@/lib/offer/import/labels";
import { type ImportState, recentImports } from "@/lib/offer/import/queries";
import { pageViewer } from "@/lib/platform/access/session";
import { now } from "@/lib/platform/values/clock";
import type { SearchParams } from "@/lib/platform/values/search-params";
import { campaignFor, campaignInWords } from "@/lib/reference/campaign/campaign-year";

export const metadata: Metadata = { title: "Importer des offres" };

const stateLabels: Record<ImportState, string> = {
  preview: "à relire",
  running: "en cours",
  done: "terminé",
  cancelled: "annulé",
};

export default async function ImportPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, query] = await Promise.all([pageViewer("offer:import"), searchParams]);
  const recent = await recentImports(viewer);
  const campaign = campaignFor(now());
  return (
    <>
      <PageTitle
        lead={
          "Pour déposer beaucoup d’offres d’un coup, remplissez un tableau : une ligne par " +
          `offre. ${campaignInWords(campaign)}`
        }
      >
        Importer des offres
      </PageTitle>
      <DepositNotice campaign={campaign} />
      <Card>
        <Section
          title="1. Remplir le modèle"
          id="modele"
          action={<HelpLink section="/votre-structure#importer" about="importer pas à pas" />}
        >
          <p className="mb-4">
            Le modèle porte les titres attendus, une ligne d’exemple et, dans sa deuxième feuille,
            les valeurs de chaque liste.
          </p>
          <div className="flex flex-wrap gap-3">
            <ButtonLink href="/espace/offres/importer/modele.xlsx" variant="secondary" download>
              Télécharger le modèle Excel
            </ButtonLink>
            <ButtonLink href="/espace/offres/importer/modele.csv" variant="secondary" download>
              Télécharger le modèle CSV
            </ButtonLink>
          </div>
        </Section>
        <Section title="2. Envoyer le fichier rempli" id="envoi">
          <ConfirmFirst viewer={viewer} what="Vous pourrez envoyer votre fichier">
            <UploadForm refusal={refusalOf(query.refus, query.colonnes)} />
          </ConfirmFirst>
        </Section>
      </Card>
      {recent.length > 0 ? (
        <div className="mt-8">
          <Section title="Derniers imports" id="derniers">
            <ul className="space-y-1">
              {recent.map(({ id, fileName, state, createdAt }) => (
                <li key={id}>
                  <a
                    href={`/espace/offres/importer/${id}`}
                    className={
                      "inline-flex min-h-11 items-center break-all text-accent underline " +
                      "underline-offset-4"
                    }
                  >
                    {fileName}
                  </a>{" "}
                  <span className="text-muted">
                    ({stateLabels[state]},{" "}
                    {createdAt.toLocaleDateString("fr-FR", { timeZone: "Europe/Paris" })})
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        </div>
      ) : null}
    </>
  );
}

/** The words of a code that came by the address; unknown ones say nothing. */
function refusalOf(
  code: string | string[] | undefined,
  columns: string | string[] | undefined,
): string | null {
  if (typeof code !== "string" || !Object.hasOwn(importRefusalLabels, code)) return null;
  const words = importRefusalLabels[code as ImportRefusal];
  if (code !== "headings") return words;
  const missing = String(columns ?? "")
    .split(",")
    .filter(isInput)
    .map((field) => `« ${headingOf(field)} »`);
  return missing.length > 0 ? `${words} : ${missing.join(", ")}.` : `${words}.`;
}

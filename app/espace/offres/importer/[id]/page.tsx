import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ImportChoices } from "@/components/offer/import/import-choices";
import { ImportPreview } from "@/components/offer/import/import-preview";
import { ImportProgress } from "@/components/offer/import/import-progress";
import { ImportResult } from "@/components/offer/import/import-result";
import { DepositNotice } from "@/components/reference/campaign/deposit-notice";
import { ActionForm } from "@/components/ui/action-form";
import { ConfirmationToast } from "@/components/ui/confirmation-toast";
import { Card, PageTitle } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { reviewImportAction } from "@/lib/offer/import/actions";
import {
  type ImportDto,
  importedBefore,
  importedOffers,
  importOf,
  importVocabulary,
} from "@/lib/offer/import/queries";
import { choiceBoxes } from "@/lib/offer/import/schema";
import type { Viewer } from "@/lib/platform/access/policy";
import { pageViewer } from "@/lib/platform/access/session";
import type { FormValues } from "@/lib/platform/form/action-result";
import { dayInWords } from "@/lib/platform/values/calendar-day";
import { now } from "@/lib/platform/values/clock";
import { counted } from "@/lib/platform/values/french";
import { campaignFor } from "@/lib/reference/campaign/campaign-year";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: "Import d’offres" };

export default async function OneImportPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const viewer = await pageViewer("offer:import");
  const found = await importOf(viewer, id);
  if (!found) notFound();
  return (
    <>
      <PageTitle lead={found.fileName}>
        {found.state === "preview" ? "Relire avant d’importer" : "Import d’offres"}
      </PageTitle>
      <ConfirmationToast query={query} />
      {found.state === "preview" ? <DepositNotice campaign={campaignFor(now())} /> : null}
      {found.state === "preview" ? (
        <Preview viewer={viewer} found={found} ticked={tickedIn(query)} />
      ) : null}
      {found.state === "running" ? (
        <Card>
          <ImportProgress importId={found.id} written={found.written} total={found.rows.length} />
        </Card>
      ) : null}
      {found.state === "done" || found.state === "cancelled" ? (
        <ImportResult
          importId={found.id}
          state={found.state}
          offers={await importedOffers(viewer, found)}
        />
      ) : null}
    </>
  );
}

/** The boxes that were ticked at the last check. */
function tickedIn({ choix }: Awaited<Props["searchParams"]>): FormValues {
  const ticked = typeof choix === "string" ? choix.split(",") : ["publish"];
  return Object.fromEntries(
    choiceBoxes.filter((box) => ticked.includes(box)).map((box) => [box, "on"]),
  );
}

async function Preview({
  viewer,
  found,
  ticked,
}: {
  viewer: Viewer;
  found: ImportDto;
  ticked: FormValues;
}) {
  const [{ themes, audiences, siteTypes }, offers, before] = await Promise.all([
    importVocabulary(),
    importedOffers(viewer, found),
    importedBefore(viewer, found),
  ]);
  // What an import that was stopped had written is no longer corrected here.
  const written = offers.filter(({ offerId }) => offerId !== null).map(({ line }) => line);
  const rows = found.rows.filter(({ line }) => !written.includes(line));
  const terms = [...themes, ...audiences, ...siteTypes].map(
    ({ id: term, label }) => [term, label] as const,
  );
  const complete = rows.filter(({ errors }) => Object.keys(errors).length === 0).length;
  const incomplete = rows.length - complete;
  return (
    // What its cells are, and say, changes with every check.
    <ActionForm action={reviewImportAction} keepKey={`import-${found.id}`} values={ticked}>
      <input type="hidden" name="importId" value={found.id} />
      {incomplete > 0 ? <CheckOnEnter /> : null}
      <Card className="mb-8">
        <p className="mb-6 text-lg font-semibold">
          {counted(rows.length, "ligne lue", "lignes lues")} :{" "}
          {counted(complete, "complète", "complètes")}, {incomplete} à corriger.{" "}
          {written.length === 0
            ? "Rien n’est encore créé."
            : counted(
                written.length,
                "offre déjà créée le reste.",
                "offres déjà créées le restent.",
              )}
        </p>
        {before ? (
          <Notice
            tone="warning"
            title={
              `Un fichier de ce nom, importé le ${dayInWords(before.createdAt)}, a créé ` +
              `${counted(before.offers, "offre", "offres")}.`
            }
          >
            Les lignes qu’il avait aussi seraient créées une seconde fois.{" "}
            <Link
              href={`/espace/offres/importer/${before.id}`}
              className="text-accent underline underline-offset-4"
            >
              Voir cet import
            </Link>
          </Notice>
        ) : null}
        <ImportChoices complete={complete} incomplete={incomplete} />
      </Card>
      <ImportPreview
        rows={rows}
        labels={Object.fromEntries(terms)}
        lists={{
          theme: themes.map(({ label }) => label),
          audience: audiences.map(({ label }) => label),
          siteType: siteTypes.map(({ label }) => label),
        }}
      />
    </ActionForm>
  );
}

/** The first button of a form is the one that Enter presses in a cell: it must create nothing. */
function CheckOnEnter() {
  return (
    <button type="submit" name="intent" value="check" tabIndex={-1} aria-hidden className="sr-only">
      Vérifier
    </button>
  );
}

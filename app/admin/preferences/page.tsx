import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PreferencesForm } from "@/components/moderator/moderator-forms";
import { ConfirmationToast } from "@/components/shell/confirmation-toast";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { departmentsOfRegion } from "@/lib/commune/departments";
import { ownPreferences } from "@/lib/moderator/queries/preferences";
import { env } from "@/lib/platform/env";
import type { SearchParams } from "@/lib/platform/search-params";
import { pageViewer } from "@/lib/platform/session";

export const metadata: Metadata = { title: "Mes avis" };

export default async function PreferencesPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, query] = await Promise.all([
    pageViewer("moderator:prefer", "/admin/preferences"),
    searchParams,
  ]);
  const values = await ownPreferences(viewer);
  if (!values) notFound();
  return (
    <Page narrow>
      <ConfirmationToast query={query} />
      <PageTitle lead="Les départements que vous suivez, et comment vous apprenez que des offres attendent. Ils filtrent aussi, d’un choix, la liste des offres à valider.">
        Mes avis
      </PageTitle>
      <Card>
        <PreferencesForm
          departments={departmentsOfRegion(env.agency.departments)}
          values={values}
        />
      </Card>
    </Page>
  );
}

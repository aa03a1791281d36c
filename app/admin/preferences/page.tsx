import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PreferencesForm } from "@/components/agency/preferences/moderator-forms";
import { ConfirmationToast } from "@/components/ui/confirmation-toast";
import { Card, Page, PageTitle } from "@/components/ui/layout";
import { ownPreferences } from "@/lib/agency/preferences/queries/preferences";
import { pageViewer } from "@/lib/platform/access/session";
import { env } from "@/lib/platform/environment/env";
import type { SearchParams } from "@/lib/platform/values/search-params";
import { departmentsOfRegion } from "@/lib/reference/commune/departments";

export const metadata: Metadata = { title: "Mes avis" };

export default async function PreferencesPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, query] = await Promise.all([pageViewer("moderator:prefer"), searchParams]);
  const values = await ownPreferences(viewer);
  if (!values) notFound();
  return (
    <Page narrow>
      <ConfirmationToast query={query} />
      <PageTitle
        lead={
          "Les départements que vous suivez, et comment vous apprenez que des offres " +
          "attendent. Ils filtrent aussi, d’un choix, la liste des offres à valider."
        }
      >
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

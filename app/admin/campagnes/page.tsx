import type { Metadata } from "next";
import { CampaignForm } from "@/components/reference/campaign/campaign-form";
import { ButtonLink } from "@/components/ui/button";
import { ConfirmationToast } from "@/components/ui/confirmation-toast";
import { Card, Facts, Page, PageTitle } from "@/components/ui/layout";
import { pageViewer } from "@/lib/platform/access/session";
import type { SearchParams } from "@/lib/platform/values/search-params";
import { campaignLabel } from "@/lib/reference/campaign/campaign-year";
import { depositInWords } from "@/lib/reference/campaign/labels";
import { campaigns } from "@/lib/reference/campaign/queries";

export const metadata: Metadata = { title: "Campagnes" };

/** The campaigns and when their deposit is open; `?annee=` opens one to change its dates. */
export default async function CampaignsPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, query] = await Promise.all([pageViewer("campaign:manage"), searchParams]);
  const known = await campaigns(viewer);
  return (
    <Page>
      <ConfirmationToast query={query} />
      <PageTitle
        lead={
          "Une campagne va du 1er septembre au 31 août. Choisissez quand les structures " +
          "peuvent soumettre de nouvelles offres ; sans date, le dépôt est ouvert toute " +
          "l’année."
        }
      >
        Campagnes
      </PageTitle>
      <ul className="space-y-5">
        {known.map(({ year, state, offers, pending, ...window }) => (
          <li key={year}>
            <Card>
              <h2 className="text-xl font-bold">Campagne {campaignLabel(year)}</h2>
              <p className="mb-4 mt-1 font-semibold">{depositInWords(state, window)}</p>
              {query.annee === String(year) ? (
                <CampaignForm year={year} window={window} />
              ) : (
                <>
                  <Facts
                    facts={[
                      ["Offres soumises", String(offers)],
                      ["Dont à décider", String(pending)],
                    ]}
                  />
                  <div className="mt-4">
                    <ButtonLink href={`/admin/campagnes?annee=${year}`} variant="secondary">
                      Changer les dates
                      <span className="sr-only"> de la campagne {campaignLabel(year)}</span>
                    </ButtonLink>
                  </div>
                </>
              )}
            </Card>
          </li>
        ))}
      </ul>
    </Page>
  );
}

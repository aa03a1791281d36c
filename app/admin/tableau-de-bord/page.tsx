import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ComparisonPlot } from "@/components/agency/dashboard/comparison-plot";
import { DashboardFilters } from "@/components/agency/dashboard/dashboard-filters";
import { DelayPlot } from "@/components/agency/dashboard/delay-plot";
import { GridPlot } from "@/components/agency/dashboard/grid-plot";
import { Overview } from "@/components/agency/dashboard/overview";
import { RegionPlot } from "@/components/agency/dashboard/region-plot";
import { TimelinePlot } from "@/components/agency/dashboard/timeline-plot";
import { buttonClass } from "@/components/ui/button";
import { Page, PageTitle, Section } from "@/components/ui/layout";
import { dashboard } from "@/lib/agency/dashboard/queries/dashboard";
import { readDashboardFilter } from "@/lib/agency/dashboard/schema";
import { placeInWords, shortMonthLabels } from "@/lib/agency/dashboard/words";
import { campaignChoices } from "@/lib/agency/moderation/queries/campaigns";
import { months } from "@/lib/offer/availability/availability";
import { halfDayLabel } from "@/lib/offer/availability/availability-words";
import { pageViewer } from "@/lib/platform/access/session";
import { env } from "@/lib/platform/environment/env";
import { dayInWords } from "@/lib/platform/values/calendar-day";
import { now } from "@/lib/platform/values/clock";
import type { SearchParams } from "@/lib/platform/values/search-params";
import { campaignLabel } from "@/lib/reference/campaign/campaign-year";
import { departmentsOfRegion } from "@/lib/reference/commune/departments";
import { mapOfRegion } from "@/lib/reference/commune/queries/region-map";

export const metadata: Metadata = { title: "Tableau de bord" };

export default async function DashboardPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, query] = await Promise.all([pageViewer("dashboard:read"), searchParams]);
  const filter = readDashboardFilter(query, now());
  const [board, campaigns] = await Promise.all([
    dashboard(viewer, filter),
    campaignChoices(viewer),
  ]);
  if (!board) notFound();
  const departments = departmentsOfRegion(env.agency.departments);
  const place = placeInWords(filter.department, env.agency.regionName);
  return (
    <Page>
      <PageTitle
        lead={
          `Campagne ${campaignLabel(filter.campaign)}, ${place}, au ${dayInWords(now())}. ` +
          "Chaque nombre ouvre la liste qu’il compte."
        }
      >
        Tableau de bord
      </PageTitle>
      <DashboardFilters filter={filter} campaigns={campaigns} departments={departments} />
      <p className="mb-6 print:hidden">
        <a
          href={`/admin/tableau-de-bord/rapport?campagne=${filter.campaign}&departement=${filter.department}`}
          className={buttonClass("secondary")}
        >
          Rapport annuel (PDF)
        </a>
      </p>
      <Overview states={board.states} visible={board.visible} structures={board.structures} />
      <Section id="departements" title="Où">
        <Lead>
          Offres soumises pour la campagne, hors refusées, au département de leur terrain d’action.
          Le nom d’un département y ramène toute la page.
        </Lead>
        <RegionPlot
          map={mapOfRegion()}
          departments={board.departments}
          chosen={filter.department}
          addressOf={(department) =>
            `/admin/tableau-de-bord?campagne=${filter.campaign}&departement=${department}`
          }
        />
        <p className="mt-3 text-sm text-muted">
          Contours des départements : SVG Maps, d’après MapSVG, licence CC BY 4.0.
        </p>
      </Section>
      <Section id="themes" title="Sur quoi et pour qui">
        <Lead>
          Une offre compte à chaque croisement d’un de ses thèmes et d’un de ses publics cibles.
        </Lead>
        <GridPlot
          id="matrix"
          title="Thèmes et publics cibles"
          corner="Thème"
          columns={board.audiences.map(({ label }) => label)}
          rows={board.matrix.map(({ theme, offers }) => ({
            key: theme.id,
            name: theme.label,
            offers,
          }))}
          nameWidth={210}
          headHeight={190}
        />
      </Section>
      <Section id="creneaux" title="Quand">
        <Lead>Une offre compte à chaque demi-journée où elle peut accueillir.</Lead>
        <GridPlot
          id="week"
          title="Mois et demi-journées"
          corner="Demi-journée"
          columns={months.map((month) => shortMonthLabels[month])}
          rows={board.week.map(({ halfDay, offers }) => ({
            key: halfDay,
            name: halfDayLabel(halfDay),
            offers,
          }))}
          nameWidth={140}
          headHeight={26}
        />
      </Section>
      <Section id="avancement" title="Au fil de la campagne">
        <TimelinePlot timeline={board.timeline} />
      </Section>
      <Section id="delais" title="Temps pour décider">
        <DelayPlot delays={board.delays} />
      </Section>
      <Section id="comparaison" title="La campagne et la précédente">
        <ComparisonPlot comparison={board.comparison} />
      </Section>
    </Page>
  );
}

function Lead({ children }: { children: string }) {
  return <p className="mb-4 max-w-text text-muted print:break-after-avoid">{children}</p>;
}

import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState, PageTitle } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import { Table } from "@/components/ui/table";
import { type ActivityDto, activityOf } from "@/lib/people/membership/queries/activity";
import { pageViewer } from "@/lib/platform/access/session";
import { deedInWords } from "@/lib/platform/audit/labels";
import { env } from "@/lib/platform/environment/env";
import type { SearchParams } from "@/lib/platform/values/search-params";

export const metadata: Metadata = { title: "Qui a fait quoi" };

function actorInWords(actor: ActivityDto["actor"]): string {
  if (actor.kind === "colleague") return actor.name;
  return actor.kind === "agency" ? env.agency.shortName : "Le portail";
}

function subjectOf({ offer, about }: ActivityDto) {
  if (!offer) return about || "—";
  if (offer.isDeleted) return `${offer.title} (supprimée)`;
  return (
    <Link href={`/espace/offres/${offer.id}`} className="text-accent underline underline-offset-4">
      {offer.title}
    </Link>
  );
}

export default async function ActivityPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, query] = await Promise.all([pageViewer("colleague:read"), searchParams]);
  const { entries, next } = await activityOf(
    viewer,
    typeof query.avant === "string" ? query.avant : "",
  );
  return (
    <>
      <PageTitle
        lead={
          "Ce que chacun a fait sur les offres et la structure, du plus récent au plus " + "ancien."
        }
      >
        Qui a fait quoi
      </PageTitle>
      {entries.length === 0 ? (
        <EmptyState title="Rien de plus ancien" />
      ) : (
        <Table
          caption="Qui a fait quoi"
          columns={["Quand", "Qui", "Quoi", "Sur quoi"]}
          rows={entries.map((entry) => ({
            key: entry.id,
            cells: [
              <Moment key="at" date={entry.at} />,
              actorInWords(entry.actor),
              deedInWords(entry.deed),
              subjectOf(entry),
            ],
          }))}
        />
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        {next ? (
          <ButtonLink href={`/espace/collegues/activite?avant=${next}`} variant="secondary">
            Plus ancien
          </ButtonLink>
        ) : null}
        <ButtonLink href="/espace/collegues" variant="secondary">
          Revenir à mes collègues
        </ButtonLink>
      </div>
    </>
  );
}

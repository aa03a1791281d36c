import { ChangeList } from "@/components/offer/view/change-list";
import { WeekTable } from "@/components/slot-grid/week-table";
import { Card, Section } from "@/components/ui/layout";
import type { RevisionChangesDto } from "@/lib/agency/moderation/queries/revision-changes";

/** What the revision that waits changes against what the public sees, the grid included. */
export function RevisionChanges({
  revision: { changes, availability },
}: {
  revision: RevisionChangesDto;
}) {
  return (
    <Card className="mb-8">
      <Section title="Ce qui change par rapport à la version publique" id="changements">
        {changes.length === 0 ? (
          <p className="text-muted">
            Rien : cette révision dit la même chose que la version validée.
          </p>
        ) : (
          <ChangeList changes={changes} />
        )}
        {changes.some(({ part }) => part === "availability") ? (
          <div className="mt-4">
            <WeekTable availability={availability.after} before={availability.before} />
          </div>
        ) : null}
      </Section>
    </Card>
  );
}

import { Badge } from "@/components/ui/badge";
import { Day } from "@/components/ui/day";
import { Card } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import { structureStateLabels } from "@/lib/agency/help-desk/labels";
import type { StructureCardDto, StructureState } from "@/lib/agency/help-desk/schema";
import { counted } from "@/lib/platform/values/french";

const tones = { active: "success", suspended: "danger", closed: "neutral" } as const;

export function StructureBadge({ state }: { state: StructureState }) {
  return <Badge tone={tones[state]}>{structureStateLabels[state]}</Badge>;
}

/** One structure of the list. */
export function StructureCard({ structure }: { structure: StructureCardDto }) {
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h2 className="min-w-0 text-lg font-bold">
          <Link
            href={`/admin/structures/${structure.id}`}
            className="break-words text-accent underline underline-offset-4"
          >
            {structure.name}
          </Link>
        </h2>
        <StructureBadge state={structure.state} />
      </div>
      <p className="mt-1">
        {structure.type} · {structure.communeName} ({structure.department})
      </p>
      <p className="text-muted">
        {countedOrNone(structure.accounts, "compte", "Aucun compte")} ·{" "}
        {countedOrNone(structure.offers, "offre", "aucune offre")}
        {structure.offers > 0 ? `, dont ${structure.publicOffers} dans le catalogue` : ""} ·
        inscrite le <Day date={structure.createdAt} />
      </p>
    </Card>
  );
}

function countedOrNone(count: number, noun: string, none: string): string {
  return count === 0 ? none : counted(count, noun, `${noun}s`);
}

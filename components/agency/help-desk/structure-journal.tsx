import { Moment } from "@/components/ui/moment";
import { Table } from "@/components/ui/table";
import { changedFieldLabels } from "@/lib/agency/help-desk/labels";
import type { StructureEntryDto } from "@/lib/agency/help-desk/schema";
import { actorKindLabels, deedInWords } from "@/lib/platform/audit/labels";

/** What was done lately in a structure. */
export function StructureJournal({ entries }: { entries: readonly StructureEntryDto[] }) {
  if (entries.length === 0) return <p className="text-muted">Rien depuis douze mois.</p>;
  return (
    <Table
      caption="Dernières actions"
      columns={["Quand", "Qui", "Quoi", "Sur quoi"]}
      rows={entries.map((entry) => ({
        key: entry.id,
        cells: [
          <Moment key="at" date={entry.at} />,
          actorOf(entry),
          <Deed key="deed" entry={entry} />,
          entry.about || "La structure",
        ],
      }))}
    />
  );
}

function actorOf({ actor, actorKind }: StructureEntryDto): string {
  if (actorKind === "portal") return actorKindLabels.portal;
  return `${actor || "Compte effacé"} (${actorKindLabels[actorKind]})`;
}

function Deed({ entry }: { entry: StructureEntryDto }) {
  const changes = Object.entries(entry.changes ?? {}) as [
    keyof typeof changedFieldLabels,
    { before: string; after: string } | null,
  ][];
  return (
    <>
      {deedInWords(entry.deed)}
      {changes.map(([field, change]) => (
        <span key={field} className="block text-sm text-muted">
          {changedFieldLabels[field]}
          {change ? ` : « ${change.before} » devient « ${change.after} »` : " : changé"}
        </span>
      ))}
    </>
  );
}

import { DepartmentSelect } from "@/components/reference/commune/department-select";
import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSelect, FilterText } from "@/components/ui/filter-fields";
import type { Choice } from "@/components/ui/select-field";
import {
  claimKindLabels,
  claimKinds,
  queueKindLabels,
  queueKinds,
} from "@/lib/agency/moderation/labels";
import type { QueueFilter } from "@/lib/agency/moderation/schema";

export function QueueFilters({
  filter,
  departments,
}: {
  filter: QueueFilter;
  departments: readonly Choice[];
}) {
  return (
    <FilterBar columns={5} all="/admin">
      <FilterText name="q" label="Structure, titre ou référence" value={filter.q} />
      <DepartmentSelect value={filter.departement} choices={departments} />
      <FilterSelect
        name="genre"
        label="Seulement"
        value={filter.genre}
        all="Toutes les offres"
        choices={queueKinds.map((kind) => ({ value: kind, label: queueKindLabels[kind] }))}
      />
      <FilterSelect
        name="suivi"
        label="Suivi"
        value={filter.suivi}
        all="Toutes"
        choices={claimKinds.map((kind) => ({ value: kind, label: claimKindLabels[kind] }))}
      />
    </FilterBar>
  );
}

import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSelect, FilterText } from "@/components/ui/filter-fields";
import type { JournalFilter } from "@/lib/agency/journal/schema";
import { deedGroupLabels, deedGroups } from "@/lib/platform/audit/labels";

export function JournalFilters({ filter }: { filter: JournalFilter }) {
  return (
    <FilterBar all="/admin/journal">
      <FilterText name="qui" label="Qui (nom ou adresse)" value={filter.qui} />
      <FilterSelect
        name="quoi"
        label="Quoi"
        value={filter.quoi}
        all="Tout"
        choices={deedGroups.map((group) => ({ value: group, label: deedGroupLabels[group] }))}
      />
      <FilterText name="objet" label="Référence d’offre ou structure" value={filter.objet} />
      <FilterText name="du" label="Du" value={filter.du} type="date" />
      <FilterText name="au" label="Au" value={filter.au} type="date" />
    </FilterBar>
  );
}

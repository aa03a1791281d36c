import { DepartmentSelect } from "@/components/reference/commune/department-select";
import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSelect, FilterText } from "@/components/ui/filter-fields";
import type { Choice } from "@/components/ui/select-field";
import { structureStateLabels } from "@/lib/agency/help-desk/labels";
import { type StructureFilter, structureStates } from "@/lib/agency/help-desk/schema";

export function StructureFilters({
  filter,
  departments,
  types,
}: {
  filter: StructureFilter;
  departments: readonly Choice[];
  types: readonly Choice[];
}) {
  return (
    <FilterBar all="/admin/structures">
      <FilterText name="q" label="Nom, commune, compte ou référence" value={filter.q} />
      <DepartmentSelect value={filter.departement} choices={departments} />
      <FilterSelect
        name="type"
        label="Type de structure"
        value={filter.type}
        all="Tous les types"
        choices={types}
      />
      <FilterSelect
        name="etat"
        label="État"
        value={filter.etat}
        all="Tous les états"
        choices={structureStates.map((state) => ({
          value: state,
          label: structureStateLabels[state],
        }))}
      />
      <FilterSelect
        name="publication"
        label="Publication"
        value={filter.publication}
        all="Peu importe"
        choices={[{ value: "jamais", label: "N’a jamais publié" }]}
      />
    </FilterBar>
  );
}

import { DepartmentSelect } from "@/components/reference/commune/department-select";
import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSelect, FilterText } from "@/components/ui/filter-fields";
import type { Choice } from "@/components/ui/select-field";
import { type ParticipationFilter, situations } from "@/lib/agency/dashboard/schema";
import { situationLabels } from "@/lib/agency/dashboard/words";

export function ParticipationFilters({
  filter,
  campaigns,
  departments,
}: {
  filter: ParticipationFilter;
  campaigns: readonly Choice[];
  departments: readonly Choice[];
}) {
  const [first, ...others] = situations;
  // Of those no offer is looked at that was submitted.
  const lacksOffers = filter.situation === "never" || filter.situation === "absent";
  return (
    <FilterBar>
      <FilterSelect
        name="situation"
        label="Structures qui…"
        value={filter.situation}
        all={situationLabels[first]}
        choices={others.map((situation) => ({
          value: situation,
          label: situationLabels[situation],
        }))}
      />
      {filter.situation === "never" ? null : (
        <FilterSelect
          name="campagne"
          label="Campagne"
          value={filter.campagne}
          all="Toutes les campagnes"
          choices={campaigns}
        />
      )}
      <DepartmentSelect value={filter.departement} choices={departments} />
      {lacksOffers ? null : (
        <FilterText
          name="soumisau"
          label="Offres soumises jusqu’au"
          value={filter.soumisau}
          type="date"
        />
      )}
    </FilterBar>
  );
}

import { Button } from "@/components/ui/button";
import { FilterSelect, FilterText } from "@/components/ui/filter-fields";
import type { Choice } from "@/components/ui/select-field";
import { type ParticipationFilter, situations } from "@/lib/agency/dashboard/schema";
import { situationLabels } from "@/lib/agency/dashboard/words";

/** A plain GET form: the address holds the filter. */
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
  return (
    <search>
      <form
        className={
          "mb-6 grid items-end gap-4 rounded-lg border border-line bg-surface p-5 " +
          "sm:grid-cols-2 lg:grid-cols-3"
        }
      >
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
        <FilterSelect
          name="campagne"
          label="Campagne"
          value={filter.campagne}
          all="Toutes les campagnes"
          choices={campaigns}
        />
        <FilterSelect
          name="departement"
          label="Département"
          value={filter.departement}
          all="Toute la région"
          choices={departments}
        />
        <FilterText
          name="soumisau"
          label="Offres soumises jusqu’au"
          value={filter.soumisau}
          type="date"
        />
        <Button>Filtrer</Button>
      </form>
    </search>
  );
}

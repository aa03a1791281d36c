import { Button, ButtonLink } from "@/components/ui/button";
import { FilterSelect, FilterText } from "@/components/ui/filter-fields";
import type { JournalFilter } from "@/lib/agency/journal/schema";
import { deedGroupLabels, deedGroups } from "@/lib/platform/audit/labels";

/** A plain GET form: the address holds the filter. */
export function JournalFilters({ filter }: { filter: JournalFilter }) {
  return (
    <search>
      <form
        className={
          "mb-6 grid items-end gap-4 rounded-lg border border-line bg-surface p-5 " +
          "sm:grid-cols-2 lg:grid-cols-3"
        }
      >
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
        <div className="flex flex-wrap gap-3">
          <Button>Filtrer</Button>
          <ButtonLink href="/admin/journal" variant="quiet">
            Tout voir
          </ButtonLink>
        </div>
      </form>
    </search>
  );
}

import { Button, ButtonLink } from "@/components/ui/button";
import { FilterSelect, FilterText } from "@/components/ui/filter-fields";
import type { Choice } from "@/components/ui/select-field";
import { structureStateLabels } from "@/lib/agency/help-desk/labels";
import { type StructureFilter, structureStates } from "@/lib/agency/help-desk/schema";

/** A plain GET form: the address holds the filter. */
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
    <search>
      <form
        className={
          "mb-6 grid items-end gap-4 rounded-lg border border-line bg-surface p-5 " +
          "sm:grid-cols-2 lg:grid-cols-3"
        }
      >
        <FilterText name="q" label="Nom, commune, compte ou référence" value={filter.q} />
        <FilterSelect
          name="departement"
          label="Département"
          value={filter.departement}
          all="Toute la région"
          choices={departments}
        />
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
        <div className="flex flex-wrap gap-3">
          <Button>Filtrer</Button>
          <ButtonLink href="/admin/structures" variant="quiet">
            Tout voir
          </ButtonLink>
        </div>
      </form>
    </search>
  );
}

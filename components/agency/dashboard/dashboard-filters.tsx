import { DepartmentSelect } from "@/components/reference/commune/department-select";
import { Button, ButtonLink } from "@/components/ui/button";
import { FilterSelect } from "@/components/ui/filter-fields";
import type { Choice } from "@/components/ui/select-field";
import type { DashboardFilter } from "@/lib/agency/dashboard/schema";

/** A plain GET form: the address holds what one looks at. */
export function DashboardFilters({
  filter,
  campaigns,
  departments,
}: {
  filter: DashboardFilter;
  campaigns: readonly Choice[];
  departments: readonly Choice[];
}) {
  return (
    <search className="print:hidden">
      <form
        className={
          "mb-8 grid items-end gap-4 rounded-lg border border-line bg-surface p-5 " +
          "sm:grid-cols-3"
        }
      >
        <FilterSelect
          name="campagne"
          label="Campagne"
          value={String(filter.campaign)}
          all="En cours"
          choices={campaigns}
        />
        <DepartmentSelect
          label="Département du terrain"
          value={filter.department}
          choices={departments}
        />
        <div className="flex flex-wrap gap-3">
          <Button>Afficher</Button>
          <ButtonLink href="/admin/tableau-de-bord" variant="quiet">
            Tout voir
          </ButtonLink>
        </div>
      </form>
    </search>
  );
}

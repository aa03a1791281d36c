import { Button, ButtonLink } from "@/components/ui/button";
import { FilterSelect, FilterText } from "@/components/ui/filter-fields";
import type { Choice } from "@/components/ui/select-field";
import {
  claimKindLabels,
  claimKinds,
  queueKindLabels,
  queueKinds,
} from "@/lib/agency/moderation/labels";
import type { QueueFilter } from "@/lib/agency/moderation/schema";

/** A plain GET form: the address holds the filter. */
export function QueueFilters({
  filter,
  departments,
}: {
  filter: QueueFilter;
  departments: readonly Choice[];
}) {
  return (
    <search>
      <form
        className={
          "mb-6 grid items-end gap-4 rounded-lg border border-line bg-surface p-5 " +
          "sm:grid-cols-2 lg:grid-cols-5"
        }
      >
        <FilterText name="q" label="Structure, titre ou référence" value={filter.q} />
        <FilterSelect
          name="departement"
          label="Département"
          value={filter.departement}
          all="Toute la région"
          choices={departments}
        />
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
        <div className="flex flex-wrap gap-3">
          <Button>Filtrer</Button>
          <ButtonLink href="/admin" variant="quiet">
            Tout voir
          </ButtonLink>
        </div>
      </form>
    </search>
  );
}

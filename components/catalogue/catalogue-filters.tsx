import { Button } from "@/components/ui/button";
import { FilterSelect, FilterText } from "@/components/ui/filter-fields";
import { Card } from "@/components/ui/layout";
import type { Choice } from "@/components/ui/select-field";
import type { CatalogueFilter } from "@/lib/catalogue/schema";
import { months } from "@/lib/offer/availability";
import { monthLabels } from "@/lib/offer/availability-words";

/** A plain GET form: the address holds the search, so it can be shared and the back button works. */
export function CatalogueFilters({ filter, themes, departments }: { filter: CatalogueFilter; themes: readonly Choice[]; departments: readonly Choice[] }) {
  return (
    <Card className="lg:self-start">
      <search>
        <form className="space-y-5">
          <FilterText name="q" label="Mots" value={filter.q} />
          <FilterSelect name="theme" label="Thème" all="Tous les thèmes" value={filter.theme} choices={themes} />
          <FilterSelect name="departement" label="Département" all="Toute la région" value={filter.departement} choices={departments} />
          <FilterSelect name="mois" label="Mois" all="Toute l’année" value={String(filter.mois)} choices={months.map((month) => ({ value: String(month), label: monthLabels[month] }))} />
          <Button className="w-full">Chercher</Button>
        </form>
      </search>
    </Card>
  );
}

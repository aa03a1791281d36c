import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { Card } from "@/components/ui/layout";
import type { CatalogueFilter } from "@/lib/catalogue/schema";
import { months } from "@/lib/offer/availability";
import { monthLabels } from "@/lib/offer/availability-words";

interface Choice {
  value: string;
  label: string;
}

/** A plain GET form: the address holds the search, so it can be shared and the back button works. */
export function CatalogueFilters({ filter, themes, departments }: { filter: CatalogueFilter; themes: readonly Choice[]; departments: readonly Choice[] }) {
  return (
    <Card className="lg:self-start">
      <search>
        <form className="space-y-5">
          <div>
            <label htmlFor="q" className="mb-1.5 block font-semibold">
              Mots
            </label>
            <input id="q" name="q" type="search" defaultValue={filter.q} className={controlClass} />
          </div>
          <Filter name="theme" label="Thème" all="Tous les thèmes" value={filter.theme} choices={themes} />
          <Filter name="departement" label="Département" all="Toute la région" value={filter.departement} choices={departments} />
          <Filter name="mois" label="Mois" all="Toute l’année" value={String(filter.mois)} choices={months.map((month) => ({ value: String(month), label: monthLabels[month] }))} />
          <Button className="w-full">Chercher</Button>
        </form>
      </search>
    </Card>
  );
}

function Filter({ name, label, all, value, choices }: { name: string; label: string; all: string; value: string; choices: readonly Choice[] }) {
  return (
    <div>
      <label htmlFor={name} className="mb-1.5 block font-semibold">
        {label}
      </label>
      <select id={name} name={name} defaultValue={value} className={controlClass}>
        <option value="">{all}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}

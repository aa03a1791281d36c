import { FilterSelect } from "@/components/ui/filter-fields";
import type { Choice } from "@/components/ui/select-field";

/** One department of the region, or all of them: `departement` of an address. */
export function DepartmentSelect({
  value,
  choices,
  label = "Département",
}: {
  value: string;
  choices: readonly Choice[];
  label?: string;
}) {
  return (
    <FilterSelect
      name="departement"
      label={label}
      value={value}
      all="Toute la région"
      choices={choices}
    />
  );
}

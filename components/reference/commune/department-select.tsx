import { FilterSelect } from "@/components/ui/filter-fields";
import type { Choice } from "@/components/ui/select-field";
import { departmentsOfRegion } from "@/lib/reference/commune/departments";

/**
 * One department of the region, or all of them: `departement` of an address. One outside the region
 * is still what the list is filtered by.
 */
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
      choices={
        value === "" || choices.some((choice) => choice.value === value)
          ? choices
          : [...choices, ...departmentsOfRegion([value])]
      }
    />
  );
}

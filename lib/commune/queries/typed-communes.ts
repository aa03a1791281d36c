import "server-only";
import type { FormValues } from "@/lib/platform/action-result";
import { type CommuneDto, communesByPostcode } from "./communes";

/**
 * Communes of every postcode that a form was sent with, for the lists of the page that answers it.
 * Public.
 * @param values fields whose name ends in «postcode» are read
 * @returns by postcode, written without spaces
 */
export async function communesTyped(
  values: FormValues | undefined,
): Promise<Record<string, CommuneDto[]>> {
  const typed = Object.entries(values ?? {}).flatMap(([name, value]) =>
    /postcode$/i.test(name) && typeof value === "string" ? value.replaceAll(/\s/g, "") : [],
  );
  return Object.fromEntries(typed.length > 0 ? await communesByPostcode(typed.slice(0, 4)) : []);
}

/**
 * A form without a commune that is none of its postcode’s: it was chosen from a list that is no
 * longer meant, and the page comes back with the right one, on which a commune that is alone is
 * chosen.
 * @param names of the two fields
 */
export async function withoutOtherCommune(
  values: FormValues,
  names: { postcode: string; commune: string },
): Promise<FormValues> {
  const postcode = String(values[names.postcode] ?? "").replaceAll(/\s/g, "");
  const communes = (await communesByPostcode([postcode])).get(postcode) ?? [];
  return communes.some(({ code }) => code === values[names.commune])
    ? values
    : { ...values, [names.commune]: "" };
}

import "server-only";
import type { FormValues } from "@/lib/platform/action-result";
import { type CommuneDto, communesByPostcode } from "./communes";

/**
 * Communes of every postcode that a form was sent with, for the lists of the page that answers it. Public.
 * @param values fields whose name ends in «postcode» are read
 * @returns by postcode, written without spaces
 */
export async function communesTyped(values: FormValues | undefined): Promise<Record<string, CommuneDto[]>> {
  const typed = Object.entries(values ?? {}).flatMap(([name, value]) =>
    /postcode$/i.test(name) && typeof value === "string" ? value.replaceAll(/\s/g, "") : [],
  );
  return Object.fromEntries(typed.length > 0 ? await communesByPostcode(typed.slice(0, 4)) : []);
}

/**
 * A form with the commune its postcode leaves no choice about. Of another postcode's commune nothing stays: it was
 * chosen from a list that is no longer meant.
 * @param names of the two fields
 */
export async function withOnlyCommune(
  values: FormValues,
  names: { postcode: string; commune: string },
): Promise<FormValues> {
  const postcode = String(values[names.postcode] ?? "").replaceAll(/\s/g, "");
  const communes = (await communesByPostcode([postcode])).get(postcode) ?? [];
  if (communes.some(({ code }) => code === values[names.commune])) return values;
  const [only, other] = communes;
  return { ...values, [names.commune]: only && !other ? only.code : "" };
}

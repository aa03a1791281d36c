import "server-only";
import type { FormValues } from "@/lib/platform/form/action-result";
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

/** Names of the two fields in the form of a site. */
export const siteNames = { postcode: "sitePostcode", commune: "siteCommune" };

/**
 * A form with the commune of its postcode: where there is one only, that one is meant, whether or
 * not the list had come to be chosen from. A commune of another postcode goes: it was chosen from a
 * list that is no longer meant, and the page comes back with the right one.
 * @param names of the two fields
 */
export async function withCommune(
  values: FormValues,
  names = { postcode: "postcode", commune: "commune" },
): Promise<FormValues> {
  const postcode = String(values[names.postcode] ?? "").replaceAll(/\s/g, "");
  const communes = (await communesByPostcode([postcode])).get(postcode) ?? [];
  return communes.some(({ code }) => code === values[names.commune])
    ? values
    : { ...values, [names.commune]: communes.length === 1 ? (communes[0]?.code ?? "") : "" };
}

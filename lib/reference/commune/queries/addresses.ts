import "server-only";
import type { Executor } from "@/lib/platform/database/client";
import { env } from "@/lib/platform/environment/env";
import { type FormValues, type Outcome, refused } from "@/lib/platform/form/action-result";
import { addressNote, addressProblemParams, addressProblemWords } from "../labels";
import { type CommuneSuggestion, suggestCommunes } from "../suggest-communes";
import { type PlaceSuggestion, suggestPlaces } from "../suggest-places";
import {
  type AddressProblem,
  type TypedAddress,
  understandAddress,
  type UnderstoodAddress,
  understoodWithin,
} from "../understand-address";
import { gazetteer } from "./gazetteer";

/** Names of the fields of an address in a form. */
export interface AddressNames {
  postcode: string;
  commune: string;
  /** Where the form keeps the CEDEX line. */
  cedex?: string;
  /** Of a site: the box that confirms a commune outside the region holds its code. */
  outside?: string;
}

export const structureNames = { postcode: "postcode", commune: "commune", cedex: "cedex" };
export const siteNames = {
  postcode: "sitePostcode",
  commune: "siteCommune",
  outside: "siteOutside",
};

/**
 * What the last line of an address means, see {@link understandAddress}. Public.
 * @param executor the transaction it is asked in
 */
export async function understoodAddress(
  typed: TypedAddress,
  executor?: Executor,
): Promise<UnderstoodAddress> {
  return understandAddress(typed, await gazetteer(executor), env.agency.departments);
}

/** The same of a site's form, where a commune outside the region has to be confirmed. Public. */
export async function understoodSite(
  values: FormValues,
  executor?: Executor,
): Promise<UnderstoodAddress> {
  const address = await understoodAddress(typedIn(values, siteNames), executor);
  const confirmed = textIn(values, siteNames.outside);
  return understoodWithin(address, env.agency.departments, confirmed);
}

const textIn = (values: FormValues, name: string | undefined) => {
  const value = name === undefined ? "" : values[name];
  return typeof value === "string" ? value : "";
};

/** The last line of an address, as a form has it. */
export function typedIn(values: FormValues, names: AddressNames): TypedAddress {
  return {
    postcode: textIn(values, names.postcode),
    commune: textIn(values, names.commune),
    cedex: textIn(values, names.cedex),
  };
}

/** The code of a confirmed commune outside the region; with a mark before it until it is. */
const toConfirm = (code: string) => `?${code}`;

/**
 * A form with its address as it was understood: the commune's name of today, its own postcode, the
 * CEDEX line apart, and whether it has to be confirmed. What was not understood stays as typed.
 */
export async function withAddress<V extends FormValues>(
  values: V,
  names: AddressNames,
): Promise<V> {
  const address = await understoodAddress(typedIn(values, names));
  if (!address.ok) return withCommuneName(values, names);
  const { commune, postcode, cedex } = address;
  const isOutside = !env.agency.departments.includes(commune.department);
  const { outside } = names;
  const isConfirmed = textIn(values, outside) === commune.code;
  return {
    ...values,
    [names.postcode]: postcode,
    [names.commune]: commune.name,
    ...(names.cedex === undefined ? {} : { [names.cedex]: cedex }),
    ...(outside === undefined
      ? {}
      : { [outside]: !isOutside ? "" : isConfirmed ? commune.code : toConfirm(commune.code) }),
  };
}

/** What is wrong with the address of a form, at its field; nothing where it is right. Public. */
export async function addressErrors(
  values: FormValues,
  names: AddressNames,
): Promise<Record<string, string[]>> {
  const address = await (names.outside === undefined
    ? understoodAddress(typedIn(values, names))
    : understoodSite(values));
  return address.ok ? {} : { [names[address.field]]: [addressProblemWords(address)] };
}

/** What the fields of an address are told while they are filled. */
export interface AddressAnswer {
  /** Null until it is understood. */
  address: { postcode: string; commune: string; cedex: string } | null;
  /** INSEE code of a commune that has to be confirmed as a site; empty for one of the region. */
  outside: string;
  /** What was made of it, or what is wrong; empty where there is nothing to say. */
  note: string;
  suggestions: readonly CommuneSuggestion[];
}

/** What the fields of an address mean so far, and the communes to choose from. Public. */
export async function answerAddress(typed: TypedAddress): Promise<AddressAnswer> {
  const [all, { departments }] = [await gazetteer(), env.agency];
  const address = understandAddress(typed, all, departments);
  const suggestions = suggestCommunes(typed, all, departments);
  if (!address.ok)
    return {
      address: null,
      outside: "",
      // Who has not come to the commune yet is not told that it is missing.
      note: address.problem === "communeMissing" ? "" : addressProblemWords(address),
      suggestions,
    };
  const { commune, postcode, cedex } = address;
  return {
    address: { postcode, commune: commune.name, cedex },
    outside: departments.includes(commune.department) ? "" : commune.code,
    note: addressNote(typed, address),
    suggestions,
  };
}

/** The places a search may be around, for what stands in its one field so far. Public. */
export async function suggestedPlaces(typed: string): Promise<PlaceSuggestion[]> {
  return suggestPlaces(typed, await gazetteer(), env.agency.departments);
}

/** A form whose commune is shown by its name: drafts of before hold its code. */
export async function withCommuneName<V extends FormValues>(
  values: V,
  names: AddressNames,
): Promise<V> {
  const code = textIn(values, names.commune);
  const commune = /^\d[\dAB]\d{3}$/.test(code) ? (await gazetteer()).byCode.get(code) : undefined;
  return commune ? { ...values, [names.commune]: commune.name } : values;
}

/** The refusal of a command whose address is not understood, with what its words leave open. */
export function addressRefused(
  failure: Extract<UnderstoodAddress, { ok: false }>,
  names: AddressNames = structureNames,
): Outcome<never, AddressProblem> {
  return refused(failure.problem, names[failure.field], addressProblemParams(failure));
}

import {
  type MetadataJson,
  parsePhoneNumberFromString,
  type PhoneNumber,
} from "libphonenumber-js/core";
import metadata from "./french-numbers.json";

/**
 * Territories numbered from France. The numbering plans of the rest of the world would weigh 20 kB
 * in every form; a test holds the file to what libphonenumber says of these.
 */
export const frenchTerritories = [
  "FR",
  "GP",
  "BL",
  "MF",
  "MQ",
  "GF",
  "RE",
  "YT",
  "PM",
  "NC",
  "PF",
  "WF",
] as const;

/**
 * Reads a number of metropolitan or overseas France as people write it; undefined for what is none.
 */
export function parseFrenchPhone(text: string): PhoneNumber | undefined {
  return parsePhoneNumberFromString(text, "FR", metadata as unknown as MetadataJson);
}

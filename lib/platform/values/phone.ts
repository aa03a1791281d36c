import {
  type MetadataJson,
  parsePhoneNumberFromString,
  type PhoneNumber,
} from "libphonenumber-js/core";
import { z } from "zod";
import { readable } from "./characters";
import metadata from "./phone-numbers.json";

/**
 * Territories numbered from France, and the neighbours of a border region. The numbering plans of
 * the rest of the world would weigh 20 kB in every form; a test holds the file to what
 * libphonenumber says of these.
 */
export const knownTerritories = [
  ...["FR", "GP", "BL", "MF", "MQ", "GF", "RE", "YT", "PM", "NC", "PF", "WF"],
  ...["LU", "DE", "BE", "CH"],
];

/** How numbers of those neighbours begin. */
export const neighbourCodes = "+352, +49, +32 ou +41";

/** Numbers of overseas departments as they are dialled from France: «0262», «0692». */
const overseas: readonly [RegExp, string][] = [
  [/^(?:26[239]|69[23]|639)/, "262"],
  [/^(?:590|69[01])/, "590"],
  [/^(?:594|694)/, "594"],
  [/^(?:596|69[67])/, "596"],
  [/^508/, "508"],
];

const read = (text: string) =>
  parsePhoneNumberFromString(text, "FR", metadata as unknown as MetadataJson);

const extensionPattern =
  /^(.*?\d.*?)[\s,;(/-]*(?:postes?|p(?:ost)?\.|p(?=\s?\d)|ext(?:ension)?\.?=?|int(?:erne)?\.?|#|x)[\s:n°]*(\d{1,6})\s*\)?\.?$/iu;
const mostCharacters = 100;
const label =
  /^(?:(?:t[ée]l(?:[ée]phone)?|fixe|portable|port|mobile|n°)[\s.:]*|(?!fax)[\p{L}’' ]{2,30}:\s*)/iu;
const between = /\s*(?:[/;,|\n]|(?<!\p{L})(?:ou|et|puis)(?!\p{L})|\s[-–—]\s)\s*/iu;

/**
 * Reads a number of France, overseas or of a neighbour as people write it, «poste 12» included.
 * @returns null for what is none; the numbers in it, where it says more than one
 */
function readPhone(typed: string): PhoneNumber | readonly PhoneNumber[] | null {
  // A narrow no-break space is what French typography puts between the pairs.
  const text = readable(typed)
    .replaceAll(/\p{Zs}/gu, " ")
    .trim()
    .replace(label, "");
  // Two numbers with their words fit: the patterns below look at each place of it several times.
  if (text.length > mostCharacters) return null;
  const [, before = text, extension] = extensionPattern.exec(text) ?? [];
  const number = valid(before);
  if (number) {
    if (extension) number.setExt(extension);
    return number;
  }
  // «0383000000 0612345678» too: ten digits twice.
  const twice = /^(0\d{9})(0\d{9})$/.exec(text.replaceAll(/[\s.-]/g, ""));
  const parts = twice ? twice.slice(1) : text.split(between);
  const numbers = parts.flatMap((part) => valid(part.replace(label, "")) ?? []);
  if (numbers.length > 0) return numbers;
  const inside = valid(/\+?\d[\d\s.()-]{7,}\d/.exec(text)?.[0] ?? "");
  return inside ? [inside] : null;
}

function valid(text: string): PhoneNumber | null {
  // Letters are not part of a number, though keypads once had them.
  if (/\p{L}/u.test(text)) return null;
  const number = read(text);
  if (number?.countryCallingCode === "33") {
    const [, code] = overseas.find(([start]) => start.test(number.nationalNumber)) ?? [];
    const abroad =
      code &&
      [`+${code}${number.nationalNumber}`, `+${code}${number.nationalNumber.slice(3)}`]
        .map(read)
        .find((other) => other?.isValid());
    if (abroad) return abroad;
  }
  return number?.isValid() ? number : null;
}

/** A number in E.164, its extension after it: `+33383000000`, `+33383000000;ext=12`. */
export const phoneField = z.string().transform((text, context) => {
  const refuse = (message: string) => {
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  };
  if (readable(text).trim() === "") return refuse("Renseignez le numéro de téléphone.");
  const number = readPhone(text);
  if (number === null)
    return refuse(
      "Écrivez un numéro français, par exemple 03 83 00 00 00, ou celui d’un pays voisin avec " +
        `son indicatif : ${neighbourCodes}.`,
    );
  if ("length" in number) {
    const words = number.map((each) => inWords(each).replaceAll(" ", "\u00a0")).join(" et ");
    const [, second] = number;
    return refuse(
      second
        ? `Indiquez un seul numéro. Vous avez écrit : ${words}.`
        : `Écrivez un numéro seul, sans ce qui l’entoure : ${words}.`,
    );
  }
  return stored(number);
});

function stored({ number, ext }: PhoneNumber): string {
  return ext ? `${number};ext=${ext}` : number;
}

function inWords(number: PhoneNumber): string {
  const formatExtension = (formatted: string, extension: string) =>
    `${formatted} poste ${extension}`;
  return number.countryCallingCode === "33"
    ? number.format("NATIONAL", { formatExtension })
    : number.format("INTERNATIONAL", { formatExtension });
}

/**
 * «+33383000000» → «03 83 00 00 00», what anybody in France can dial: other numbers keep their
 * code. What is not a number stays as typed.
 */
export function phoneInWords(phone: string): string {
  const number = read(phone);
  return number ? inWords(number) : phone;
}

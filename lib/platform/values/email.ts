import { z } from "zod";
import { readable } from "./characters";

/**
 * An address as it is stored: trimmed, lower case, plain @ (GHSA-7rqj-j65f-68wh), what mail
 * programs and sentences put around it taken off («Paul <paul@exemple.fr>», «mailto:»).
 */
function plainAddress(text: string): string {
  const shown = readable(text)
    .replaceAll(/[\u200c\u200d]/g, "")
    .trim();
  const inside = /^[^<>@]*<([^<>]*)>[;,]?$/.exec(shown)?.[1] ?? shown;
  return inside
    .replace(/^\s*(?:e-?mail|mail|courriel|m[ée]l|adresse)\s*:/i, "")
    .replaceAll(/^[\s«“"(‘]+|[\s»”")’.,;?]+$/g, "")
    .replace(/^mailto:/i, "")
    .toLowerCase();
}

/** Far more than an address has, its owner's name included. */
const mostCharacters = 1_000;
const form = "Écrivez l’adresse sous la forme nom@exemple.fr.";

/** What is wrong with an address, in words; null for one that can be written to. */
function faultOf(address: string): string | null {
  if (address === "") return "Renseignez l’adresse email.";
  if (address.length > 254) return "Cette adresse est trop longue.";
  const [local = "", domain = "", ...more] = address.split("@");
  if (more.length > 0)
    return /[\s,;/]/.test(address)
      ? "Indiquez une seule adresse email."
      : "Cette adresse contient plusieurs signes @ : gardez-en un.";
  if (/^[\p{L}\p{M}\d._+-]*$/u.test(address)) return `Il manque le signe @. ${form}`;
  const strange = /[^\x21-\x7e]/u.exec(address)?.[0];
  if (strange !== undefined && /\s/.test(strange))
    return "Cette adresse contient une espace : retirez-la.";
  if (strange !== undefined)
    return `Cette adresse contient un caractère qui n’est pas permis : « ${strange} ».`;
  if (!address.includes("@")) return `Il manque le signe @. ${form}`;
  if (local === "") return `Il manque ce qui précède le signe @. ${form}`;
  if (domain === "") return `Il manque ce qui suit le signe @. ${form}`;
  if (domain.includes(",")) return "Après le signe @, remplacez la virgule par un point.";
  if (!domain.includes(".")) return `Il manque la fin de l’adresse, par exemple .fr. ${form}`;
  if (/\.[a-z]$/.test(domain))
    return `Il manque la fin de l’adresse, après « .${domain.slice(-1)} ».`;
  if (local.length > 64) return "Ce qui précède le signe @ compte au plus 64 caractères.";
  if (/\.\.|^\.|\.$/.test(local) || /\.\.|^\./.test(domain))
    return "Cette adresse contient un point en trop.";
  const sign = /[^\w.!#$%&'*+/=?^`{|}~-]/.exec(local)?.[0] ?? /[^\w.-]|_/.exec(domain)?.[0];
  if (sign) return `Cette adresse contient un caractère qui n’est pas permis : « ${sign} ».`;
  return z.email().safeParse(address).success ? null : form;
}

/** An address as somebody typed or pasted it; what is wrong is named. */
export const emailField = z.string().transform((text, context) => {
  const address = plainAddress(text.slice(0, mostCharacters));
  const fault = faultOf(address);
  if (fault === null) return address;
  context.addIssue({ code: "custom", message: fault });
  return z.NEVER;
});

/** Providers whose names are mistyped often, with the endings they have. */
const providers: Readonly<Record<string, readonly string[]>> = {
  gmail: ["com"],
  googlemail: ["com"],
  hotmail: ["fr", "com"],
  outlook: ["fr", "com"],
  live: ["fr", "com"],
  yahoo: ["fr", "com"],
  icloud: ["com"],
  orange: ["fr"],
  wanadoo: ["fr"],
  laposte: ["net"],
  free: ["fr"],
  sfr: ["fr"],
  bbox: ["fr"],
  neuf: ["fr"],
};
const known = Object.entries(providers).flatMap(([name, endings]) =>
  endings.map((ending) => `${name}.${ending}`),
);
/** Providers too, though they look like one of the above. */
const others = new Set([
  "gmx.fr",
  "gmx.com",
  "mail.com",
  "ymail.com",
  "me.com",
  "fre.fr",
  "sfr.net",
]);

/**
 * «gmial.com» → «gmail.com»: the address that was probably meant, where its domain is one slip from
 * a provider's.
 * @returns null where there is nothing to ask
 */
export function suggestedAddress(typed: string): string | null {
  const address = plainAddress(typed.slice(0, mostCharacters));
  const [local = "", domain = ""] = address.split("@");
  if (faultOf(address) !== null || known.includes(domain) || others.has(domain)) return null;
  const meant =
    known.find((candidate) => isOneSlip(domain, candidate)) ??
    known.find((candidate) => isOtherEnding(domain, candidate));
  return meant ? `${local}@${meant}` : null;
}

/** Two neighbours swapped, or one character too many, missing or another. Short names: swapped. */
function isOneSlip(typed: string, meant: string): boolean {
  if (Math.abs(typed.length - meant.length) > 1) return false;
  let start = 0;
  while (start < meant.length && typed[start] === meant[start]) start++;
  let end = 0;
  while (
    end < Math.min(typed.length, meant.length) - start &&
    typed.at(-1 - end) === meant.at(-1 - end)
  )
    end++;
  const [left, right] = [
    typed.slice(start, typed.length - end),
    meant.slice(start, meant.length - end),
  ];
  if (left.length === 2 && left === [...right].reverse().join("")) return true;
  // «sfr.fr» and «neuf.fr» are one letter from many names.
  return left.length <= 1 && right.length <= 1 && meant.indexOf(".") > 4;
}

/** «gmail.fr», «gmail.con», «orange.com»: the provider has no such ending, or nobody has. */
function isOtherEnding(typed: string, meant: string): boolean {
  const [name = "", ending = "", ...more] = typed.split(".");
  const [provider = "", right = ""] = meant.split(".");
  if (more.length > 0 || name !== provider) return false;
  return (
    ["con", "cm", "om", "comm", "cim", "vom", "fe", "rf", "f", "frr", "ne", "nte"].includes(
      ending,
    ) ||
    (provider === "gmail" && ending !== right)
  );
}

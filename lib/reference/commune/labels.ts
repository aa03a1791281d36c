import { filled, quoted, withDe } from "@/lib/platform/values/french";
import type { Commune } from "./gazetteer";
import { placeKey, placeWords } from "./place-key";
import type { AddressProblem, TypedAddress, UnderstoodAddress } from "./understand-address";

/** A commune by its name and department, as every field understands it: «Nancy (54)». */
export function communeWords({ name, department }: Pick<Commune, "name" | "department">): string {
  return `${name} (${department})`;
}

/**
 * A structure and where it is, said once: «Crèche Les Petits Pas · Tincry (57)», and «Lycée de Toul
 * (54)» where the name says it already.
 */
export function structureWords(structure: string, commune: string, department: string): string {
  const isNamed = ` ${placeWords(structure).join(" ")} `.includes(
    ` ${placeWords(commune).join(" ")} `,
  );
  return isNamed
    ? `${structure} (${department})`
    : `${structure} · ${communeWords({ name: commune, department })}`;
}

/** Where a structure is, and the CEDEX its mail goes to where that is another line. */
export function addressInWords(address: {
  street: string;
  postcode: string;
  communeName: string;
  cedex: string;
}): string {
  const { street, postcode, communeName, cedex } = address;
  return `${street}, ${postcode} ${communeName}${cedex === "" ? "" : ` (courrier : ${cedex})`}`;
}

/** What is wrong with an address, at the field that is to be put right. */
export const addressProblemLabels: Record<AddressProblem, string> = {
  communeMissing: "Indiquez la commune{among}.",
  communeUnknown: "« {typed} » n’est pas une commune connue. {perhaps}",
  communeAmbiguous: "Plusieurs communes répondent à ce nom{among}. Ajoutez le code postal.",
  notOfPostcode: "« {typed} » n’est pas une commune du code postal {code}. {perhaps}",
  postcodeMalformed: "Le code postal compte cinq chiffres.",
  postcodeUnknown:
    "{code} n’est le code postal d’aucune commune. Vérifiez-le, ou videz ce champ : le nom de " +
    "la commune peut suffire.",
  postcodeAmbiguous: "{commune} a plusieurs codes postaux : {postcodes}. Indiquez le bon.",
  cedexAlone:
    "{code} n’est le code postal d’aucune commune : c’est sans doute un code CEDEX. Écrivez le " +
    "nom de la commune{example} ; son code postal suivra.",
  outsideRegion:
    "{commune} est hors de la région. Si le stage y a bien lieu, cochez la case qui le confirme.",
};

const proposed = ({ name, postcodes }: Commune) => `${name} (${postcodes[0] ?? ""})`;

const either = (names: readonly string[], word: string) =>
  names.length < 2
    ? names.join()
    : `${names.slice(0, -1).join(", ")} ${word} ${names.at(-1) ?? ""}`;

/** What {@link addressProblemLabels} leave open. */
export function addressProblemParams({
  typed,
  code,
  nearest,
}: Extract<UnderstoodAddress, { ok: false }>): Record<string, string> {
  const [first] = nearest;
  const some = either(nearest.slice(0, 3).map(proposed), "ou");
  const names = nearest.slice(0, 3).map(({ name }) => name);
  const isCodeShared = code !== "" && nearest.length > 1;
  return {
    typed: typed.slice(0, 60),
    code,
    perhaps: first
      ? `Vouliez-vous dire ${some}\u00a0?`
      : "Vérifiez son nom, ou indiquez son code postal.",
    among: isCodeShared
      ? ` : le code postal ${code} en a plusieurs, dont ${either(names, "et")}`
      : first
        ? ` : ${some}`
        : "",
    commune: first?.name ?? "",
    postcodes: first?.postcodes.join(", ") ?? "",
    example: first ? `, par exemple ${first.name}` : "",
  };
}

/** What is wrong with an address, in words. */
export function addressProblemWords(failure: Extract<UnderstoodAddress, { ok: false }>): string {
  return filled(addressProblemLabels[failure.problem], addressProblemParams(failure));
}

/**
 * What was understood of an address, where it is not just what was typed; empty where it is.
 * @param typed with a `cedex`, empty perhaps, where the form keeps one: a site is gone to, not
 * written to
 */
export function addressNote(
  typed: TypedAddress,
  { commune, postcode, cedex }: Extract<UnderstoodAddress, { ok: true }>,
): string {
  if (cedex !== "" && cedex !== typed.cedex)
    return (
      `Adresse CEDEX comprise : la commune est ${commune.name}, ${postcode}.` +
      (typed.cedex === undefined ? "" : ` Le courrier ira à ${quoted(cedex)}.`)
    );
  const former = commune.formerNames.find((name) => placeKey(name) === placeKey(typed.commune));
  return former && placeKey(former) !== placeKey(commune.name)
    ? `${former} fait aujourd’hui partie ${withDe(commune.name)}.`
    : "";
}

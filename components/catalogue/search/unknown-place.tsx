import { Link } from "@/components/ui/link";
import { catalogueHref } from "@/lib/catalogue/search/filter";
import type { ViewPath } from "@/lib/catalogue/search/labels";
import type { Understood } from "@/lib/catalogue/search/queries/resolve";
import { quoted } from "@/lib/platform/values/french";
import { communeWords } from "@/lib/reference/commune/labels";

interface UnknownPlaceProps {
  found: Pick<Understood, "search" | "unknownPlace">;
  /** Of the side of the catalogue that is shown. */
  path: ViewPath;
}

/** What is wrong with a place that nobody knows, and the communes that may be meant. */
export function UnknownPlace({ found: { search, unknownPlace }, path }: UnknownPlaceProps) {
  if (unknownPlace === null) return null;
  const { filter } = search;
  const { why, nearest } = unknownPlace;
  const typed = quoted(filter.lieu);
  const wrong = {
    empty: `${typed} ne dit aucun lieu.`,
    name: `Aucune commune ne s’appelle ${typed}.`,
    postcode: `Aucune commune n’a le code postal ${typed}.`,
    cedex: `${typed} n’est le code postal d’aucune commune : c’est sans doute un code CEDEX.`,
    elsewhere: `Aucun lieu ne répond à ${typed}.`,
  }[why];
  if (nearest.length === 0)
    return `${wrong} Écrivez ${why === "name" ? "son code postal" : "le nom de la commune"}.`;
  return (
    <>
      {wrong} Vouliez-vous dire{" "}
      {nearest.map((commune, index) => (
        <span key={commune.code}>
          {index === 0 ? "" : index === nearest.length - 1 ? " ou " : ", "}
          <Link
            href={catalogueHref(filter, { lieu: communeWords(commune), apres: "" }, path)}
            className="underline underline-offset-4"
          >
            {communeWords(commune)}
          </Link>
        </span>
      ))}
      {"\u00a0?"}
    </>
  );
}

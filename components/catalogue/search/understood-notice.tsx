import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { catalogueHref } from "@/lib/catalogue/search/filter";
import type { ViewPath } from "@/lib/catalogue/search/labels";
import type { Catalogue } from "@/lib/catalogue/search/queries/catalogue";
import { communeWords } from "@/lib/reference/commune/labels";

/**
 * What was searched for instead of what was typed, and which other commune may have been meant.
 * @param path of the side of the catalogue that is shown
 */
export function UnderstoodNotice({ found, path }: { found: Catalogue; path: ViewPath }) {
  const { meant, namesakes, page, search } = found;
  const [chosen, ...others] = namesakes;
  // What a mistyped word may have meant is told only where it leads to an offer that anyone may
  // see.
  const told = page.offers.length > 0 ? [...meant] : [];
  if (told.length === 0 && others.length === 0) return null;
  return (
    <Notice
      tone="info"
      title={told.length > 0 ? "Recherche élargie" : "Plusieurs communes possibles"}
    >
      {told.map(([typed, words]) => (
        <p key={typed}>
          Aucune offre ne contient «&nbsp;{typed}&nbsp;» : voici celles avec «&nbsp;
          {words.join("\u00a0», «\u00a0")}&nbsp;».
        </p>
      ))}
      {others.length > 0 && chosen ? (
        <p>
          Autour de {communeWords(chosen)}. Ou bien :{" "}
          {others.map((commune, index) => (
            <span key={commune.code}>
              {index > 0 ? ", " : ""}
              <Link
                href={catalogueHref(
                  search.filter,
                  { lieu: communeWords(commune), apres: "" },
                  path,
                )}
                className="text-accent underline underline-offset-4"
              >
                {communeWords(commune)}
              </Link>
            </span>
          ))}
        </p>
      ) : null}
    </Notice>
  );
}

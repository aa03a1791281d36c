import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { catalogueHref } from "@/lib/catalogue/search/filter";
import type { ViewPath } from "@/lib/catalogue/search/labels";
import { looseningInWords } from "@/lib/catalogue/search/loosening-words";
import type { Catalogue } from "@/lib/catalogue/search/queries/catalogue";
import { quotedRead } from "@/lib/catalogue/search/reading";
import { agree, quoted, withDe } from "@/lib/platform/values/french";
import { communeWords } from "@/lib/reference/commune/labels";
import { AlertButton } from "./alert-button";

/**
 * What was searched for instead of what was typed, and which other commune may have been meant.
 * @param isCut whether more was typed than is read
 * @param path of the side of the catalogue that is shown
 */
export function UnderstoodNotice({
  found,
  isCut,
  path,
}: {
  found: Catalogue;
  isCut: boolean;
  path: ViewPath;
}) {
  const { asked, namesakes, read, search } = found;
  const [chosen, ...others] = namesakes;
  const { filter } = search;
  const lines: [title: string, line: ReactNode][] = [];
  if (isCut)
    lines.push([
      "Recherche raccourcie",
      `Votre texte est long : la recherche s’arrête à ${quoted(lastWords(asked.q))}.`,
    ]);
  const loosened = looseningInWords(found);
  for (const line of loosened) lines.push(["Recherche élargie", line]);
  if (read.length > 0)
    lines.push([
      "Filtres lus dans vos mots",
      <>
        {quoted(...read.map(({ text }) => text))}
        {" : "}
        {agree(read.length, "cela filtre", "ces mots filtrent")} les offres.{" "}
        <Link
          href={catalogueHref(asked, { q: quotedRead(asked.q, read), apres: "" }, path)}
          className="text-accent underline underline-offset-4"
        >
          Chercher plutôt ces mots dans le texte
        </Link>
      </>,
    ]);
  if (others.length > 0 && chosen)
    lines.push([
      "Plusieurs communes possibles",
      <>
        {filter.rayon === 0 ? "Dans la commune" : "Autour"} {withDe(communeWords(chosen))}. Ou
        bien :{" "}
        {others.map((commune, index) => (
          <span key={commune.code}>
            {index > 0 ? ", " : ""}
            <Link
              href={catalogueHref(filter, { lieu: communeWords(commune), apres: "" }, path)}
              className="text-accent underline underline-offset-4"
            >
              {communeWords(commune)}
            </Link>
          </span>
        ))}
      </>,
    ]);
  const [first] = lines;
  if (!first) return null;
  return (
    <Notice tone="info" title={first[0]}>
      {lines.map(([title, line], index) => (
        <p key={index} className={index > 0 ? "mt-1" : undefined}>
          {title === first[0] ? null : <strong>{title}. </strong>}
          {line}
        </p>
      ))}
      {loosened.length > 0 ? (
        <p className="mt-3 print:hidden">
          <AlertButton asked={asked} />
        </p>
      ) : null}
    </Notice>
  );
}

/** The end of a text, to be recognised by who typed it. */
function lastWords(text: string): string {
  return `… ${text.split(" ").slice(-4).join(" ")}`;
}

import { Link } from "@/components/ui/link";
import { catalogueHref } from "@/lib/catalogue/search/filter";
import type { Understood } from "@/lib/catalogue/search/queries/resolve";

interface UnknownPlaceProps {
  found: Pick<Understood, "search" | "alike">;
  /** Of the side of the catalogue that is shown. */
  path: string;
}

/** What is wrong with a place that nobody knows, and the communes that may be meant. */
export function UnknownPlace({ found: { search, alike }, path }: UnknownPlaceProps) {
  const { filter } = search;
  if (!/\p{L}/u.test(filter.lieu)) {
    return (
      `Aucune commune n’a le code postal «\u00a0${filter.lieu}\u00a0». Écrivez plutôt le ` +
      "nom de la commune."
    );
  }
  return (
    <>
      Aucune commune ne s’appelle «&nbsp;{filter.lieu}&nbsp;».{" "}
      {alike.length === 0 ? "Essayez son code postal." : "Vouliez-vous dire "}
      {alike.map(({ code, name, department }, index) => (
        <span key={code}>
          {index === 0 ? "" : index === alike.length - 1 ? " ou " : ", "}
          <Link
            href={catalogueHref(filter, { lieu: `${name} (${department})`, apres: "" }, path)}
            className="underline underline-offset-4"
          >
            {name} ({department})
          </Link>
        </span>
      ))}
      {alike.length === 0 ? null : "\u00a0?"}
    </>
  );
}

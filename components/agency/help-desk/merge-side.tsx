import { Card, Facts } from "@/components/ui/layout";
import { Link } from "@/components/ui/link";
import type { OverseenStructureDto } from "@/lib/agency/help-desk/schema";
import { counted, inFigures } from "@/lib/platform/values/french";
import { addressInWords } from "@/lib/reference/commune/labels";

/** One of two structures that are to become one, and what it has. */
export function MergeSide({
  structure,
  title,
}: {
  structure: OverseenStructureDto;
  title: string;
}) {
  const { counts } = structure;
  const more = counts.accounts - structure.accounts.length;
  const people = structure.accounts.map(({ name, email }) => (name ? `${name} (${email})` : email));
  return (
    <Card>
      <h2 className="mb-1 text-sm font-semibold text-muted">{title}</h2>
      <p className="mb-4 text-lg font-bold">
        <Link
          href={`/admin/structures/${structure.id}`}
          className="break-words text-accent underline underline-offset-4"
        >
          {structure.name}
        </Link>
      </p>
      <Facts
        facts={[
          ["Adresse", addressInWords(structure)],
          ["Type", structure.type.label],
          [
            "Représentant",
            [structure.representativeName, structure.representativeFunction]
              .filter(Boolean)
              .join(", "),
          ],
          [
            "Comptes",
            people.length > 0
              ? people.join(", ") + (more > 0 ? `, et ${counted(more, "autre", "autres")}` : "")
              : "Aucun",
          ],
          ["Offres soumises", inFigures(counts.offers)],
          ["Brouillons", inFigures(structure.drafts)],
          ["Lieux d’accueil", inFigures(counts.sites)],
        ]}
      />
    </Card>
  );
}

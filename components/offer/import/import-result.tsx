import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import type { ImportedOfferDto } from "@/lib/offer/import/queries";
import { validationLabels } from "@/lib/offer/lifecycle/labels";

/** What became of each row, with a link to its offer. */
export function ImportResult({ offers }: { offers: readonly ImportedOfferDto[] }) {
  return (
    <Table
      caption="Offres importées"
      columns={["Ligne", "Offre", "État"]}
      rows={offers.map(({ line, offerId, title, validation, inBin }) => ({
        key: String(line),
        cells: [
          line,
          offerId ? (
            <Link
              key="offer"
              href={inBin ? "/espace/offres?vue=corbeille" : `/espace/offres/${offerId}`}
              className={
                "inline-flex min-h-11 items-center break-words text-accent underline " +
                "underline-offset-4"
              }
            >
              {title || `Offre de la ligne ${line}`}
            </Link>
          ) : (
            title || `Ligne ${line}`
          ),
          inBin
            ? "Dans la corbeille"
            : validation
              ? validationLabels[validation]
              : "Laissée de côté",
        ],
      }))}
    />
  );
}

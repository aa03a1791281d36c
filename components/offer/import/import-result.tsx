import { ButtonLink } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Table } from "@/components/ui/table";
import type { ImportedOfferDto, ImportState } from "@/lib/offer/import/queries";
import { offerRefusalLabels, validationLabels } from "@/lib/offer/lifecycle/labels";
import { counted, filled } from "@/lib/platform/values/french";
import { ImportStep } from "./import-choices";

interface Props {
  importId: string;
  state: Extract<ImportState, "done" | "cancelled">;
  offers: readonly ImportedOfferDto[];
}

/** What became of an import, as a whole and row by row. */
export function ImportResult({ importId, state, offers }: Props) {
  const made = offers.filter(({ offerId }) => offerId !== null);
  const deleted = made.filter(({ inBin }) => inBin);
  const left = made.filter(({ refusal }) => refusal !== null);
  const submitted = made.filter(({ validation }) => validation !== "draft");
  const summary =
    counted(made.length, "offre créée", "offres créées") +
    (deleted.length > 0
      ? `, dont ${counted(deleted.length, "supprimée", "supprimées")} depuis`
      : "") +
    (left.length > 0
      ? ` ; ${counted(submitted.length, "soumise", "soumises")}, ` +
        `${counted(left.length, "restée", "restées")} en brouillon`
      : "");
  return (
    <>
      <Notice
        tone={state === "done" && left.length === 0 ? "success" : "warning"}
        title={`${state === "done" ? "Import terminé" : "Import annulé"} : ${summary}.`}
      >
        {[...new Set(left.map(whyLeft))].map((why) => (
          <p key={why}>{why}</p>
        ))}
        <p>
          {state === "done"
            ? "Pour en ajouter, envoyez un fichier sans les lignes déjà importées : elles " +
              "pourraient être créées une seconde fois."
            : "Reprenez-le pour créer le reste : vos corrections sont gardées, et les offres " +
              "déjà créées restent comme elles sont."}
          {deleted.length > 0 ? " Les offres supprimées se rétablissent dans la corbeille." : null}
        </p>
      </Notice>
      <div className="mb-6 flex flex-wrap gap-3">
        {state === "cancelled" ? (
          <ImportStep step="resume" importId={importId} label="Reprendre l’import" />
        ) : null}
        <ButtonLink href="/espace/offres">Voir mes offres</ButtonLink>
        <ButtonLink href="/espace/offres/importer" variant="secondary">
          Importer un autre fichier
        </ButtonLink>
      </div>
      {made.length > 0 ? <ImportedOffers offers={offers} /> : null}
    </>
  );
}

function whyLeft({ refusal }: ImportedOfferDto): string {
  return refusal ? filled(offerRefusalLabels[refusal.code], refusal.params) : "";
}

function stateOf(offer: ImportedOfferDto): string {
  if (offer.inBin) return "Dans la corbeille";
  if (!offer.validation) return "Laissée de côté";
  const label = validationLabels[offer.validation];
  return offer.refusal ? `${label} : ${whyLeft(offer)}` : label;
}

/** Each row with a link to its offer. */
function ImportedOffers({ offers }: { offers: readonly ImportedOfferDto[] }) {
  return (
    <Table
      caption="Offres importées"
      columns={["Ligne", "Offre", "État"]}
      rows={offers.map((offer) => ({
        key: String(offer.line),
        cells: [
          offer.line,
          offer.offerId ? (
            <Link
              key="offer"
              href={
                offer.inBin ? "/espace/offres?vue=corbeille" : `/espace/offres/${offer.offerId}`
              }
              className={
                "inline-flex min-h-11 items-center break-words text-accent underline " +
                "underline-offset-4"
              }
            >
              {offer.title || `Offre de la ligne ${offer.line}`}
            </Link>
          ) : (
            offer.title || `Ligne ${offer.line}`
          ),
          stateOf(offer),
        ],
      }))}
    />
  );
}

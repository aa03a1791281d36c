import type { Metadata } from "next";
import { MoveButton } from "@/components/offer/move-button";
import { OfferCard } from "@/components/offer/offer-card";
import { Button, ButtonLink } from "@/components/ui/button";
import { DoneToast } from "@/components/ui/done-toast";
import { controlClass } from "@/components/ui/field";
import { EmptyState, PageTitle } from "@/components/ui/layout";
import { deletedOffersOfOwner, offersOfOwner, type OfferSort, offerSorts } from "@/lib/offer/queries/own-offers";
import type { SearchParams } from "@/lib/platform/search-params";
import { pageViewer } from "@/lib/platform/session";

export const metadata: Metadata = { title: "Mes offres" };

const sortLabels: Record<OfferSort, string> = {
  publication: "Dates de publication",
  modification: "Dernière modification",
  titre: "Titre",
  places: "Nombre de places",
};

const words = {
  brouillon: "Votre brouillon est enregistré. Reprenez-le quand vous voulez.",
  publiee: "L’offre est publiée.",
  "publication-demandee": "L’offre sera publiée dès sa validation.",
  depubliee: "L’offre n’est plus publiée.",
  archivee: "L’offre est archivée : elle n’est plus visible, et rien n’en est perdu.",
  desarchivee: "L’offre est sortie des archives. Publiez-la pour qu’elle soit de nouveau visible.",
  supprimee: "L’offre est supprimée.",
  retablie: "L’offre est rétablie.",
  "mot-de-passe": "Votre mot de passe est enregistré.",
};

export default async function OwnOffersPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, query] = await Promise.all([pageViewer("profile:read", "/espace/offres"), searchParams]);
  const sort = offerSorts.find((known) => known === query.tri) ?? "publication";
  const [offers, deleted] = await Promise.all([offersOfOwner(viewer, sort), query.fait === "supprimee" ? deletedOffersOfOwner(viewer) : []]);
  const undoable = deleted.find(({ id }) => id === query.offre);
  return (
    <>
      <DoneToast code={query.fait} words={words}>
        {undoable ? <MoveButton offerId={undoable.id} move="restore" label="Annuler la suppression" /> : null}
      </DoneToast>
      <PageTitle>Mes offres</PageTitle>
      <p className="mb-6">
        <ButtonLink href="/espace/offres/importer" variant="secondary">
          Importer un tableur
        </ButtonLink>
      </p>
      {offers.length === 0 ? (
        <EmptyState title="Vous n’avez pas encore d’offre">
          <p className="mb-6">Déposer une offre prend quelques minutes. Vous pouvez vous arrêter et reprendre à tout moment.</p>
          <ButtonLink href="/espace/offres/nouvelle">Créer une offre</ButtonLink>
        </EmptyState>
      ) : (
        <>
          <div className="mb-6 flex flex-wrap items-end justify-between gap-4">
            <p className="text-lg font-semibold">
              {offers.length} {offers.length > 1 ? "offres trouvées" : "offre trouvée"}
            </p>
            <form className="flex items-end gap-2">
              <div>
                <label htmlFor="tri" className="mb-1 block text-sm font-semibold">
                  Trier par
                </label>
                <select id="tri" name="tri" defaultValue={sort} className={controlClass}>
                  {offerSorts.map((code) => (
                    <option key={code} value={code}>
                      {sortLabels[code]}
                    </option>
                  ))}
                </select>
              </div>
              <Button variant="secondary">Trier</Button>
            </form>
          </div>
          <ul className="space-y-5">
            {offers.map((offer) => (
              <li key={offer.id}>
                <OfferCard offer={offer} addressConfirmed={viewer.kind === "offeror" && viewer.addressConfirmed} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

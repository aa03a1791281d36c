import type { Metadata } from "next";
import { MoveButton } from "@/components/offer/view/move-button";
import { OfferCard } from "@/components/offer/view/offer-card";
import { TrashCard } from "@/components/offer/view/trash-card";
import { Button, ButtonLink } from "@/components/ui/button";
import { ConfirmationToast } from "@/components/ui/confirmation-toast";
import { controlClass } from "@/components/ui/control-class";
import { HelpLink } from "@/components/ui/help-link";
import { EmptyState, PageTitle } from "@/components/ui/layout";
import { Tabs } from "@/components/ui/tabs";
import { trashDays } from "@/lib/offer/lifecycle/trash";
import {
  offerCounts,
  type OfferSort,
  offerSorts,
  type OfferView,
  offerViews,
  ownOfferPage,
  ownOffersOf,
} from "@/lib/offer/view/queries/own-offers";
import { can } from "@/lib/platform/access/policy";
import { pageViewer } from "@/lib/platform/access/session";
import { confirmationIn } from "@/lib/platform/form/confirmations";
import { counted } from "@/lib/platform/values/french";
import { filledQuery, type SearchParams } from "@/lib/platform/values/search-params";

export const metadata: Metadata = { title: "Mes offres" };

const sortLabels: Record<OfferSort, string> = {
  publication: "Dates de publication",
  modification: "Dernière modification",
  titre: "Titre",
  places: "Nombre de places",
};

/** The tabs: how each is called, in the address and on the page. */
const views: Record<OfferView, { code: string; label: string; empty: string }> = {
  live: { code: "", label: "En cours", empty: "" },
  archived: { code: "archivees", label: "Archivées", empty: "Aucune offre archivée" },
  deleted: { code: "corbeille", label: "Corbeille", empty: "La corbeille est vide" },
};

export default async function OwnOffersPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, query] = await Promise.all([pageViewer("profile:read"), searchParams]);
  const sort = offerSorts.find((known) => known === query.tri) ?? "publication";
  const view = offerViews.find((known) => views[known].code === query.vue) ?? "live";
  const confirmation = confirmationIn(query);
  const [{ offers, next }, counts, [touched]] = await Promise.all([
    ownOfferPage(viewer, sort, view, typeof query.apres === "string" ? query.apres : ""),
    offerCounts(viewer),
    confirmation && typeof query.offre === "string" ? ownOffersOf(viewer, [query.offre]) : [],
  ]);
  const undoable = confirmation === "supprimee" && touched?.deletedAt ? touched : undefined;
  const published = confirmation === "publiee" ? touched : undefined;
  return (
    <>
      <ConfirmationToast query={query}>
        {published && published.visibility !== "visible" ? (
          <p className="text-ink">{published.visibilityWords}</p>
        ) : null}
        {undoable ? (
          <MoveButton offerId={undoable.id} move="restore" label="Annuler la suppression" />
        ) : null}
      </ConfirmationToast>
      <PageTitle>Mes offres</PageTitle>
      {counts.archived + counts.deleted > 0 || view !== "live" ? (
        <ViewTabs view={view} counts={counts} />
      ) : null}
      {view === "deleted" ? (
        <p className="mb-6 text-muted">
          Une offre supprimée peut être rétablie pendant {trashDays} jours. Ensuite, elle est
          effacée avec ses documents.
        </p>
      ) : null}
      {can(viewer, "offer:deposit") ? (
        <p className="mb-6">
          <ButtonLink href="/espace/offres/importer" variant="secondary">
            Importer un tableur
          </ButtonLink>
        </p>
      ) : null}
      {offers.length === 0 ? (
        <Nothing view={view} />
      ) : (
        <>
          <div className="mb-6 flex flex-wrap items-end justify-between gap-4">
            <p className="text-lg font-semibold">
              {counted(counts[view], "offre trouvée", "offres trouvées")}
            </p>
            <form className="flex flex-wrap items-end gap-2">
              {view === "live" ? null : <input type="hidden" name="vue" value={views[view].code} />}
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
                {view === "deleted" ? <TrashCard offer={offer} /> : <OfferCard offer={offer} />}
              </li>
            ))}
          </ul>
          {next ? (
            <p className="mt-6">
              <ButtonLink
                href={`/espace/offres?${filledQuery({ vue: views[view].code, tri: sort, apres: next })}`}
                variant="secondary"
              >
                Offres suivantes
              </ButtonLink>
            </p>
          ) : null}
          <p className="mt-5">
            <HelpLink section="/apres-le-depot#etats" about="où en est une offre" />
          </p>
        </>
      )}
    </>
  );
}

function ViewTabs({ view, counts }: { view: OfferView; counts: Record<OfferView, number> }) {
  const tabs = offerViews.map((known) => ({
    key: known,
    href: views[known].code
      ? (`/espace/offres?vue=${views[known].code}` as const)
      : ("/espace/offres" as const),
    label: `${views[known].label} (${counts[known]})`,
    current: known === view,
  }));
  return <Tabs label="Mes offres par état" tabs={tabs} />;
}

function Nothing({ view }: { view: OfferView }) {
  if (view !== "live") return <EmptyState title={views[view].empty} />;
  return (
    <EmptyState title="Vous n’avez pas encore d’offre">
      <p className="mb-6">
        Déposer une offre prend quelques minutes. Vous pouvez vous arrêter et reprendre à tout
        moment.
      </p>
      <ButtonLink href="/espace/offres/nouvelle">Créer une offre</ButtonLink>
    </EmptyState>
  );
}

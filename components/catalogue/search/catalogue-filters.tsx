import { Button, buttonClass } from "@/components/ui/button";
import type { ChoiceBox } from "@/components/ui/choice-boxes";
import { controlClass } from "@/components/ui/control-class";
import { FilterChoices, FilterGroup, groupId } from "@/components/ui/filter-choices";
import { FilterError, FilterField, FilterSelect, FilterText } from "@/components/ui/filter-fields";
import { type FilterName, mostPlaces, radii, sinceDays } from "@/lib/catalogue/search/filter";
import { radiusInWords, sinceLabels, type ViewPath } from "@/lib/catalogue/search/labels";
import type { Catalogue } from "@/lib/catalogue/search/queries/catalogue";
import { isPlaceUnknown } from "@/lib/catalogue/search/queries/resolve";
import { supportLabels } from "@/lib/offer/content/labels";
import { departmentFacet, supportFacet, supports, termFacet } from "@/lib/offer/projection/facets";
import { env } from "@/lib/platform/environment/env";
import { departmentsOfRegion } from "@/lib/reference/commune/departments";
import type { VocabularyKind } from "@/lib/reference/vocabulary/rules";
import { countedOffers, countInWords, countOfOffers } from "./count";
import { PlaceInput } from "./place-input";
import { sheetId } from "./results-id";
import { SlotChoices } from "./slot-choices";
import { UnknownPlace } from "./unknown-place";

const words = "Mots ou référence";

const sheet =
  "text-ink max-lg:inset-x-0 max-lg:top-auto max-lg:bottom-0 max-lg:m-0 max-lg:w-full " +
  "max-lg:max-w-none max-lg:max-h-[88dvh] max-lg:rounded-t-lg max-lg:border-t " +
  "max-lg:border-line max-lg:bg-surface max-lg:p-4 max-lg:pt-0 max-lg:backdrop:bg-black/40 " +
  "lg:static lg:m-0 lg:block lg:size-auto lg:overflow-visible lg:border-0 lg:bg-transparent lg:p-0";

/**
 * All that narrows the catalogue, with how many offers each choice leads to. A plain GET form: the
 * address holds the search, so it can be shared and the back button works; scripts only send it
 * sooner.
 *
 * @param misread what was typed as the number of places, where it is none
 * @param unfolded the part that the address wants open: only a page without scripts asks for one
 * @param path of the side of the catalogue that is shown
 */
export function CatalogueFilters({
  found,
  misread,
  unfolded,
  path,
}: {
  found: Catalogue;
  misread: string | null;
  unfolded: string;
  path: ViewPath;
}) {
  const { counts, search, terms, typed, isEmpty } = found;
  const { filter } = search;
  const isAsked = unfolded.startsWith(groupId);
  const isSheet = misread === null && !isAsked;
  const beside = (narrowing: FilterName, facet: number) =>
    countOfOffers(counts.of(narrowing, facet));
  const termChoices = (
    narrowing: "theme" | "public" | "terrain",
    kind: VocabularyKind,
  ): ChoiceBox[] =>
    terms
      .filter((term) => term.kind === kind && term.readAs === term.number)
      // A retired choice stays as long as some offer has it, or somebody looks for it.
      .filter(
        ({ number, retired }) =>
          !retired ||
          filter[narrowing].includes(number) ||
          counts.of(narrowing, termFacet(number)).value > 0,
      )
      .map(({ number, label }) => ({
        value: String(number),
        label,
        note: beside(narrowing, termFacet(number)),
      }));
  return (
    <>
      <div
        className={
          "grid grid-cols-[minmax(0,1fr)_3rem] gap-2 sm:max-lg:grid-cols-[minmax(0,1fr)_3rem_auto]"
        }
      >
        <label htmlFor="q" className="col-span-2 -mb-0.5 font-semibold max-lg:sr-only">
          {words}
        </label>
        <input
          id="q"
          name="q"
          type="search"
          // A word that led to nothing stays, to be put right.
          defaultValue={typed}
          placeholder={words}
          className={`${controlClass} lg:placeholder:opacity-0`}
        />
        <button aria-label="Chercher" className={buttonClass("primary", "magnifier-before px-0")} />
        {isSheet ? (
          <button
            type="button"
            popoverTarget={sheetId}
            className={buttonClass("secondary", "max-sm:col-span-2 lg:hidden")}
          >
            Tous les filtres
          </button>
        ) : null}
      </div>
      {/* On a telephone a sheet over the offers, which the browser opens and closes by itself; one
          that holds a mistake, or what was asked for, lies open on the page. */}
      <div
        id={sheetId}
        popover={isSheet ? "auto" : undefined}
        role="group"
        aria-label="Filtres : derrière chaque choix, le nombre d’offres auquel il mène"
        className={isSheet ? sheet : undefined}
      >
        {isSheet ? (
          <button
            type="button"
            popoverTarget={sheetId}
            popoverTargetAction="hide"
            className={buttonClass("quiet", "sticky top-0 z-1 w-full bg-surface lg:hidden")}
          >
            Fermer
          </button>
        ) : null}
        <FilterField name="lieu" label="Commune ou code postal" className="my-3">
          <PlaceInput value={filter.lieu} invalid={isPlaceUnknown(found)} />
          {isPlaceUnknown(found) ? (
            <FilterError name="lieu">
              <UnknownPlace found={found} path={path} />
            </FilterError>
          ) : null}
        </FilterField>
        {filter.lieu === "" ? null : (
          <div className="mb-4">
            <FilterSelect
              name="rayon"
              label="Rayon"
              value={String(filter.rayon)}
              choices={radii.map((kilometres) => ({
                value: String(kilometres),
                label: radiusInWords(kilometres),
              }))}
            />
          </div>
        )}
        <FilterChoices
          name="theme"
          legend="Thème"
          chosen={filter.theme.map(String)}
          choices={termChoices("theme", "theme")}
        />
        <FilterChoices
          name="public"
          legend="Public"
          chosen={filter.public.map(String)}
          choices={termChoices("public", "audience")}
        />
        <FilterChoices
          name="departement"
          legend="Département"
          chosen={filter.departement}
          choices={departmentsOfRegion([
            ...new Set([...env.agency.departments, ...filter.departement]),
          ]).map(({ value, label }) => ({
            value,
            label,
            note: beside("departement", departmentFacet(value)),
          }))}
        />
        <SlotChoices filter={filter} counts={counts} />
        <FilterChoices
          name="accueil"
          legend="Hébergement, restauration"
          chosen={filter.accueil}
          choices={supports.map((support) => ({
            value: support,
            label: supportLabels[support],
            note: beside("accueil", supportFacet(support)),
          }))}
        />
        <FilterChoices
          name="terrain"
          legend="Terrain d’action"
          chosen={filter.terrain.map(String)}
          choices={termChoices("terrain", "siteType")}
        />
        <FilterGroup
          name="places"
          legend="Places et nouveauté"
          chosen={(filter.places === "" ? 0 : 1) + (filter.depuis === "" ? 0 : 1)}
          open={misread !== null}
        >
          <div className="space-y-4">
            <div>
              <FilterText
                name="places"
                label="Places au moins"
                type="text"
                inputMode="numeric"
                value={misread ?? String(filter.places)}
                invalid={misread !== null}
              />
              {misread === null ? null : (
                <FilterError name="places">
                  Entrez un nombre entier de 1 à {mostPlaces}.
                </FilterError>
              )}
            </div>
            <FilterSelect
              name="depuis"
              label="Publiée"
              all="À tout moment"
              value={String(filter.depuis)}
              choices={sinceDays.map((days) => ({
                value: String(days),
                label: `${sinceLabels[days]} (${countInWords(counts.since(days))})`,
              }))}
            />
          </div>
        </FilterGroup>
        {/* Beside the list a choice is seen as it is made. */}
        <Button
          className={
            "sticky bottom-0 mt-4 w-full outline-offset-[-6px] lg:static " +
            (isSheet ? "max-lg:shadow-[0_0_0_1rem_var(--surface)] " : "") +
            (isAsked ? "" : "lg:scripted:hidden")
          }
        >
          {isEmpty ? "Voir le résultat" : `Voir ${countedOffers(counts.total)}`}
        </Button>
      </div>
      {filter.tri === "" ? null : <input type="hidden" name="tri" value={filter.tri} />}
    </>
  );
}

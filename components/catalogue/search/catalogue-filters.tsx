import { Button } from "@/components/ui/button";
import type { ChoiceBox } from "@/components/ui/choice-boxes";
import { FilterChoices, FilterGroup } from "@/components/ui/filter-choices";
import { FilterError, FilterField, FilterSelect, FilterText } from "@/components/ui/filter-fields";
import { type FilterName, mostPlaces, radii, sinceDays } from "@/lib/catalogue/search/filter";
import { sinceLabels, type ViewPath } from "@/lib/catalogue/search/labels";
import type { Catalogue } from "@/lib/catalogue/search/queries/catalogue";
import { isPlaceUnknown } from "@/lib/catalogue/search/queries/resolve";
import { supportLabels } from "@/lib/offer/content/labels";
import { departmentFacet, supportFacet, supports, termFacet } from "@/lib/offer/projection/facets";
import { env } from "@/lib/platform/environment/env";
import { departmentsOfRegion } from "@/lib/reference/commune/departments";
import type { VocabularyKind } from "@/lib/reference/vocabulary/rules";
import { countInWords, countOfOffers } from "./count";
import { PlaceInput } from "./place-input";
import { SlotChoices } from "./slot-choices";
import { UnknownPlace } from "./unknown-place";

/**
 * All that narrows the catalogue, with how many offers each choice leads to. A plain GET form: the
 * address holds the search, so it can be shared and the back button works; scripts only send it
 * sooner.
 *
 * @param misread what was typed as the number of places, where it is none
 * @param path of the side of the catalogue that is shown
 */
export function CatalogueFilters({
  found,
  misread,
  path,
}: {
  found: Catalogue;
  misread: string | null;
  path: ViewPath;
}) {
  const { counts, search, terms } = found;
  const { filter } = search;
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
      <FilterText name="q" label="Mots ou référence" value={filter.q} />
      {/* A column of a wide screen has no room for «Saint-Dié-des-Vosges (88)» and its radius. */}
      <div
        className={
          "mt-4 grid grid-cols-[minmax(0,1fr)_7.5rem] items-end gap-3 lg:grid-cols-1 lg:gap-4"
        }
      >
        <FilterField name="lieu" label="Commune ou code postal">
          <PlaceInput value={filter.lieu} invalid={isPlaceUnknown(found)} />
        </FilterField>
        <FilterSelect
          name="rayon"
          label="Rayon"
          value={String(filter.rayon)}
          choices={radii.map((kilometres) => ({
            value: String(kilometres),
            label: `${kilometres} km`,
          }))}
        />
      </div>
      {isPlaceUnknown(found) ? (
        <FilterError name="lieu">
          <UnknownPlace found={found} path={path} />
        </FilterError>
      ) : null}
      {/* On a phone the offers come first: a box, because a script may not be there to fold and
          unfold. */}
      <input
        key={String(misread)}
        type="checkbox"
        id="tous-les-filtres"
        defaultChecked={misread !== null}
        className="peer sr-only lg:hidden"
      />
      <label
        htmlFor="tous-les-filtres"
        className={
          "mt-4 flex min-h-12 cursor-pointer items-center justify-between rounded border " +
          "border-control px-4 font-semibold peer-checked:bg-accent-soft " +
          "peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 " +
          "peer-focus-visible:outline-accent-strong lg:hidden"
        }
      >
        Tous les filtres
        <svg aria-hidden="true" viewBox="0 0 20 20" className="size-5 text-muted">
          <path d="M3 6h14M6 10h8M9 14h2" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
      </label>
      <div className="mt-5 hidden peer-checked:block lg:block">
        <p className="sr-only">Derrière chaque choix, le nombre d’offres auquel il mène.</p>
        <FilterChoices
          name="theme"
          legend="Thème"
          open
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
      </div>
      {filter.tri === "" ? null : <input type="hidden" name="tri" value={filter.tri} />}
      <Button className="mt-4 w-full">Chercher</Button>
    </>
  );
}

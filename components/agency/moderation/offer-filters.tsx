import { ButtonLink } from "@/components/ui/button";
import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSelect, FilterText } from "@/components/ui/filter-fields";
import type { Choice } from "@/components/ui/select-field";
import {
  formCriteria,
  type OfferFilter,
  offerPublications,
  offersAddress,
  offerStates,
} from "@/lib/agency/moderation/offer-filter";
import {
  criterionInWords,
  offerPublicationLabels,
  offerStateLabels,
} from "@/lib/agency/moderation/offer-words";
import { halfDays, months } from "@/lib/offer/availability/availability";
import { halfDayLabel, monthLabels } from "@/lib/offer/availability/availability-words";

export interface OfferFilterChoices {
  campaigns: readonly Choice[];
  departments: readonly Choice[];
  themes: readonly Choice[];
  audiences: readonly Choice[];
  /** Of the structure that the filter names. */
  structureName: string;
}

/**
 * A plain GET form: the address holds the filter. Criteria that a number of the dashboard came with
 * stay until they are taken away.
 */
export function OfferFilters({
  filter,
  choices,
}: {
  filter: OfferFilter;
  choices: OfferFilterChoices;
}) {
  const carried = formCriteria.filter((name) => filter[name] !== "");
  return (
    <>
      <FilterBar columns={4} all="/admin/offres">
        {carried.map((name) => (
          <input key={name} type="hidden" name={name} value={filter[name]} />
        ))}
        <FilterText name="q" label="Titre, structure, commune, référence" value={filter.q} />
        <FilterSelect
          name="campagne"
          label="Campagne"
          value={filter.campagne}
          all="Toutes les campagnes"
          choices={choices.campaigns}
        />
        <FilterSelect
          name="etat"
          label="État"
          value={filter.etat}
          all="Tous les états"
          choices={offerStates.map((state) => ({ value: state, label: offerStateLabels[state] }))}
        />
        <FilterSelect
          name="publication"
          label="Publication"
          value={filter.publication}
          all="Publiées ou non"
          choices={offerPublications.map((value) => ({
            value,
            label: offerPublicationLabels[value],
          }))}
        />
        <FilterSelect
          name="departement"
          label="Département du terrain"
          value={filter.departement}
          all="Tous les départements"
          choices={choices.departments}
        />
        <FilterSelect
          name="theme"
          label="Thème"
          value={filter.theme}
          all="Tous les thèmes"
          choices={choices.themes}
        />
        <FilterSelect
          name="public"
          label="Public cible"
          value={filter.public}
          all="Tous les publics"
          choices={choices.audiences}
        />
        <FilterSelect
          name="mois"
          label="Mois"
          value={filter.mois}
          all="Toute l’année"
          choices={months.map((month) => ({ value: String(month), label: monthLabels[month] }))}
        />
        <FilterSelect
          name="creneau"
          label="Demi-journée"
          value={filter.creneau}
          all="Toute la semaine"
          choices={halfDays.map((halfDay) => ({ value: halfDay, label: halfDayLabel(halfDay) }))}
        />
      </FilterBar>
      {carried.length > 0 ? (
        <ul aria-label="Autres critères" className="mb-6 flex flex-wrap gap-3">
          {carried.map((name) => (
            <li
              key={name}
              className={
                "flex flex-wrap items-center gap-x-2 rounded-lg border border-line " +
                "bg-surface pl-4"
              }
            >
              {criterionInWords(name, filter, choices.structureName)}
              <ButtonLink
                href={offersAddress({ ...filter, [name]: "" })}
                variant="quiet"
                className="px-4"
              >
                Retirer
                <span className="sr-only">
                  {" "}
                  : {criterionInWords(name, filter, choices.structureName)}
                </span>
              </ButtonLink>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

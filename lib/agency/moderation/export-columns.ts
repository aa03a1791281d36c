import { availabilityWords } from "@/lib/offer/availability/availability-words";
import { listedColumns } from "@/lib/offer/content/listed";
import { publicationInWords, validationLabels } from "@/lib/offer/lifecycle/labels";
import type { ExportColumn } from "@/lib/platform/formats/columns";
import { campaignLabel } from "@/lib/reference/campaign/campaign-year";
import { queueKindLabels } from "./labels";
import type { ListedOfferDto } from "./offer-filter";
import type { PendingOfferDto } from "./schema";

const yes = (value: boolean) => (value ? "Oui" : "Non");

const { title, themeIds, audienceIds, places, support, ...others } = listedColumns;

export const offerColumns: readonly ExportColumn<ListedOfferDto>[] = [
  { key: "reference", heading: "Référence", width: 12, value: ({ reference }) => reference },
  ...title,
  {
    key: "structure",
    heading: "Structure",
    width: 34,
    value: ({ structureName }) => structureName,
  },
  {
    key: "commune",
    heading: "Commune du terrain",
    width: 22,
    value: ({ communeName }) => communeName,
  },
  { key: "departement", heading: "Département", width: 12, value: ({ department }) => department },
  {
    key: "terrain",
    heading: "Type de terrain d’action",
    width: 26,
    value: ({ siteType }) => siteType,
  },
  ...themeIds,
  ...audienceIds,
  ...places,
  {
    key: "creneaux",
    heading: "Période et créneaux",
    width: 44,
    value: ({ availability }) => availabilityWords(availability).join(" | "),
  },
  ...support,
  ...Object.values(others).flat(),
  {
    key: "campagne",
    heading: "Campagne",
    width: 11,
    value: ({ campaign }) => campaignLabel(campaign),
  },
  {
    key: "etat",
    heading: "État",
    width: 30,
    value: ({ validation }) => validationLabels[validation],
  },
  { key: "publication", heading: "Publication", width: 24, value: publicationInWords },
  {
    key: "catalogue",
    heading: "Visible dans le catalogue",
    width: 14,
    value: ({ visible }) => yes(visible),
  },
  {
    key: "soumise",
    heading: "Dernière soumission",
    width: 18,
    value: ({ submittedAt }) => submittedAt,
  },
  { key: "decidee", heading: "Décidée le", width: 18, value: ({ decidedAt }) => decidedAt },
  { key: "publiee", heading: "Publiée le", width: 18, value: ({ publishedAt }) => publishedAt },
  { key: "identifiant", heading: "Identifiant", width: 38, value: ({ id }) => id },
];

export const queueColumns: readonly ExportColumn<PendingOfferDto>[] = [
  { key: "reference", heading: "Référence", width: 12, value: ({ reference }) => reference },
  { key: "titre", heading: "Titre", width: 40, value: ({ title }) => title },
  {
    key: "structure",
    heading: "Structure",
    width: 34,
    value: ({ structureName }) => structureName,
  },
  {
    key: "commune",
    heading: "Commune du terrain",
    width: 22,
    value: ({ communeName }) => communeName,
  },
  { key: "departement", heading: "Département", width: 12, value: ({ department }) => department },
  { key: "places", heading: "Places", width: 8, value: ({ places }) => places },
  { key: "soumise", heading: "Soumise le", width: 18, value: ({ submittedAt }) => submittedAt },
  {
    key: "particularites",
    heading: "Particularités",
    width: 44,
    value: ({ kinds }) => kinds.map((kind) => queueKindLabels[kind]).join(", "),
  },
  { key: "suivi", heading: "Suivie par", width: 26, value: ({ watch }) => watch?.by ?? null },
  { key: "identifiant", heading: "Identifiant", width: 38, value: ({ id }) => id },
];

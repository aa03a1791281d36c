import { z } from "zod";
import {
  fieldList,
  emailField,
  frenchPhone,
  line,
  paragraphs,
  postcodeField,
} from "@/lib/platform/fields";
import { nameLine } from "@/lib/platform/names";
import {
  type Availability,
  isMonth,
  type Month,
  monthsOf,
  parseAvailability,
  withinMonths,
} from "../availability";

/**
 * What the offeror typed so far, as typed: form values by field name, and the documents attached.
 */
export interface OfferDraft {
  values: Record<string, string | string[]>;
  documentIds: string[];
}

export interface Site {
  name: string;
  street: string;
  postcode: string;
  /** INSEE code. */
  communeCode: string;
  communeName: string;
  department: string;
  typeId: string;
}

export interface LocalReferent {
  name: string;
  function: string;
  /** E.164. */
  phone: string;
  email: string;
}

/** A submitted content, whole and valid: what a revision holds. */
export interface OfferContent {
  /** As typed; empty when the offer has none («si il existe»), see {@link displayTitle}. */
  title: string;
  description: string;
  themeIds: string[];
  audienceIds: string[];
  places: number;
  availability: Availability;
  lodging: boolean;
  catering: boolean;
  site: Site;
  referent: LocalReferent;
  documentIds: string[];
}

export const descriptionLimit = 1000;

/** Page 1 of the form. */
export const offerInformationSchema = z
  .object({
    title: line(120, "Le titre").default(""),
    themeIds: fieldList(
      z
        .array(z.uuid("Choisissez un thème de la liste."))
        .min(
          1,
          "Choisissez au moins un thème. « À définir » convient si les étudiants le choisiront eux-mêmes.",
        ),
    ),
    audienceIds: fieldList(
      z
        .array(z.uuid("Choisissez un public de la liste."))
        .min(1, "Choisissez au moins un public cible."),
    ),
    places: z.coerce
      .number("Indiquez le nombre de places en chiffres.")
      .int("Indiquez un nombre entier de places.")
      .min(1, "Indiquez au moins une place.")
      .max(500, "Indiquez au plus 500 places."),
    description: paragraphs
      .pipe(
        z
          .string()
          .max(descriptionLimit, `La description compte au plus ${descriptionLimit} caractères.`),
      )
      .default(""),
    months: fieldList(z.array(z.coerce.number()).min(1, "Choisissez au moins un mois.")),
    slots: fieldList(z.array(z.string())),
    support: fieldList(z.array(z.enum(["lodging", "catering"]))),
  })
  .superRefine((value, context) => {
    if (value.months.length === 0) return;
    const chosen = value.months.filter(isMonth);
    const open = monthsOf(withinMonths(parseAvailability(value.slots), chosen));
    if (open.length === 0) {
      context.addIssue({
        code: "custom",
        path: ["slots"],
        message: "Choisissez au moins un créneau.",
      });
    } else if (open.length < chosen.length) {
      context.addIssue({
        code: "custom",
        path: ["slots"],
        message: "Un des mois choisis n'a aucun créneau : cochez-en un ou retirez ce mois.",
      });
    }
  });

/** Page 2 of the form. */
export const offerSiteSchema = z.object({
  siteName: nameLine(200, "Le nom de la structure d’accueil").pipe(
    z.string().min(1, "Renseignez le nom de la structure d'accueil."),
  ),
  siteStreet: line(200, "L’adresse").pipe(z.string().min(1, "Renseignez le numéro et la voie.")),
  sitePostcode: postcodeField,
  siteCommune: line(5, "La commune").pipe(z.string().min(1, "Choisissez la commune.")),
  siteTypeId: z.uuid("Choisissez un type de terrain d'action."),
  referentName: nameLine(120, "Le nom du référent").pipe(
    z.string().min(1, "Renseignez le nom du référent de proximité."),
  ),
  referentFunction: nameLine(120, "La fonction du référent").pipe(
    z.string().min(1, "Renseignez la fonction du référent de proximité."),
  ),
  referentPhone: frenchPhone,
  referentEmail: emailField,
});

export type OfferInformation = z.output<typeof offerInformationSchema>;
export type OfferSite = z.output<typeof offerSiteSchema>;

/** Slots of the months that are still chosen; a month taken away takes its slots with it. */
export function chosenAvailability(
  information: Pick<OfferInformation, "months" | "slots">,
): Availability {
  return withinMonths(
    parseAvailability(information.slots),
    information.months.filter(isMonth) as Month[],
  );
}

/**
 * @param themes labels of the offer's themes, in order
 * @returns the title, or the themes where the offer has none
 */
export function displayTitle(title: string, themes: readonly string[]): string {
  return title.trim() || themes.join(", ") || "Offre sans titre";
}

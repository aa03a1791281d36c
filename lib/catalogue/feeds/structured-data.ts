import type { EducationalOccupationalProgram, WithContext } from "schema-dts";
import { type Availability, type Month, monthsOf } from "@/lib/offer/availability/availability";
import type { PublicOfferPage } from "@/lib/offer/projection/stored-page";

interface Described {
  reference: string;
  title: string;
  places: number;
  campaign: number;
  page: Pick<PublicOfferPage, "site" | "structure" | "description" | "themes"> & {
    availability: Availability;
  };
}

/**
 * First day of the first month and last day of the last, `2027-03-01`: search engines see what is
 * over.
 */
function spanOf(
  availability: Availability,
  campaign: number,
): { startDate?: string; endDate?: string } {
  const open = monthsOf(availability);
  const [first, last] = [open[0], open.at(-1)];
  if (!first || !last) return {};
  const yearOf = (month: Month) => (month >= 9 ? campaign : campaign + 1);
  const day = (...at: [year: number, month: number, day: number]) =>
    new Date(Date.UTC(...at)).toISOString().slice(0, 10);
  return { startDate: day(yearOf(first), first - 1, 1), endDate: day(yearOf(last), last, 0) };
}

/**
 * An offer for search engines. `EducationalOccupationalProgram`: students learn there and are paid
 * nothing, which is what tells it from a `JobPosting`. Nobody is named in it. The type is the
 * vocabulary of schema.org: a word that it has not, or has for something else, does not compile.
 * @returns JSON that may stand in a script element
 */
export function structuredData(offer: Described, origin: string): string {
  const { site, structure, description, themes } = offer.page;
  const data: WithContext<EducationalOccupationalProgram> = {
    "@context": "https://schema.org",
    "@type": "EducationalOccupationalProgram",
    name: offer.title,
    description: description || themes.join(", "),
    disambiguatingDescription: themes.join(", "),
    url: `${origin}/offres/${offer.reference}`,
    identifier: offer.reference,
    programType: "Service sanitaire des étudiants en santé",
    maximumEnrollment: offer.places,
    termsPerYear: 1,
    timeToComplete: "P6W",
    ...spanOf(offer.page.availability, offer.campaign),
    provider: {
      "@type": "Organization",
      name: structure.name,
      address: {
        "@type": "PostalAddress",
        streetAddress: site.street,
        postalCode: site.postcode,
        addressLocality: site.communeName,
        addressCountry: "FR",
      },
    },
  };
  // What people typed must not end the element it stands in.
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}

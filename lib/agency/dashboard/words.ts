import type { Month } from "@/lib/offer/availability/availability";
import { dayInWords, startOfDay } from "@/lib/platform/values/calendar-day";
import { counted } from "@/lib/platform/values/french";
import { campaignLabel } from "@/lib/reference/campaign/campaign-year";
import { departmentInWords } from "@/lib/reference/commune/departments";
import type { ComparedCampaign, ComparedPart } from "./figures";
import type { Situation } from "./schema";

const months = {
  long: new Intl.DateTimeFormat("fr-FR", { month: "long", year: "numeric", timeZone: "UTC" }),
  short: new Intl.DateTimeFormat("fr-FR", { month: "short", timeZone: "UTC" }),
};

/** «septembre 2026», or «sept.». @param month `2026-09` */
export function monthInWords(month: string, length: "long" | "short" = "long"): string {
  return months[length].format(new Date(`${month}-01T12:00:00Z`));
}

/** What the dashboard looks at: «Haut-Rhin (68)», or «région Grand Est» for no department. */
export function placeInWords(department: string, regionName: string): string {
  return department ? departmentInWords(department) : `région ${regionName}`;
}

/** How long a decision took, as people say it: «moins d’une heure», «18 heures», «3,5 jours». */
export function durationInWords(hours: number): string {
  if (hours < 1) return "moins d’une heure";
  if (hours < 48) return counted(Math.round(hours), "heure", "heures");
  return counted(Math.round(hours / 2.4) / 10, "jour", "jours");
}

export const comparedPartLabels: Record<ComparedPart, string> = {
  offers: "Offres soumises, hors refusées",
  places: "Places",
  structures: "Structures qui ont une telle offre",
  published: "Offres publiées au moins une fois",
};

/** «2025-2026, au 25 novembre 2025», «2025-2026, entière», «2026-2027, à ce jour». */
export function comparedInWords({
  campaign,
  until,
  ended,
}: Pick<ComparedCampaign, "campaign" | "until" | "ended">): string {
  const extent = until ? `au ${dayInWords(startOfDay(until))}` : ended ? "entière" : "à ce jour";
  return `${campaignLabel(campaign)}, ${extent}`;
}

export const situationLabels: Record<Situation, string> = {
  never: "N’ont jamais publié d’offre",
  absent: "N’ont rien publié pour la campagne",
  depositing: "Ont soumis une offre pour la campagne",
  publishing: "Ont publié une offre pour la campagne",
};

/** As narrow as the head of a column has to be. */
export const shortMonthLabels: Record<Month, string> = {
  1: "Janv.",
  2: "Févr.",
  3: "Mars",
  4: "Avril",
  5: "Mai",
  6: "Juin",
  7: "Juil.",
  8: "Août",
  9: "Sept.",
  10: "Oct.",
  11: "Nov.",
  12: "Déc.",
};

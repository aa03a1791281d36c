import { conflictLabels } from "@/lib/platform/form/labels";
import { dayInWords, startOfDay } from "@/lib/platform/values/calendar-day";
import type { DepositState, DepositWindow } from "./rules";

export type CampaignRefusal = "notFound" | keyof typeof conflictLabels;

export const campaignRefusalLabels: Record<CampaignRefusal, string> = {
  ...conflictLabels,
  notFound: "Cette campagne est introuvable.",
};

/** Where the deposit stands, as a sentence; empty where there is nothing to say. */
export function depositInWords(state: DepositState, { opensOn, closesOn }: DepositWindow): string {
  switch (state) {
    case "notYet":
      return `Le dépôt des offres ouvre le ${dayOrNothing(opensOn)}.`;
    case "closed":
      return `Le dépôt des offres est clos depuis le ${dayOrNothing(closesOn)}.`;
    case "closing":
      return `Le dépôt des offres ferme le ${dayOrNothing(closesOn)}.`;
    case "open":
      return closesOn
        ? `Le dépôt des offres est ouvert jusqu’au ${dayOrNothing(closesOn)}.`
        : "Le dépôt des offres est ouvert.";
  }
}

/** The fields of a campaign, as its form and a conflict call them. */
export const windowLabels = {
  opensOn: "Ouverture du dépôt",
  closesOn: "Fermeture du dépôt",
} as const satisfies Record<keyof DepositWindow, string>;

/** Both days in words; empty for no limit. */
export function windowInWords({
  opensOn,
  closesOn,
}: DepositWindow): Record<keyof DepositWindow, string> {
  return { opensOn: dayOrNothing(opensOn), closesOn: dayOrNothing(closesOn) };
}

function dayOrNothing(day: string | null): string {
  return day ? dayInWords(startOfDay(day)) : "";
}

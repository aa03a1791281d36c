import { dayInWords, startOfDay } from "@/lib/platform/values/calendar-day";
import type { DepositState, DepositWindow } from "./rules";

export type CampaignRefusal = "notFound";

export const campaignRefusalLabels: Record<CampaignRefusal, string> = {
  notFound: "Cette campagne est introuvable.",
};

/** Where the deposit stands, as a sentence; empty where there is nothing to say. */
export function depositInWords(state: DepositState, { opensOn, closesOn }: DepositWindow): string {
  const words = (day: string | null) => (day ? dayInWords(startOfDay(day)) : "");
  switch (state) {
    case "notYet":
      return `Le dépôt des offres ouvre le ${words(opensOn)}.`;
    case "closed":
      return `Le dépôt des offres est clos depuis le ${words(closesOn)}.`;
    case "closing":
      return `Le dépôt des offres ferme le ${words(closesOn)}.`;
    case "open":
      return closesOn
        ? `Le dépôt des offres est ouvert jusqu’au ${words(closesOn)}.`
        : "Le dépôt des offres est ouvert.";
  }
}

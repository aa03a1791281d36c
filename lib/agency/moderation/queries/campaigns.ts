import "server-only";
import { max, min } from "drizzle-orm";
import { offer } from "@/lib/offer/content/tables";
import { can, type Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { now } from "@/lib/platform/values/clock";
import { campaignFor, campaignLabel } from "@/lib/reference/campaign/campaign-year";

/** Campaigns to choose from, the latest first: those that offers belong to, and the present one. */
export async function campaignChoices(viewer: Viewer): Promise<{ value: string; label: string }[]> {
  if (!can(viewer, "offer:moderate")) return [];
  const present = campaignFor(now());
  const [known] = await db
    .select({ first: min(offer.campaign), last: max(offer.campaign) })
    .from(offer);
  const [first, last] = [
    Math.min(known?.first ?? present, present),
    Math.max(known?.last ?? present, present),
  ];
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    value: String(last - index),
    label: campaignLabel(last - index),
  }));
}

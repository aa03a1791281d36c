import { z } from "zod";
import { isDay } from "@/lib/platform/values/calendar-day";
import { departmentCode } from "@/lib/platform/values/department-code";
import { filledQuery } from "@/lib/platform/values/search-params";
import { campaignFor } from "@/lib/reference/campaign/campaign-year";

/** What the dashboard looks at, read from the address. */
export const dashboardFilterSchema = z.object({
  /** First year of a campaign; empty for the present one. */
  campagne: z
    .string()
    .regex(/^(20\d\d)?$/)
    .catch(""),
  departement: departmentCode.or(z.literal("")).catch(""),
});

export interface DashboardFilter {
  campaign: number;
  /** Empty for the whole region. */
  department: string;
}

export function readDashboardFilter(query: Record<string, unknown>, now: Date): DashboardFilter {
  const { campagne, departement } = dashboardFilterSchema.parse(query);
  return { campaign: campagne ? Number(campagne) : campaignFor(now), department: departement };
}

/**
 * What a structure did or did not do: never published anything, published nothing for a campaign,
 * submitted offers for it, published some.
 */
export const situations = ["never", "absent", "depositing", "publishing"] as const;
export type Situation = (typeof situations)[number];

/** The filters of the list of structures behind the dashboard. */
export const participationFilterSchema = dashboardFilterSchema.extend({
  situation: z.enum(situations).catch("never"),
  /** Last day of the first submissions that count. */
  soumisau: z.string().refine(isDay).or(z.literal("")).catch(""),
});

export type ParticipationFilter = z.output<typeof participationFilterSchema>;

export interface ParticipationDto {
  id: string;
  name: string;
  communeName: string;
  department: string;
  registeredAt: Date;
  /** Administrators, to write to. */
  emails: string[];
  /** Submitted ones, whatever became of them. */
  offers: number;
}

export function participationQuery(filter: ParticipationFilter): string {
  return filledQuery(filter);
}

export function participationAddress(filter: ParticipationFilter): string {
  return `/admin/tableau-de-bord/structures?${participationQuery(filter)}`;
}

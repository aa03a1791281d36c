import "server-only";
import { can, type Viewer } from "@/lib/platform/access/policy";
import type { Dashboard } from "../figures";
import type { DashboardFilter } from "../schema";
import { departmentFigures, matrixFigures, stateFigures, weekFigures } from "./offer-figures";
import { absenceFigures, comparisonFigures } from "./structure-figures";
import { delayFigures, timelineFigures } from "./time-figures";

/**
 * All numbers of the dashboard; null for anyone but the ARS. Asked in three turns: the page is one
 * of many that share the connections.
 */
export async function dashboard(
  viewer: Viewer,
  filter: DashboardFilter,
): Promise<Dashboard | null> {
  if (!can(viewer, "dashboard:read")) return null;
  const [states, departments, structures] = await Promise.all([
    stateFigures(filter),
    departmentFigures(filter),
    absenceFigures(filter),
  ]);
  const [matrix, week] = await Promise.all([matrixFigures(filter), weekFigures(filter)]);
  const [timeline, delays, comparison] = await Promise.all([
    timelineFigures(filter),
    delayFigures(filter),
    comparisonFigures(filter),
  ]);
  return { ...states, departments, ...matrix, week, timeline, delays, structures, comparison };
}

import { stateName } from "@/lib/platform/form/base";
import type { SavedSite } from "./schema";

/**
 * Names what the structure keeps of a site, for the form that changes it.
 * @param site its `siteOutside` is the INSEE code of its commune, whose name may change
 */
export function siteState(site: Omit<SavedSite, "siteCommune"> & { siteOutside: string }): string {
  const { siteName, siteStreet, sitePostcode, siteOutside, siteTypeId } = site;
  return stateName([siteName, siteStreet, sitePostcode, siteOutside, siteTypeId]);
}

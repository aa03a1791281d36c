import { env } from "./env";

/** The portal's name, as it stands behind the title of each page. */
export function siteName(): string {
  return `Service sanitaire – ${env.agency.regionName}`;
}

/** What the portal is, for who sees its address elsewhere. */
export function siteDescription(): string {
  return (
    "Les offres de stage du service sanitaire des étudiants en santé en région " +
    `${env.agency.regionName}.`
  );
}

/** What every page says of itself where its address is shared (Open Graph). */
export function openGraphOfSite() {
  return { siteName: siteName(), locale: "fr_FR" };
}

import { pictureResponse } from "@/lib/catalogue/open-data/picture";
import { env } from "@/lib/platform/environment/env";

export { pictureSize as size, pictureType as contentType } from "@/lib/catalogue/open-data/picture";
// The agency is known when the portal runs, not when it is built.
export const dynamic = "force-dynamic";
export const alt = "Les offres de stage du service sanitaire des étudiants en santé";

/** What a shared address shows that has no picture of its own. */
export default function SiteImage() {
  return pictureResponse({
    title: "Offres de stage du service sanitaire",
    lines: ["Prévention et promotion de la santé", `Région ${env.agency.regionName}`],
  });
}

import { offersFile } from "@/lib/catalogue/open-data/offers-file";
import { preflight } from "@/lib/catalogue/open-data/respond";

/** The offers of a search as open data, or all of them. */
export const GET = offersFile("csv");

export const OPTIONS = preflight;

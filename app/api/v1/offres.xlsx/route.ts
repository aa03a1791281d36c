import { offersFile } from "@/lib/catalogue/open-data/offers-file";
import { preflight } from "@/lib/catalogue/open-data/respond";

/** The same as a workbook, for people. */
export const GET = offersFile("xlsx");

export const OPTIONS = preflight;

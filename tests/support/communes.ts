import { communeAreas } from "@/db/reference-data/communes";
import { type Gazetteer, gazetteerOf } from "@/lib/reference/commune/gazetteer";

let made: Gazetteer | null = null;

/** All communes as the portal knows them, without a database. */
export function officialGazetteer(): Gazetteer {
  made ??= gazetteerOf(communeAreas());
  return made;
}

export const grandEst = ["08", "10", "51", "52", "54", "55", "57", "67", "68", "88"];

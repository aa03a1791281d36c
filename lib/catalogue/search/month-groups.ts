/**
 * Offers that start in a month (`start` of the read model), roughly: a wrong number costs time
 * only.
 */
export interface StartCount {
  start: number;
  offers: number;
}

/** Some months that offers start in, one after the other. */
export interface MonthGroup {
  starts: readonly number[];
  /**
   * Whether its offers are collected and sorted; else they are walked through until a page is full.
   */
  sorted: boolean;
}

/**
 * The way through a search by when its offers start: months that hold little of it are taken
 * together and sorted, a month that holds much is walked through. Walking through a month that
 * holds nothing would read the whole of it.
 * @param found every month that offers start in, in order, with those the search finds
 * @param worthSorting offers that are worth collecting at once
 */
export function monthGroupsOf(found: readonly StartCount[], worthSorting: number): MonthGroup[] {
  const stages: { starts: number[]; sorted: boolean }[] = [];
  let gathered = 0;
  for (const { start, offers } of found) {
    const last = stages.at(-1);
    if (offers > worthSorting) stages.push({ starts: [start], sorted: false });
    else if (last?.sorted && gathered + offers <= worthSorting) {
      last.starts.push(start);
      gathered += offers;
    } else {
      stages.push({ starts: [start], sorted: true });
      gathered = offers;
    }
  }
  return stages;
}

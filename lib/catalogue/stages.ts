import { months } from "@/lib/offer/availability";

/** Some months that offers start in, one after the other, by their place in the campaign; 12 is none. */
export interface Stage {
  from: number;
  to: number;
  /** Whether its offers are collected and sorted; else they are walked through until a page is full. */
  sorted: boolean;
}

/**
 * The way through a search by when its offers start: months that hold little of it are taken together and sorted, a month
 * that holds much is walked through. Walking through a month that holds nothing would read the whole of it.
 * @param found offers the search finds, by the month they start in (0 to 12), roughly: a wrong number costs time only
 * @param first the month to begin with
 * @param worthSorting offers that are worth collecting at once
 */
export function stagesOf(found: readonly number[], first: number, worthSorting: number): Stage[] {
  const stages: Stage[] = [];
  let gathered = 0;
  for (let start = first; start <= months.length; start++) {
    const here = found[start] ?? 0;
    const last = stages.at(-1);
    if (here > worthSorting) stages.push({ from: start, to: start, sorted: false });
    else if (last?.sorted && gathered + here <= worthSorting) [last.to, gathered] = [start, gathered + here];
    else [gathered] = [here, stages.push({ from: start, to: start, sorted: true })];
  }
  return stages;
}

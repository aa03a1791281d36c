import { type Month, months } from "@/lib/offer/availability/availability";
import { monthLabels } from "@/lib/offer/availability/availability-words";
import { fold, runFrom, type Understood } from "./words";

const names = months.map((month) => [fold(monthLabels[month]), month] as const);
const silent = new Set(["de", "du", "d", "en", "le", "les", "et", "mois", "puis"]);

/**
 * Months as people write them: «mars à mai», «mars, avril», «sept.-nov», «3;4;5», «toute l’année
 * sauf juillet et août».
 * @returns months in campaign order
 */
export function parseMonths(text: string): Understood<Month> {
  const [kept = "", ...without] = text.split(/\bsauf\b|\bhors\b/i);
  const chosen = read(kept);
  const taken = read(without.join(" , "));
  return {
    values: months.filter(
      (month) => chosen.values.includes(month) && !taken.values.includes(month),
    ),
    unknown: [...chosen.unknown, ...taken.unknown],
  };
}

function read(text: string): Understood<Month> {
  const values: Month[] = [];
  const unknown: string[] = [];
  let range = false;
  for (const typed of tokens(text)) {
    const word = fold(typed);
    if (word === "all") {
      values.push(...months);
    } else if (word === "to") {
      range = true;
    } else if (!silent.has(word)) {
      const month = monthOfWord(word);
      const last = values.at(-1);
      if (month === null) unknown.push(typed);
      else if (range && last !== undefined) values.push(...runFrom(months, last, month));
      else values.push(month);
      range = false;
    }
  }
  return { values, unknown };
}

/** Words as typed, with the phrases that mean one thing made one word. */
function tokens(text: string): string[] {
  return (
    text
      .normalize("NFC")
      // One space for many, or the patterns below would try each of them.
      .replaceAll(/\s+/g, " ")
      .replaceAll(/toute\s+l\s*['’]?\s*ann[ée]e|tous\s+les\s+mois/gi, " all ")
      .replaceAll(/\s(?:à|a|au|jusqu['’](?:à|en))\s|\s*[-–—]\s*/gi, " to ")
      .split(/[\s,;|.]+/)
      .filter(Boolean)
  );
}

function monthOfWord(word: string): Month | null {
  if (/^\d{1,2}$/.test(word)) return months.find((month) => month === Number(word)) ?? null;
  if (word.length < 3) return null;
  const found = names.filter(([name]) => name === word || name.startsWith(word));
  return found.length === 1 ? (found[0]?.[1] ?? null) : null;
}

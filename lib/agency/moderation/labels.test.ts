import { expect, it } from "vitest";
import { ageInWords } from "./labels";

const now = new Date("2026-11-28T12:00:00Z");
const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000];

it.each([
  [0, "à l’instant"],
  [59 * second, "à l’instant"],
  [minute, "il y a 1 minute"],
  [59 * minute, "il y a 59 minutes"],
  [hour, "il y a 1 heure"],
  [day - 1, "il y a 23 heures"],
  [day, "hier"],
  [3 * day, "il y a 3 jours"],
])("what has waited %i ms has waited since %s", (age, words) => {
  expect(ageInWords(new Date(now.getTime() - age), now)).toBe(words);
});

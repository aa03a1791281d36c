/** Bits of a number that JavaScript counts with. */
const width = 32;
/** Where each letter of a text stands, a bit each; of one text at a time. */
const places = new Int32Array(128);

/**
 * How alike two names are, from 0 to 1: letters that are left out, added, changed or exchanged
 * count one each.
 * @param a as `placeKey` makes them, like b
 * @param least what is less alike may be told as 0
 */
export function likenessOf(a: string, b: string, least: number): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const most = Math.floor(long.length * (1 - least));
  if (long.length === 0 || long.length - short.length > most) return 0;
  const steps = short.length > width ? stepsBetween(short, long) : stepsOfShort(short, long);
  return 1 - steps / long.length;
}

/**
 * A column of {@link stepsBetween} at a time, a bit a row: an unknown name meets thousands of known
 * ones, and a spreadsheet may hold hundreds of unknown ones. After H. Hyyrö, «A bit-vector
 * algorithm for computing Levenshtein and Damerau edit distances», 2003.
 * @param short as long as a number has bits, at most
 */
function stepsOfShort(short: string, long: string): number {
  for (let at = 0; at < short.length; at += 1) {
    const letter = short.charCodeAt(at);
    places[letter] = (places[letter] ?? 0) | (1 << at);
  }
  const last = 1 << (short.length - 1);
  let [steps, same, before, more, fewer] = [short.length, 0, 0, -1, 0];
  for (let at = 0; at < long.length; at += 1) {
    const here = places[long.charCodeAt(at)] ?? 0;
    const exchanged = ((~same & here) << 1) & before;
    same = exchanged | (((here & more) + more) ^ more) | here | fewer;
    const [moreLeft, fewerLeft] = [fewer | ~(same | more), same & more];
    if (moreLeft & last) steps += 1;
    if (fewerLeft & last) steps -= 1;
    const shifted = (moreLeft << 1) | 1;
    more = (fewerLeft << 1) | ~(same | shifted);
    fewer = shifted & same;
    before = here;
  }
  for (let at = 0; at < short.length; at += 1) places[short.charCodeAt(at)] = 0;
  return steps;
}

function stepsBetween(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let steps = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        steps = Math.min(steps, (before[j - 2] ?? 0) + 1);
      row.push(steps);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? b.length;
}

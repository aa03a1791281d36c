import "server-only";
import { networkOf } from "./network";
import { countAttempt } from "./throttle";

/** Questions to services of others that one network may ask in a minute. */
const perMinute = 120;

/** Counts a question somebody's typing asks; beyond the limit it is left unanswered. */
export async function mayLookUp(headers: Headers): Promise<boolean> {
  const key = `lookUp:${networkOf(headers)}`;
  return (await countAttempt(key, { max: perMinute, seconds: 60 })).allowed;
}

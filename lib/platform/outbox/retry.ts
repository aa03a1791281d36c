const hour = 3600;

/**
 * Seconds. Far below the day a provider remembers idempotency keys: an attempt whose answer was
 * lost is never sent anew.
 */
const longestPause = 900;

/**
 * How long to wait before the next attempt: 1 s, 2 s, 4 s … 15 min, spread so that mails refused
 * together do not come back together.
 * @param attempts made so far, at least 1
 * @param random in [0, 1)
 * @returns seconds, whole
 */
export function pauseBeforeRetry(attempts: number, random: number): number {
  return Math.ceil(Math.min(longestPause, 2 ** Math.min(attempts - 1, 20)) * (1 + random / 2));
}

/**
 * Whether no other attempt follows: three days of a silent provider. An outbox that was itself
 * stopped that long still gets its attempts.
 * @param age seconds since the mail was written
 */
export function isGivenUp(attempts: number, age: number): boolean {
  return age >= 72 * hour && attempts >= 20;
}

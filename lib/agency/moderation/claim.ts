/**
 * How long an offer counts as being looked at by who took it: long enough to read it, short enough
 * to be forgotten.
 */
export const claimMinutes = 15;

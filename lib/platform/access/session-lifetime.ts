/** Seconds a sign-in lasts; the row in `session` can end it earlier. */
export const sessionLifetime = 14 * 24 * 3600;

/** Holds the session, sealed; scripts cannot read it. */
export function sessionCookie(isSecure: boolean): string {
  return isSecure ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

/**
 * A cookie that scripts may read: somebody may be signed in here, so it is worth asking who. It
 * opens nothing.
 */
export const sessionHint = "compte";

/** @param cookies as `document.cookie` has them */
export function hasSessionHint(cookies: string): boolean {
  return cookies.split("; ").includes(`${sessionHint}=1`);
}

/** Path and query that were asked for, told to the pages: where to come back to from a sign-in. */
export const addressHeader = "x-address";

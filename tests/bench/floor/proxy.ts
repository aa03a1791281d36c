/**
 * Matches nothing: without a file of its own here the builder takes the portal's, from the folders
 * above.
 */
export const config = { matcher: "/none" };

export function proxy() {
  return undefined;
}

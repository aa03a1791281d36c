/** Does nothing, in the place of the portal's (proxy.ts). */
export function register() {
  return undefined;
}

/** What a request that changes something is told when it comes from elsewhere. */
export const foreignOrigin =
  "Cette demande ne vient pas du portail. Rechargez la page et réessayez.";

/**
 * Whether a request that changes something comes from our own pages. Next's own check lets a
 * request without Origin through and believes X-Forwarded-Host; this one compares with the
 * configured origin only.
 * @param origin the Origin header
 * @param configured env.origin
 * @param local in local mode the loopback names are one and the same machine
 */
export function isOwnOrigin(origin: string | null, configured: string, local: boolean): boolean {
  if (!origin) return false;
  if (origin === configured) return true;
  if (!local || !URL.canParse(origin)) return false;
  const { protocol, hostname, port } = new URL(origin);
  const own = new URL(configured);
  return (
    protocol === "http:" &&
    port === own.port &&
    ["localhost", "127.0.0.1", "[::1]"].includes(hostname)
  );
}

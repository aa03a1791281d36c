import { createHash } from "node:crypto";

/** A script without an address that runs, or a style, with what stands in it. */
const inline =
  /<(script|style)(?![^>]*\bsrc=)(?![^>]*\btype="application\/(?:ld\+)?json")[^>]*>([^]*?)<\/\1>/g;

/**
 * The policy of a page that is given to many: what stands in it is allowed by its hash (CSP 3,
 * `hash-source`), since a nonce that several answers share protects nobody.
 * @param policy as the page was made with, without a nonce
 * @param html the whole page, as the portal made it: nothing in it is anybody's markup
 */
export function withHashes(policy: string, html: string): string {
  const hashes = { script: new Set<string>(), style: new Set<string>() };
  for (const [, kind, content = ""] of html.matchAll(inline)) {
    const digest = createHash("sha256").update(content).digest("base64");
    hashes[kind as keyof typeof hashes].add(`'sha256-${digest}'`);
  }
  return policy.replaceAll(/\b(script|style)-src [^;]*/g, (sources, kind: keyof typeof hashes) =>
    [sources, ...hashes[kind]].join(" "),
  );
}

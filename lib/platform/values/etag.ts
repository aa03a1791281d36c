export interface ETagHead {
  mediaType: string;
  /** How long a cache may give it without asking. */
  seconds: number;
}

/** Whether who asks has this version already («*»: any). */
export function isKnown(asked: Headers, tag: string): boolean {
  const known = asked
    .get("if-none-match")
    ?.split(",")
    .map((each) => each.trim().replace(/^W\//, ""));
  return known !== undefined && (known.includes(`"${tag}"`) || known.join() === "*");
}

/**
 * An answer with an ETag: who has this version already is told that nothing changed.
 * @param asked headers of the request
 * @param tag letters and digits that name the version
 */
export function withETag(
  asked: Headers,
  tag: string,
  { mediaType, seconds }: ETagHead,
  body: BodyInit | null,
): Response {
  const headers = { ETag: `W/"${tag}"`, "Cache-Control": `public, max-age=${seconds}` };
  if (isKnown(asked, tag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "Content-Type": mediaType } });
}

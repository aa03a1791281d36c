interface FileHead {
  /** As the reader will save it; any characters. */
  name: string;
  mediaType: string;
  /** Bytes, when known beforehand. */
  size?: number;
  /**
   * `inline` only for what was decoded and found to be a picture: everything else is saved, never
   * shown.
   */
  disposition?: "attachment" | "inline";
}

/**
 * The one way a file leaves the portal. Whatever its content claims to be, it is what `mediaType`
 * says, it runs nothing, and no cache keeps it: who may read it can change at any moment.
 */
export function fileResponse(
  body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
  { name, mediaType, size, disposition = "attachment" }: FileHead,
): Response {
  return new Response(body, {
    headers: {
      "Content-Type": mediaType,
      ...(size === undefined ? {} : { "Content-Length": String(size) }),
      "Content-Disposition": `${disposition}; filename="${plainName(name)}"; filename*=UTF-8''${encoded(name)}`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
      "X-Frame-Options": "DENY",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Cache-Control": "private, no-store",
    },
  });
}

/**
 * For readers that know no other: the letters without their accents, nothing that could end the
 * quoted string.
 */
function plainName(name: string): string {
  return (
    name
      .normalize("NFKD")
      .replaceAll(/\p{M}/gu, "")
      .replaceAll(/[^\w. ()-]/g, "_") || "document"
  );
}

/** RFC 8187: apostrophe, brackets and asterisk are escaped too. */
function encoded(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

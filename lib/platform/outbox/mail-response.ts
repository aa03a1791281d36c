/**
 * The HTML part of a mail as a mail program would show it: its inline styles, and nothing that
 * runs.
 */
export function mailResponse(html: string): Response {
  return new Response(html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy":
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox",
      "Cache-Control": "no-store",
    },
  });
}

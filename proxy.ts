import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/platform/env";

/**
 * Puts the content security policy on every page. It decides nothing about who may see what: a proxy can be bypassed
 * (CVE-2025-29927 and its kin), so that is decided next to the data.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  // A file to save carries a stricter policy of its own (lib/platform/file-response.ts).
  if (!isFile(request.nextUrl.pathname)) response.headers.set("Content-Security-Policy", policy);
  response.headers.set("X-Frame-Options", "DENY");
  if (env.origin.startsWith("https://")) {
    response.headers.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
  }
  return response;
}

function isFile(path: string): boolean {
  return /^\/documents\/|^\/(offres|espace\/offres|admin\/offres)\/[^/]+\/(pdf|zip|ics)$/.test(path);
}

function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === "development";
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "form-action 'self'",
    "frame-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "manifest-src 'self'",
  ].join("; ");
}

export const config = {
  // Files of the build, and answers that set a policy of their own.
  matcher: ["/((?!_next/static|_next/image|favicon.ico|icon.svg|boite-aux-lettres/[^/]+/html|admin/textes/courrier).*)"],
};

import { type NextRequest, NextResponse } from "next/server";
import { isSameForAll } from "@/lib/catalogue/feeds/public-pages";
import { addressHeader, sessionCookie, sessionHint } from "@/lib/platform/access/session-hint";
import { env } from "@/lib/platform/environment/env";
import { logRefusal } from "@/lib/platform/environment/log";
import { setTransportSecurity } from "@/lib/platform/environment/transport-security";
import { foreignOrigin, isOwnOrigin } from "@/lib/platform/values/origin";

/**
 * Puts the content security policy on every page, and keeps from the framework what it answers with
 * a fault. It decides nothing about who may see what: a proxy can be bypassed (CVE-2025-29927 and
 * its kin), so that is decided next to the data.
 */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers);
  // Kept for others by our own server, which allows what stands in it by its hash.
  const isKept = env.madeForAllHeader !== undefined && headers.has(env.madeForAllHeader);
  const nonce = isKept
    ? null
    : Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  headers.delete("x-nonce");
  if (nonce) headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  headers.set(addressHeader, request.nextUrl.pathname + request.nextUrl.search);
  headers.delete(forAllHeader);
  if (isRead(request) && isSameForAll(request.nextUrl.pathname)) {
    headers.set(forAllHeader, "1");
    headers.delete("cookie");
  }
  const response = refusalOf(request) ?? passOn(request, headers);
  // A file to save carries a stricter policy of its own (lib/platform/formats/file-response.ts).
  if (!isFile(request.nextUrl.pathname)) response.headers.set("Content-Security-Policy", policy);
  const isSecure = env.origin.startsWith("https://");
  // A session that was opened before there was such a cookie.
  if (request.cookies.has(sessionCookie(isSecure)) && !request.cookies.has(sessionHint))
    response.cookies.set(sessionHint, "1", { sameSite: "lax", secure: isSecure, path: "/" });
  response.headers.set("X-Frame-Options", "DENY");
  setTransportSecurity(response.headers);
  return response;
}

/** Says to the page that it is the same for every visitor (app/layout.tsx). */
const forAllHeader = "x-for-all";

/** Mail programs call these from anywhere, with a signed link and without a session (RFC 8058). */
const calledFromAnywhere = /^\/api\/(alerte|avis|rappels)\/[^/]+$/;
/** Route handlers that read what is sent themselves, once they know who sends it. */
const readsItself = /^\/api\/|^\/espace\/offres\/(importer\/fichier|[^/]+\/(documents|brouillon))$/;
/** Bytes of a form: the framework's own limit for an action. */
const formLimit = 1024 * 1024;

function refusalOf(request: NextRequest): NextResponse | null {
  const { method, nextUrl } = request;
  const path = nextUrl.pathname;
  if (isRead(request) || method === "OPTIONS") return null;
  if (method !== "POST") return refused(request, 405);
  const origin = request.headers.get("origin");
  const isForeign = origin !== null && !isOwnOrigin(origin, env.origin, env.mode !== "production");
  if (isForeign && !calledFromAnywhere.test(path)) return refused(request, 403);
  if (readsItself.test(path)) return null;
  const isAction = request.headers.has("next-action");
  const isMultipart = /^multipart\/form-data\b/i.test(request.headers.get("content-type") ?? "");
  // An action takes a form, and a form with its state is sent in parts.
  if (!isMultipart) return isAction ? refused(request, 415) : null;
  return Number(request.headers.get("content-length") ?? 0) > formLimit
    ? refused(request, 413)
    : null;
}

const refusals = {
  403: foreignOrigin,
  405: "Cette page ne prend pas de telle demande.",
  413: "Cet envoi est trop volumineux pour cette page.",
  415: "Ce type de contenu n’est pas accepté ici : envoyez le formulaire de la page.",
};

function refused(request: NextRequest, status: keyof typeof refusals): NextResponse {
  logRefusal({ status, method: request.method, path: request.nextUrl.pathname });
  const page =
    `<!doctype html><html lang="fr"><title>Demande refusée</title><h1>Demande ` +
    `refusée</h1><p>${refusals[status]}</p></html>`;
  return new NextResponse(page, {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      ...(status === 405 ? { Allow: "GET, HEAD, POST" } : {}),
    },
  });
}

function passOn(request: NextRequest, headers: Headers): NextResponse {
  const origin = request.headers.get("origin");
  // The framework compares with this, which a relay need not pass on as the browser sent it.
  if (origin !== null && isOwnOrigin(origin, env.origin, env.mode !== "production"))
    headers.set("x-forwarded-host", new URL(origin).host);
  const address = request.nextUrl.clone();
  if (readable(address.pathname) === null) {
    // An address of nothing: the page that says so.
    address.pathname = "/introuvable";
    address.search = "";
    return NextResponse.rewrite(address, { request: { headers } });
  }
  const search = address.search.replaceAll("%00", "");
  if (search === address.search) return NextResponse.next({ request: { headers } });
  address.search = search;
  return NextResponse.rewrite(address, { request: { headers } });
}

/** @returns null for a path with NUL in it, or with a percent sign that stands for no character */
function readable(path: string): string | null {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes("\u0000") ? null : decoded;
  } catch {
    return null;
  }
}

function isFile(path: string): boolean {
  return /^\/documents\/|^\/(offres|espace\/offres|admin\/offres)\/[^/]+\/(pdf|zip|ics)$/.test(
    path,
  );
}

function isRead({ method }: NextRequest): boolean {
  return method === "GET" || method === "HEAD";
}

/** @param nonce null for a page that is given to many */
function contentSecurityPolicy(nonce: string | null): string {
  const development = process.env.NODE_ENV === "development";
  const allowed = nonce ? ` 'nonce-${nonce}'` : "";
  return [
    "default-src 'none'",
    `script-src 'self'${allowed}${nonce ? " 'strict-dynamic'" : ""}${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${development ? " 'unsafe-inline'" : allowed}`,
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
  // Files of the build, and answers that have a policy of their own: open data, of which passing
  // here is an eighth of the work, and uploads, whose body would be kept in memory.
  matcher: [
    "/((?!api/v1/(?:listes|openapi\\.json|offres(?:\\.csv|\\.xlsx|/[A-Za-z0-9-]+)?)$|_next/static/|_next/image$|favicon\\.ico$|icon\\.svg$|apple-icon\\.png$|icons/[^/]+\\.png$|boite-aux-lettres/[^/]+/html$|admin/textes/courrier$|espace/offres/[^/]+/documents$|espace/offres/importer/fichier$).*)",
  ],
};

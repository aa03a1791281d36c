import "server-only";
import { createHash } from "node:crypto";
import { busyWords, isBusy, retryAfter } from "@/lib/platform/busy";
import { log } from "@/lib/platform/log";
import { networkOf } from "@/lib/platform/network";
import { type Allowance, countAttempt } from "@/lib/platform/throttle";
import type { BadParameter } from "./parameters";

/** Requests a network may make in a number of seconds. */
export interface RateLimit {
  name: string;
  requests: number;
  seconds: number;
}

export const apiLimit: RateLimit = { name: "api", requests: 120, seconds: 60 };
export const fileLimit: RateLimit = { name: "fichier", requests: 30, seconds: 3600 };

/**
 * Answers a request for open data within a limit, with the headers of draft-ietf-httpapi-ratelimit-headers; a fault is a
 * problem document like any other (RFC 9457).
 */
export async function withinRate(request: Request, limit: RateLimit, answer: () => Promise<Response>): Promise<Response> {
  try {
    const key = `${limit.name}:${networkOf(request.headers)}`;
    const own = await countAttempt(key, { max: limit.requests, seconds: limit.seconds });
    return limited(own.allowed ? await answer() : tooMany(own), limit, own);
  } catch (error) {
    if (isBusy(error)) return later(503, "Portail très sollicité", busyWords, retryAfter);
    const reference = crypto.randomUUID().slice(0, 8);
    log.error({ err: error, reference }, "open data");
    return problem(500, "Une erreur est survenue", { detail: `Référence ${reference}.` });
  }
}

function limited(response: Response, { name, requests, seconds }: RateLimit, { remaining, resetsIn }: Allowance): Response {
  response.headers.set("RateLimit-Policy", `"${name}";q=${requests};w=${seconds}`);
  response.headers.set("RateLimit", `"${name}";r=${remaining};t=${resetsIn}`);
  // What is left is one caller's: a cache between must not tell it to others.
  response.headers.set("Cache-Control", response.headers.get("Cache-Control")?.replace("public", "private") ?? "no-store");
  return response;
}

/** Lets pages of other sites ask again with the tag they have; who may ask at all is said in next.config.ts. */
export function preflight(): Response {
  return new Response(null, { status: 204, headers: { Allow: "GET, HEAD, OPTIONS", "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS", "Access-Control-Allow-Headers": "If-None-Match", "Access-Control-Max-Age": "86400" } });
}

function tooMany({ resetsIn }: Allowance): Response {
  return later(429, "Trop de requêtes", `Réessayez dans ${resetsIn} s.`, resetsIn);
}

/** @param seconds after which to ask again */
function later(status: number, title: string, detail: string, seconds: number): Response {
  const response = problem(status, title, { detail });
  response.headers.set("Retry-After", String(seconds));
  return response;
}

export function problem(status: number, title: string, more: { detail?: string; parameters?: BadParameter[] } = {}): Response {
  return Response.json({ type: "about:blank", title, status, ...more }, { status, headers: { "Content-Type": "application/problem+json; charset=utf-8", "Cache-Control": "no-store" } });
}

/** JSON with an ETag: who has it already («*»: in any version) is answered that nothing changed. */
export function cacheable(request: Request, body: unknown, { mediaType = "application/json; charset=utf-8", seconds = 60 } = {}): Response {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const tag = `W/"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  const headers = { ETag: tag, "Cache-Control": `public, max-age=${seconds}` };
  const known = request.headers.get("if-none-match")?.split(",").map((each) => each.trim().replace(/^(W\/)?/, "W/"));
  if (known?.includes(tag) || request.headers.get("if-none-match")?.trim() === "*") return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, "Content-Type": mediaType } });
}

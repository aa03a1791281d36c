import "server-only";
import { isUnavailable } from "@/lib/platform/database/errors";
import { faultWords } from "@/lib/platform/door/fault-words";
import { log } from "@/lib/platform/environment/log";
import { setTransportSecurity } from "@/lib/platform/environment/transport-security";
import { busyTitle, busyWords, isBusy, laterPage, retryAfter } from "@/lib/platform/load/busy";
import { listing } from "@/lib/platform/load/lane";
import { digest, store } from "@/lib/platform/load/store";
import { type ETagHead, withETag } from "@/lib/platform/values/etag";
import { waitInWords } from "@/lib/platform/visitor/limits";
import { networkOf } from "@/lib/platform/visitor/network";
import { type Allowance, countAttempt } from "@/lib/platform/visitor/throttle";
import type { BadParameter } from "./parameters";

/** Requests a network may make in a number of seconds. */
export interface RateLimit {
  name: string;
  requests: number;
  seconds: number;
}

export const apiLimit: RateLimit = { name: "api", requests: 120, seconds: 60 };
/** A whole class that saves its list asks from one network; what is the same is made once. */
export const fileLimit: RateLimit = { name: "fichier", requests: 100, seconds: 3600 };

/**
 * Answers a request for open data within a limit, with the headers of
 * draft-ietf-httpapi-ratelimit-headers; a fault is a problem document like any other (RFC 9457).
 */
export async function withinRate(
  request: Request,
  limit: RateLimit,
  answer: () => Promise<Response>,
): Promise<Response> {
  try {
    const key = `${limit.name}:${networkOf(request.headers)}`;
    const own = await countAttempt(key, { max: limit.requests, seconds: limit.seconds });
    return limited(own.allowed ? await answer() : tooMany(request, own), limit, own);
  } catch (error) {
    if (isBusy(error)) return later(request, 503, busyTitle, busyWords, retryAfter);
    const reference = crypto.randomUUID().slice(0, 8);
    log.error({ err: error, reference }, "open data");
    if (isUnavailable(error)) {
      const { title, lead } = faultWords(503, "");
      return later(request, 503, title, lead, retryAfter);
    }
    return problem(500, "Une erreur est survenue", { detail: `Référence ${reference}.` });
  }
}

/** The same for the API, whose answers do not pass the proxy. */
export async function openData(
  request: Request,
  limit: RateLimit,
  answer: () => Promise<Response>,
): Promise<Response> {
  const response = await withinRate(request, limit, answer);
  setTransportSecurity(response.headers);
  return response;
}

function limited(
  response: Response,
  { name, requests, seconds }: RateLimit,
  { remaining, resetsIn }: Allowance,
): Response {
  response.headers.set("RateLimit-Policy", `"${name}";q=${requests};w=${seconds}`);
  response.headers.set("RateLimit", `"${name}";r=${remaining};t=${resetsIn}`);
  // What is left is one caller's: a cache between must not tell it to others.
  response.headers.set(
    "Cache-Control",
    response.headers.get("Cache-Control")?.replace("public", "private") ?? "no-store",
  );
  return response;
}

/**
 * Lets pages of other sites ask again with the tag they have; who may ask at all is said in
 * next.config.ts.
 */
export function preflight(): Response {
  const response = new Response(null, {
    status: 204,
    headers: {
      Allow: "GET, HEAD, OPTIONS",
      "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
      "Access-Control-Allow-Headers": "If-None-Match",
      "Access-Control-Max-Age": "86400",
    },
  });
  setTransportSecurity(response.headers);
  return response;
}

function tooMany(request: Request, { resetsIn }: Allowance): Response {
  const wait = waitInWords(resetsIn);
  return later(request, 429, "Trop de requêtes", `Réessayez dans ${wait}.`, resetsIn);
}

/**
 * A file is also asked for by people, from a link: they get a page.
 * @param seconds after which to ask again
 */
function later(
  { headers }: Request,
  status: number,
  title: string,
  detail: string,
  seconds: number,
): Response {
  if (headers.get("accept")?.includes("text/html"))
    return laterPage(status, title, detail, seconds);
  const response = problem(status, title, { detail });
  response.headers.set("Retry-After", String(seconds));
  return response;
}

export function problem(
  status: number,
  title: string,
  more: { detail?: string; parameters?: BadParameter[] } = {},
): Response {
  return Response.json(
    { type: "about:blank", title, status, ...more },
    {
      status,
      headers: {
        "Content-Type": "application/problem+json; charset=utf-8",
        "Cache-Control": "no-store",
      },
    },
  );
}

/** 400, with each parameter that was not understood. */
export function misunderstood(parameters: BadParameter[]): Response {
  return problem(400, "Des paramètres ne sont pas compris", { parameters });
}

/** JSON with an ETag. */
export function cacheable(request: Request, body: unknown, { seconds = 60 } = {}): Response {
  const text = JSON.stringify(body);
  return withETag(
    request.headers,
    digest(text),
    { mediaType: "application/json; charset=utf-8", seconds },
    text,
  );
}

/** Sitemaps and feeds. */
const listings = store("listings", 32 * 1024 * 1024);

/**
 * A list as XML with an ETag, made once for all who ask.
 * @param key all that it depends on, the version of the catalogue included
 * @throws Busy when too many are being made
 */
export async function listed(
  request: Request,
  key: string,
  head: ETagHead,
  make: () => Promise<string>,
): Promise<Response> {
  const { body, tag } = await listings(key, () =>
    listing(async () => new TextEncoder().encode(await make())),
  );
  return withETag(request.headers, tag, head, body);
}

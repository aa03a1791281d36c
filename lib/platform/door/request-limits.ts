import { isOwnOrigin } from "@/lib/platform/values/origin";
import { openData } from "./headers";

/** What is known of a request before any of its body is read. */
export interface RequestHead {
  method: string;
  /** As it was sent, without its query. */
  path: string;
  /** The Origin header. */
  origin: string | undefined;
  /** The Content-Length header: bytes to come; nothing is known when they come in pieces. */
  length: string | undefined;
}

export interface DoorRules {
  /** env.origin */
  origin: string;
  /** See {@link isOwnOrigin}. */
  isLocal: boolean;
  /** Bytes of a body by path; the first that fits counts. */
  bodyLimits: readonly (readonly [RegExp, number])[];
}

/**
 * Bytes of a body where nothing else is said: every form without files. Next takes no more of a
 * server action.
 */
export const formLimit = 1024 * 1024;

/** Mail programs POST here (RFC 8058), without our origin: the signed link is what allows it. */
const oneClick = /^\/api\/(rappels|avis|alerte)\/[^/]+$/;

/** Why a request goes no further. A `null` refuses nothing. */
export function refusalOf(
  { method, path, origin, length }: RequestHead,
  rules: DoorRules,
): 400 | 403 | 405 | 413 | null {
  if (!isReadable(path)) return 400;
  const isKnown = method === "GET" || method === "HEAD" || method === "POST";
  // Asked by pages of other sites; no page of ours answers it.
  if (!isKnown && !(method === "OPTIONS" && openData.test(path))) return 405;
  const comesFromUs =
    method !== "POST" ||
    oneClick.test(path) ||
    isOwnOrigin(origin ?? null, rules.origin, rules.isLocal);
  if (!comesFromUs) return 403;
  return Number(length ?? 0) > bodyLimitOf(method, path, rules) ? 413 : null;
}

/** Bytes a request may bring. */
export function bodyLimitOf(method: string, path: string, { bodyLimits }: DoorRules): number {
  if (method !== "POST") return 0;
  return bodyLimits.find(([pattern]) => pattern.test(path))?.[1] ?? formLimit;
}

function isReadable(path: string): boolean {
  try {
    return path.startsWith("/") && !decodeURIComponent(path).includes("\0");
  } catch {
    return false;
  }
}

import type { IncomingMessage } from "node:http";

/** `br;q=0`: anything but that (RFC 9110, 12.5.3). */
const refused = /;\s*q=0(\.0*)?$/;

/** @param encoding in lower case */
export function accepts({ headers }: Pick<IncomingMessage, "headers">, encoding: string): boolean {
  const offered = (headers["accept-encoding"] ?? "").toLowerCase().split(/\s*,\s*/);
  return offered.some((each) => each.split(/\s*;\s*/, 1)[0] === encoding && !refused.test(each));
}

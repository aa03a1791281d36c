import "server-only";
import { logRefusal } from "@/lib/platform/environment/log";
import { formBounds } from "./read-form";

const mediaTypes = ["multipart/form-data", "application/x-www-form-urlencoded"] as const;

interface Bounds {
  /** Bytes of the whole body. */
  limit: number;
  /** What the route's own form sends. */
  types?: readonly (typeof mediaTypes)[number][];
  /** Fields and files together. */
  fields?: number;
}

/**
 * Reads the form a request carries, no further than its bounds: what is longer is not read to its
 * end, and what has more fields is not parsed. Asked only once it is known that the viewer may send
 * it.
 * @returns the form, or the answer that refuses it: 413, 415, 400
 */
export async function readBody(request: Request, bounds: Bounds): Promise<FormData | Response> {
  const { limit, types = mediaTypes, fields = formBounds.fields } = bounds;
  const contentType = request.headers.get("content-type") ?? "";
  const type = types.find((known) => contentType.toLowerCase().split(";")[0]?.trim() === known);
  if (!type)
    return refuse(
      request,
      415,
      "Ce type de contenu n’est pas accepté ici : envoyez le formulaire de la page.",
    );
  const tooLong = () => refuse(request, 413, "Cet envoi est trop volumineux pour cette page.");
  if (Number(request.headers.get("content-length") ?? 0) > limit) return tooLong();
  const body = await bytesOf(request, limit).catch(() => null);
  if (body === "tooLong") return tooLong();
  const unreadable = () =>
    refuse(request, 400, "Cet envoi n’a pas pu être lu. Rechargez la page et réessayez.");
  if (!body) return unreadable();
  // The last part of a form in parts ends as those before it begin.
  const [separator, last] =
    type === "multipart/form-data" ? [`\r\n--${boundaryOf(contentType)}`, 0] : ["&", 1];
  if (countOf(body, separator, fields + 1) + last > fields) return tooLong();
  const form = await new Response(body, { headers: { "Content-Type": contentType } })
    .formData()
    .catch(() => null);
  return form ?? unreadable();
}

/** @returns the answer to a request that is not taken, with its one line in the log */
export function refuse(request: Request, status: 400 | 403 | 413 | 415, message: string): Response {
  logRefusal({ status, method: request.method, path: new URL(request.url).pathname });
  if (request.headers.get("accept")?.includes("application/json"))
    return Response.json({ message }, { status });
  return new Response(message, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}

async function bytesOf(
  request: Request,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | "tooLong"> {
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > limit) {
      await reader.cancel();
      return "tooLong";
    }
    chunks.push(value);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function boundaryOf(contentType: string): string {
  return /boundary="?([^";]+)/i.exec(contentType)?.[1]?.trim() ?? "";
}

/** Occurrences of a text, up to `most`. */
function countOf(body: Uint8Array<ArrayBuffer>, text: string, most: number): number {
  const bytes = Buffer.from(body.buffer);
  let count = 0;
  for (
    let at = bytes.indexOf(text);
    at >= 0 && count < most;
    at = bytes.indexOf(text, at + text.length)
  )
    count += 1;
  return count;
}

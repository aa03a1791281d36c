import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { inject } from "light-my-request";
import type { CurrentVersion } from "@/lib/platform/load/current-version";
import { keyOf, type Made, store } from "@/lib/platform/load/store";
import { isKnown } from "@/lib/platform/values/etag";
import { withHashes } from "./inline-scripts";

export interface MadeOnceOptions {
  /** Of all pages together. */
  bytes: number;
  /** Whether the page of a path is the same for every visitor. */
  isSameForAll: (path: string) => boolean;
  /** Of all that these pages show, the hour included. */
  version: CurrentVersion;
  /** What is true only of requests that this makes: a name nobody else knows. */
  header: string;
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<unknown>;

interface Head {
  status: number;
  headers: Record<string, string | string[]>;
}

/** Answers that are not kept for others: they are given to those who wait for them. */
class Passing extends Error {
  constructor(readonly bytes: Buffer) {
    super("not kept");
  }
}

/**
 * Of what a browser sends, all that a page may depend on: whether it asks for a document or for the
 * data of one, and which parts of that it has.
 */
const asked = [
  "rsc",
  "next-router-state-tree",
  "next-router-prefetch",
  "next-router-segment-prefetch",
  "next-url",
] as const;

/** Of one answer to one request, made anew for each. */
const ofConnection = /^(connection|date|keep-alive|transfer-encoding|content-length)$/;

/** `br;q=0`: anything but that (RFC 9110, 12.5.3). */
const refused = /;\s*q=0(\.0*)?$/;

const encodings = [
  [
    "br",
    (bytes: Buffer) =>
      promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } }),
  ],
  ["gzip", promisify<Buffer, Buffer>(gzip)],
] as const;

/**
 * Pages that are the same for every visitor, made once for each version of what they show and kept
 * in memory, those asked for last. Nothing of a visitor reaches the making of one: neither cookies
 * nor addresses.
 */
export class MadeOnce {
  readonly #pages;

  constructor(readonly options: MadeOnceOptions) {
    this.#pages = store("pages", options.bytes);
  }

  /** @returns null where the page has to be made for this request */
  async keyOf(request: IncomingMessage, path: string): Promise<string | null> {
    const { method, headers } = request;
    if ((method !== "GET" && method !== "HEAD") || !this.options.isSameForAll(path)) return null;
    const version = await this.options.version.get();
    const parts = asked.map((name) => headers[name] ?? "");
    return version === null ? null : keyOf("page", version, addressOf(request.url ?? ""), parts);
  }

  /**
   * Answers with a page, kept or made now.
   * @param handle makes it; asked once for all who wait
   */
  async answer(
    key: string,
    request: IncomingMessage,
    response: ServerResponse,
    handle: Handler,
  ): Promise<void> {
    try {
      const page = await this.#pages(key, () => this.#make(request, handle));
      await this.#give(key, page, request, response);
    } catch (error) {
      if (!(error instanceof Passing)) throw error;
      const { head, body } = read(error.bytes);
      send(request, response, head, body);
    }
  }

  async #make(request: IncomingMessage, handle: Handler): Promise<Uint8Array> {
    const { host, accept } = request.headers;
    const headers: IncomingHttpHeaders = { host, accept, [this.options.header]: "1" };
    for (const name of asked) headers[name] = request.headers[name];
    const made = await inject(
      (inner, answer) => {
        const page = answer as unknown as ServerResponse;
        handle(inner, page).catch((error: unknown) => page.destroy(error as Error));
      },
      {
        method: "GET",
        url: addressOf(request.url ?? ""),
        headers: Object.fromEntries(Object.entries(headers).filter(([, value]) => value)),
      },
    );
    const isKept = made.statusCode === 200 && made.headers["set-cookie"] === undefined;
    const head: Head = { status: made.statusCode, headers: {} };
    for (const [name, value] of Object.entries(made.headers)) {
      if (value === undefined || ofConnection.test(name)) continue;
      head.headers[name] = Array.isArray(value) ? value : String(value);
    }
    const policy = head.headers["content-security-policy"];
    if (typeof policy === "string")
      head.headers["content-security-policy"] = withHashes(policy, made.payload);
    if (isKept) {
      // Whoever keeps it asks each time whether it still holds.
      head.headers["cache-control"] = "public, max-age=0, must-revalidate";
      head.headers.vary = [head.headers.vary, "Accept-Encoding"].flat().filter(Boolean).join(", ");
    }
    const bytes = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), made.rawPayload]);
    if (!isKept) throw new Passing(bytes);
    return bytes;
  }

  async #give(
    key: string,
    page: Made,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { head, body } = read(page.body);
    head.headers.etag = `W/"${page.tag}"`;
    const known = request.headers["if-none-match"];
    if (known && isKnown(new Headers({ "if-none-match": known }), page.tag)) {
      send(request, response, { ...head, status: 304 }, null);
      return;
    }
    const encoding = encodings.find(([name]) => accepts(request, name));
    if (!encoding) {
      send(request, response, head, body);
      return;
    }
    const [name, encode] = encoding;
    head.headers["content-encoding"] = name;
    const packed = await this.#pages(`${key}:${name}`, () => encode(body));
    send(request, response, head, packed.body);
  }
}

/** An address without the fields that were left empty: the same page. */
function addressOf(url: string): string {
  const [path = "", query] = url.split("?", 2);
  if (!query) return path;
  const filled = query.split("&").filter((field) => /^[^=]+=./.test(field));
  return filled.length > 0 ? `${path}?${filled.join("&")}` : path;
}

function read(bytes: Uint8Array): { head: Head; body: Buffer } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = buffer.indexOf("\n");
  return {
    head: JSON.parse(buffer.toString("utf8", 0, end)) as Head,
    body: buffer.subarray(end + 1),
  };
}

function accepts({ headers }: IncomingMessage, encoding: string): boolean {
  const offered = (headers["accept-encoding"] ?? "").toLowerCase().split(/\s*,\s*/);
  return offered.some((each) => each.split(/\s*;\s*/, 1)[0] === encoding && !refused.test(each));
}

/** @param body null for none, an answer that says only that nothing changed */
function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers }: Head,
  body: Uint8Array | null,
): void {
  for (const [name, value] of Object.entries(headers)) {
    if (body || !name.startsWith("content-type")) response.setHeader(name, value);
  }
  if (body) response.setHeader("content-length", body.byteLength);
  response.writeHead(status);
  response.end(request.method === "HEAD" ? undefined : (body ?? undefined));
}

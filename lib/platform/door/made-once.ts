import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { inject } from "light-my-request";
import type { CurrentVersion } from "@/lib/platform/load/current-version";
import { keyOf, type Made, store } from "@/lib/platform/load/store";
import { isKnown } from "@/lib/platform/values/etag";
import { accepts } from "./accepted-encoding";
import { answerOf, type DirectRoute } from "./direct-answers";
import { commonHeaders, openDataHeaders } from "./headers";
import { withHashes } from "./inline-scripts";

export interface MadeOnceOptions {
  /** Of all pages together. */
  bytes: number;
  /** Whether the page of a path is the same for every visitor. */
  isSameForAll: (path: string) => boolean;
  /** Whether a form leads to a path, which sends the fields that were left empty. */
  hasEmptyFields: (path: string) => boolean;
  /** Headers that say who asks, where what has to be made is counted of each caller. */
  callerHeaders: (path: string) => readonly string[];
  /** The handler that answers a path without the framework, where there is one: open data. */
  directRoute: (path: string) => DirectRoute | null;
  /** Of all that these pages show. */
  version: CurrentVersion;
  /** Names the hour, on which they depend too. */
  moment: () => string;
  /** What is true only of requests that this makes: a name nobody else knows. */
  header: string;
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<unknown>;

/** Names an answer: the same for all who ask while the version holds. */
export interface PageKey {
  key: string;
  version: string;
}

/** Who makes what is not kept. */
export interface Maker {
  framework: Handler;
  /**
   * Has something made of a version when there is a place for it; throws `Busy` where there is
   * none.
   */
  inTurn: <T>(making: () => Promise<T>, version: string) => Promise<T>;
}

type Head = Record<string, string | string[]>;

/** An answer as it was made. */
interface Answered {
  status: number;
  headers: Head;
  body: Buffer;
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
const ofOne = /^(connection|date|keep-alive|transfer-encoding|content-length)$/;
/** What is left to one caller. */
const ofCaller = /^ratelimit(-policy)?$/;

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
 * in memory, those asked for last. Nothing of a visitor reaches the making of one, neither cookies
 * nor addresses, but where making is counted.
 */
export class MadeOnce {
  readonly #pages;

  constructor(readonly options: MadeOnceOptions) {
    this.#pages = store("pages", options.bytes);
  }

  /** @returns null where the page has to be made for this request */
  async keyOf(request: IncomingMessage, path: string): Promise<PageKey | null> {
    const { method, headers } = request;
    if ((method !== "GET" && method !== "HEAD") || !this.options.isSameForAll(path)) return null;
    const version = await this.options.version.get();
    const parts = asked.map((name) => headers[name] ?? "");
    if (version === null) return null;
    const key = keyOf("page", this.options.moment(), version, this.#addressOf(request), parts);
    return { key, version };
  }

  /**
   * Answers with a page, kept or made now.
   * @param maker asked once for all who wait
   * @returns false where the answer is no page to be kept: each visitor is given their own
   */
  async answer(
    { key, version }: PageKey,
    request: IncomingMessage,
    response: ServerResponse,
    { framework, inTurn }: Maker,
  ): Promise<boolean> {
    const counted = this.options.callerHeaders(pathOf(request));
    const own: Answered[] = [];
    const page = await this.#pages(key, async () => {
      const made = await inTurn(() => this.#make(request, framework, counted), version);
      own.push(made);
      return kept(made);
    });
    const [made] = own;
    if (page.body.byteLength > 0) await this.#give(key, page, request, response);
    // It was counted of them: made anew it would be counted twice.
    else if (made && counted.length > 0)
      response.writeHead(made.status, made.headers).end(made.body);
    else return false;
    return true;
  }

  /**
   * @param counted headers that say of whom the making is counted
   * @throws where it could not be made
   */
  async #make(
    request: IncomingMessage,
    framework: Handler,
    counted: readonly string[],
  ): Promise<Answered> {
    const { host, accept } = request.headers;
    const url = this.#addressOf(request);
    const asking: IncomingHttpHeaders = { host, accept, [this.options.header]: "1" };
    for (const name of [...asked, ...counted]) asking[name] = request.headers[name];
    const headers = Object.fromEntries(
      Object.entries(asking).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
    );
    const direct = this.options.directRoute(pathOf(request));
    const made =
      (direct && (await madeDirectly(direct, url, headers))) ??
      (await madeByFramework(framework, url, headers));
    // Too many requests of one caller say nothing of the next.
    if (made.status >= 500 || made.status === 429)
      throw new Error(`A page for all was answered ${made.status}.`);
    return made;
  }

  /** What is asked for, without the fields that a form sends empty: the same page. */
  #addressOf(request: IncomingMessage): string {
    const path = pathOf(request);
    const query = (request.url ?? "").slice(path.length + 1);
    const fields = query.split("&");
    const said = this.options.hasEmptyFields(path)
      ? fields.filter((field) => /^[^=]+=./.test(field)).join("&")
      : query;
    return said === "" ? path : `${path}?${said}`;
  }

  async #give(
    key: string,
    page: Made,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { headers, body } = read(page.body);
    headers.etag = `W/"${page.tag}"`;
    const send = (status: number, sent?: Uint8Array) => {
      if (sent) headers["content-length"] = String(sent.byteLength);
      else delete headers["content-type"];
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      response.writeHead(status);
      response.end(request.method === "HEAD" ? undefined : sent);
    };
    const known = request.headers["if-none-match"];
    if (known && isKnown(new Headers({ "if-none-match": known }), page.tag)) {
      send(304);
      return;
    }
    const encoding = encodings.find(([name]) => accepts(request, name));
    if (!encoding) {
      send(200, body);
      return;
    }
    const [name, encode] = encoding;
    headers["content-encoding"] = name;
    send(200, (await this.#pages(`${key}:${name}`, () => encode(body))).body);
  }
}

async function madeByFramework(
  framework: Handler,
  url: string,
  headers: Record<string, string>,
): Promise<Answered> {
  const made = await inject(
    (inner, answer) => {
      const page = answer as unknown as ServerResponse;
      framework(inner, page).catch((error: unknown) => page.destroy(error as Error));
    },
    { method: "GET", url, headers },
  );
  const head: Head = {};
  for (const [name, value] of Object.entries(made.headers)) {
    if (value === undefined || ofOne.test(name)) continue;
    head[name] = Array.isArray(value) ? value : String(value);
  }
  return { status: made.statusCode, headers: head, body: made.rawPayload };
}

/** @returns null where the framework has to load the handler first */
async function madeDirectly(
  route: DirectRoute,
  url: string,
  headers: Record<string, string>,
): Promise<Answered | null> {
  const made = await answerOf(route, new Request(new URL(url, "http://localhost"), { headers }));
  if (!made) return null;
  const head: Head = {};
  // What the framework puts on each answer (next.config.ts).
  for (const [name, value] of Object.entries({ ...commonHeaders, ...openDataHeaders }))
    head[name.toLowerCase()] = value;
  for (const [name, value] of made.headers) head[name] = value;
  return { status: made.status, headers: head, body: Buffer.from(await made.arrayBuffer()) };
}

/** @returns nothing for what is found not to be a page for all, which is remembered */
function kept(made: Answered): Uint8Array {
  if (made.status !== 200 || made.headers["set-cookie"]) return new Uint8Array();
  const headers = Object.fromEntries(
    Object.entries(made.headers).filter(([name]) => !ofCaller.test(name)),
  );
  // Whoever keeps it asks each time whether it still holds, unless it says itself how long.
  if (!/^public\b/.test(String(headers["cache-control"])))
    headers["cache-control"] = "public, max-age=0, must-revalidate";
  headers.vary = [headers.vary, "Accept-Encoding"].flat().filter(Boolean).join(", ");
  const policy = headers["content-security-policy"];
  if (typeof policy === "string")
    headers["content-security-policy"] = withHashes(policy, made.body.toString());
  return Buffer.concat([Buffer.from(`${JSON.stringify(headers)}\n`), made.body]);
}

/** The path a request asks for, without its query. */
export function pathOf({ url = "" }: IncomingMessage): string {
  return url.split("?", 1)[0] ?? "";
}

function read(bytes: Uint8Array): { headers: Head; body: Buffer } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = buffer.indexOf("\n");
  return {
    headers: JSON.parse(buffer.toString("utf8", 0, end)) as Head,
    body: buffer.subarray(end + 1),
  };
}

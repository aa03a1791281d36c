import type { IncomingMessage, ServerResponse } from "node:http";
import { constants } from "node:zlib";
import compression from "compression";
import { logRefusal } from "@/lib/platform/environment/log";
import { type RequestState, requestState } from "@/lib/platform/environment/request-state";
import { setTransportSecurity } from "@/lib/platform/environment/transport-security";
import { Admission, type AdmissionLimits, type Leave } from "@/lib/platform/load/admission";
import { Busy, isBusy, retryAfter } from "@/lib/platform/load/busy";
import { answerWithPage, explainFaults, type FaultyExchange, wantsData } from "./explain-faults";
import { type AgencyIdentity, FaultPages } from "./fault-page";
import { faultWords } from "./fault-words";
import { openData } from "./headers";
import {
  type Handler,
  MadeOnce,
  type MadeOnceOptions,
  type Maker,
  type PageKey,
  pathOf,
} from "./made-once";
import type { packedFiles } from "./packed-files";
import { paintFirst } from "./paint-first";
import { recordBody } from "./recorded-body";
import { bodyLimitOf, type DoorRules, formLimit, refusalOf } from "./request-limits";
import { Turnstile } from "./turnstile";

export interface DoorOptions extends DoorRules {
  house: AgencyIdentity;
  work: AdmissionLimits;
  /** Of requests that bring files, at the pace of their network. */
  uploads: AdmissionLimits;
  madeOnce: MadeOnceOptions;
  /** Paths of all files that are served as they lie there. */
  files: ReadonlySet<string>;
  /** Called before the framework: it may lead to another file of the build. */
  lead: ReturnType<typeof packedFiles>;
}

type Compress = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Drawn by the build. */
const drawn = /^\/(icon\.svg|apple-icon\.png)$/;
/** Posted to a handler of ours, not to a page (see route.ts under app/). */
const handled = /^\/api\/|\/(brouillon|documents|fichier)$/;
/** Of a form that did not arrive. */
const statusOf = { tooLarge: 413, late: 408, full: 503 } as const;
/** Statuses of a request that is not taken; what is missing or shut to its sender is daily life. */
const refusals: readonly number[] = [400, 403, 405, 408, 413, 415];
/**
 * Bytes that have arrived of forms that are on their way, of all their senders together, and bytes
 * of each that are not counted: a small form is let in whoever sends much. So many connections
 * there are not that these would be more.
 */
const [formsOnTheirWay, smallForm] = [64 * 1024 * 1024, 16 * 1024];
/** Bytes that are remembered of a form with files, for its texts: fifty may arrive at once. */
const textsBesideFiles = 256 * 1024;
/**
 * Milliseconds for which the rest of a body that nobody wants is thrown away before its connection
 * is closed.
 */
const discardMs = 30_000;

/**
 * What stands between the network and the framework: it says at once what is refused, whatever the
 * framework would make of it, bounds what is worked on at the same time, and sees to it that no
 * fault is answered without words.
 */
export class Door {
  readonly #pages: FaultPages;
  readonly #work: Admission;
  readonly #uploads: Admission;
  readonly #probes: Admission;
  readonly #turnstile = new Turnstile();
  readonly #madeOnce: MadeOnce;
  // Its types ask for Express, it does not.
  readonly #compress = compression({
    brotli: { params: { [constants.BROTLI_PARAM_LGWIN]: 18 } },
  }) as unknown as Compress;
  /** The page of those turned away, the same for all: it leads to where it is. */
  readonly #full: Buffer;
  readonly #fullHeaders: Record<string, string | number>;
  #arriving = 0;

  /** @param handle Next's own handler, which must not compress */
  constructor(
    readonly handle: Handler,
    readonly options: DoorOptions,
  ) {
    this.#pages = new FaultPages(options.house);
    this.#full = Buffer.from(this.#pages.document({ words: faultWords(503, "") }));
    this.#fullHeaders = {
      ...this.#pages.headers(),
      "Retry-After": retryAfter,
      "Content-Length": this.#full.length,
    };
    this.#work = new Admission(options.work);
    this.#uploads = new Admission(options.uploads);
    this.#probes = new Admission({ atWork: 4, waiting: 0, patience: 0 });
    this.#madeOnce = new MadeOnce(options.madeOnce);
  }

  /** A connection was taken. */
  newcomer(): void {
    this.#turnstile.newcomer();
  }

  /**
   * Answers a request, whatever happens.
   * @param proceed called before the body is wanted: somebody may be waiting to be asked for it
   */
  async answer(
    request: IncomingMessage,
    response: ServerResponse,
    proceed: () => void = () => undefined,
  ): Promise<void> {
    const path = pathOf(request);
    if (path === "/api/health/live") {
      alive(response);
      return;
    }
    const method = request.method ?? "";
    setTransportSecurity({ set: (name, value) => response.setHeader(name, value) });
    const limit = bodyLimitOf(method, path, this.options);
    const isForm = limit <= formLimit;
    let working = false;
    const body = recordBody(request, {
      limit,
      ahead: isForm,
      remembered: wantsData(request, path) ? 0 : isForm ? formLimit : textsBesideFiles,
      hasRoom: this.#roomFor(response),
      tooLarge: () => working && void refuse(asked, 413, limit),
    });
    const asked: FaultyExchange = { request, response, path, body, pages: this.#pages };
    const state = stateOf(request, path);
    response.once("close", () => {
      const status = response.statusCode;
      if (refusals.includes(status)) logRefusal({ status, method, path }, state);
    });
    const place = new Place(response, () => {
      // What was let in may have changed what pages say: who sent it sees that at once.
      if (working && method === "POST") this.options.madeOnce.version.revoke();
    });
    const refusal = refusalOf(
      { method, path, origin: request.headers.origin, length: request.headers["content-length"] },
      this.options,
    );
    // What was typed before files that are too large is given back.
    if (refusal !== null) return refuse(asked, refusal, limit, refusal !== 413 || isForm);
    // The host hears that the portal lives while a crowd still comes in.
    const probe = path === "/api/health" ? await this.#probes.enter() : null;
    if (probe) place.take(probe);
    else await this.#turnstile.pass();
    proceed();
    const key = await this.#madeOnce.keyOf(request, path);
    if (key !== null && (await this.#giveMade(key, asked))) return;
    if (method === "POST" && isForm) {
      const outcome = await body.arrived();
      if (outcome === "gone") return;
      if (outcome !== "whole") return refuse(asked, statusOf[outcome], limit);
    }
    if (!probe) {
      const leave = await this.#enter(path, isForm, place.gone);
      if (place.gone.aborted) return leave?.();
      if (!leave) return this.#turnAway(asked);
      place.take(leave);
    }
    working = true;
    this.options.lead(request, response, path);
    this.#compress(request, response, () => undefined);
    explainFaults(asked, state);
    await requestState.run(state, () => this.#handOn(request, response));
  }

  /** @returns false where it has to be made for this request after all */
  async #giveMade(key: PageKey, asked: FaultyExchange): Promise<boolean> {
    try {
      return await this.#madeOnce.answer(key, asked.request, asked.response, this.#maker);
    } catch (error) {
      if (asked.response.headersSent) throw error;
      if (!isBusy(error)) return false;
      await this.#turnAway(asked);
      return true;
    }
  }

  /** Makes a page for all who wait for it: none of them ends it by leaving. */
  readonly #maker: Maker = {
    framework: (request, response) => this.#handOn(request, response),
    inTurn: async (making, version) => {
      const leave = await this.#work.enter();
      if (!leave) throw new Busy("pages");
      try {
        const state = { ...stateOf({ method: "GET", headers: {} }, ""), version };
        return await requestState.run(state, making);
      } finally {
        leave();
      }
    },
  };

  async #handOn(request: IncomingMessage, response: ServerResponse) {
    paintFirst(response);
    await this.handle(request, response);
  }

  /**
   * There is no place. Said at next to no cost, or those turned away would take the time of the
   * others.
   */
  async #turnAway(asked: FaultyExchange): Promise<void> {
    if (asked.request.method !== "GET" || wantsData(asked.request, asked.path)) {
      return answerWithPage(asked, 503);
    }
    asked.response.writeHead(503, this.#fullHeaders);
    asked.response.end(this.#full);
  }

  /**
   * A form is let in before it is worked on: who is slow to send it holds no place. What has
   * arrived of it is counted until it is answered.
   */
  #roomFor(response: ServerResponse): (bytes: number) => boolean {
    let arrived = 0;
    const counted = () => Math.max(0, arrived - smallForm);
    return (bytes) => {
      if (arrived === 0) response.once("close", () => (this.#arriving -= counted()));
      const before = counted();
      arrived += bytes;
      this.#arriving += counted() - before;
      return counted() === 0 || this.#arriving <= formsOnTheirWay;
    };
  }

  async #enter(path: string, isForm: boolean, gone: AbortSignal): Promise<Leave | null> {
    if (this.options.files.has(path) || drawn.test(path)) return () => undefined;
    return (isForm ? this.#work : this.#uploads).enter(gone);
  }
}

/**
 * A request's place, given back when the head of its answer is said: what a slow network still has
 * to take needs none, or a few slow visitors would hold all of them.
 */
class Place {
  readonly #gone = new AbortController();
  #leave: Leave = () => undefined;

  /** @param beforeHead called before its sender can know of the answer */
  constructor(response: ServerResponse, beforeHead: () => void) {
    const writeHead = response.writeHead.bind(response) as (...all: unknown[]) => ServerResponse;
    response.writeHead = (...all: unknown[]) => {
      this.#leave();
      beforeHead();
      return writeHead(...all);
    };
    response.once("close", () => {
      // A reason of its own: the usual one is an error with a stack, which costs more than the
      // rest.
      if (!response.writableFinished) this.#gone.abort("gone");
      this.#leave();
    });
  }

  /** Aborted once the caller left. */
  get gone(): AbortSignal {
    return this.#gone.signal;
  }

  take(leave: Leave): void {
    this.#leave = leave;
  }
}

type Head = Pick<IncomingMessage, "method" | "headers">;

function stateOf(request: Head, path: string): RequestState {
  return {
    isHead: request.method === "HEAD",
    isUnavailable: false,
    isActionSent: isActionSent(request, path),
    isActionReached: false,
    isRefusalLogged: false,
  };
}

function isActionSent({ method, headers }: Head, path: string): boolean {
  if (method !== "POST" || handled.test(path)) return false;
  const isInParts = /^multipart\//i.test(headers["content-type"] ?? "");
  return headers["next-action"] !== undefined || isInParts;
}

/** The process runs and hears: nothing else is asked. */
function alive(response: ServerResponse): void {
  response.writeHead(200, { "Content-Type": "application/json", "Cache-Control": "no-store" });
  response.end('{"status":"ok"}');
}

/**
 * Answers without the framework. The sender reads the answer when it has sent all, so the rest is
 * let in and dropped.
 */
async function refuse(
  asked: FaultyExchange,
  status: number,
  limit: number,
  isUnread = true,
): Promise<void> {
  const { request, response } = asked;
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (status === 405)
    response.setHeader("Allow", `GET, HEAD, ${openData.test(asked.path) ? "OPTIONS" : "POST"}`);
  const answered = answerWithPage(asked, status, { limit, isUnread });
  request.resume();
  const timer = setTimeout(() => request.destroy(), discardMs);
  timer.unref();
  request.once("close", () => clearTimeout(timer));
  await answered;
  // Whatever still answers is too late.
  response.write = () => true;
  response.end = () => response;
}

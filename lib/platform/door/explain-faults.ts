import type { IncomingMessage, ServerResponse } from "node:http";
import { isUnreadForm, type RequestState } from "@/lib/platform/environment/request-state";
import { retryAfter } from "@/lib/platform/load/busy";
import { escaped, type FaultPages } from "./fault-page";
import { faultWords } from "./fault-words";
import { commonHeaders, openData, openDataHeaders } from "./headers";
import { holdAnswer } from "./held-answer";
import type { RecordedBody } from "./recorded-body";

export interface FaultyExchange {
  request: IncomingMessage;
  response: ServerResponse;
  /** Without its query. */
  path: string;
  body: RecordedBody;
  pages: FaultPages;
}

/** What Next says where it has no page: nothing, or one of these. */
const frameworkWords =
  /^(Not Found|Internal Server Error|Method Not Allowed|Bad Request|Server Action unavailable\.|Invalid Server Action request\.|\{\})?$/;

/** Next's page when it could make none: scripts that will, and nothing to read until they have. */
const blankShell = '<html id="__next_error__"';

/** Bytes of an answer that are looked at before it is let go as it is. */
const lookedAt = 256 * 1024;

/**
 * Lets every answer pass as it is, but those that are a fault without words: they get the words of
 * their status. A page that waits for its scripts keeps them, so that with scripts it becomes what
 * the portal makes of it. A fault of the database is answered 503: it is worth another try.
 * @param state what the portal noted while it worked on the request
 */
export function explainFaults(asked: FaultyExchange, state: RequestState): void {
  const { request, response } = asked;
  holdAnswer(response, {
    isWanted: (status) => {
      response.statusCode = status === 500 ? statusOfFault(state) : status;
      if (response.statusCode === 503 && !response.hasHeader("Retry-After"))
        response.setHeader("Retry-After", String(retryAfter));
      return response.statusCode >= 400 && mayLackWords(request, response);
    },
    limit: lookedAt,
    answer: (made) => {
      answerFault(asked, made).catch(() => response.end(made));
    },
  });
}

/**
 * Whose fault it is that something failed: it was sent so that it cannot be read, something is
 * away, or it is ours.
 */
function statusOfFault(state: RequestState): 400 | 500 | 503 {
  if (state.isUnavailable) return 503;
  return isUnreadForm(state) ? 400 : 500;
}

/**
 * Whether an answer that is a fault may have nothing to read: asked by a person, and not made by
 * our own handlers.
 */
function mayLackWords(request: IncomingMessage, response: ServerResponse): boolean {
  // Who asks with these is the portal's own script, which knows what to make of the answer.
  if (request.headers["next-action"] !== undefined || request.headers.rsc !== undefined)
    return false;
  const type = response.getHeader("content-type");
  return type === undefined || /^text\/(html|plain)\b/.test(String(type));
}

async function answerFault(asked: FaultyExchange, made: string): Promise<void> {
  const { request, response, path, pages } = asked;
  const type = String(response.getHeader("content-type") ?? "");
  const isShell = type.startsWith("text/html") && made.includes(blankShell);
  const lacksWords = isShell || (!type.startsWith("text/html") && frameworkWords.test(made.trim()));
  if (!lacksWords || response.destroyed) {
    response.end(made);
    return;
  }
  response.removeHeader("Content-Length");
  response.removeHeader("ETag");
  if (!isShell || request.method === "POST") {
    await answerWithPage(asked, response.statusCode, { reference: referenceIn(made) });
    return;
  }
  const fault = { words: faultWords(response.statusCode, path), reference: referenceIn(made) };
  const nonce =
    /'nonce-([^']+)'/.exec(String(response.getHeader("content-security-policy") ?? ""))?.[1] ?? "";
  response.end(
    made
      .replace(blankShell, `${blankShell} lang="fr"`)
      .replace(
        "</head>",
        () =>
          `<title>${pages.title(fault.words)}</title><style ` +
          `nonce="${escaped(nonce)}">${pages.style}</style></head>`,
      )
      .replace("<body>", () => `<body>${pages.main(fault)}`),
  );
}

/**
 * The reference that Next gave a fault, which the log has too; a page that is not there has none.
 */
function referenceIn(made: string): string | undefined {
  return /digest\\?":\\?"(\d+)\\?"/.exec(made)?.[1];
}

/**
 * Answers a request with a page of fault, or with a problem document where no page is wanted (RFC
 * 9457). What somebody had typed is given back, to be sent again where that can help.
 */
export async function answerWithPage(
  { request, response, path, body, pages }: FaultyExchange,
  status: number,
  more: { reference?: string | undefined; limit?: number; isUnread?: boolean } = {},
): Promise<void> {
  const isSent = request.method === "POST";
  const words = faultWords(status, path, { isSent, ...more });
  response.statusCode = status;
  if (status === 503) response.setHeader("Retry-After", String(retryAfter));
  if (wantsData(request, path)) {
    const headers = {
      "Content-Type": "application/problem+json; charset=utf-8",
      "Cache-Control": "no-store",
      ...commonHeaders,
      ...(openData.test(path) ? openDataHeaders : {}),
    };
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.end(
      JSON.stringify({ type: "about:blank", title: words.title, status, detail: words.lead }),
    );
    return;
  }
  const form = isSent && !more.isUnread ? await body.typed() : null;
  const typed = form && { form, sendAgain: status >= 500 ? (request.url ?? path) : null };
  for (const name of response.getHeaderNames()) {
    if (/^(content-|etag$|vary$|link$|x-nextjs)/.test(name)) response.removeHeader(name);
  }
  for (const [name, value] of Object.entries(pages.headers())) response.setHeader(name, value);
  const page = pages.document({ words, reference: more.reference, typed: typed ?? undefined });
  // The framework may have set its own while what was typed was read.
  response.writeHead(status);
  response.end(request.method === "HEAD" ? undefined : page);
}

/** Whether a program asks, not somebody who reads. */
export function wantsData(request: IncomingMessage, path: string): boolean {
  const accept = request.headers.accept ?? "";
  return path.startsWith("/api/") || (accept.includes("json") && !accept.includes("html"));
}

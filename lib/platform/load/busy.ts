/** Seconds after which who was turned away is asked to come back. */
export const retryAfter = 5;

export const busyTitle = "Portail très sollicité";
export const busyWords = "Le portail est très sollicité. Réessayez dans un instant.";

/** Work that is bounded had no place left: nothing of it was begun. */
export class Busy extends Error {
  override readonly name = "Busy";
  constructor(lane: string) {
    super(`no place left in ${lane}`);
  }
}

/** By its name: the framework may load the class more than once. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && error.name === "Busy";
}

/** A page that says to come back. @param seconds after which */
export function laterPage(status: number, title: string, words: string, seconds: number): Response {
  return new Response(
    `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${title}</title></head>` +
      `<body><main><h1>${title}</h1><p>${words}</p></main></body></html>`,
    {
      status,
      headers: {
        "Content-Type": "text/html; charset=utf-8",
        "Cache-Control": "no-store",
        "Retry-After": String(seconds),
      },
    },
  );
}

/**
 * The answer to a request that there is no place for: 503, when to come back, and words in French.
 */
export function busyResponse(): Response {
  return laterPage(503, busyTitle, busyWords, retryAfter);
}

/** Answers a request by bounded work, or says that there is no place for it now. */
export async function answerOrBusy(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (isBusy(error)) return busyResponse();
    throw error;
  }
}

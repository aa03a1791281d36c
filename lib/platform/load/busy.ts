/** Seconds after which who was turned away is asked to come back. */
export const retryAfter = 5;

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

/**
 * The answer to a request that there is no place for: 503, when to come back, and words in French.
 */
export function busyResponse(): Response {
  const title = "Portail très sollicité";
  return new Response(
    `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${title}</title></head>` +
      `<body><main><h1>${title}</h1><p>${busyWords}</p></main></body></html>`,
    {
      status: 503,
      headers: {
        "Content-Type": "text/html; charset=utf-8",
        "Cache-Control": "no-store",
        "Retry-After": String(retryAfter),
      },
    },
  );
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

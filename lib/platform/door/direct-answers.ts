/** Which handler answers an address. */
export interface DirectRoute {
  /** As the framework names it, `/api/v1/offres/[reference]`. */
  route: string;
  params: Readonly<Record<string, string>>;
}

type Handler = (
  request: Request,
  context: { params: Promise<DirectRoute["params"]> },
) => Promise<Response>;

// The door and the pages are built apart; what they share in one process is found by its name.
const shared = globalThis as typeof globalThis & { portalAnswers?: Map<string, Handler> };
const handlers = (shared.portalAnswers ??= new Map());

/**
 * Lets the door ask a handler itself: what the framework does around one is twice the work of a
 * search in JSON (docs/performance.md). The framework asks it where there is no door, and at first,
 * when it loads its code.
 * @param route see {@link DirectRoute}
 * @param handler asks nothing of the framework; of its context it reads `params` alone
 */
export function answeredDirectly<Known extends (request: Request, context: never) => unknown>(
  route: string,
  handler: Known,
): Known {
  handlers.set(route, handler as unknown as Handler);
  return handler;
}

/** Asks the handler of a route; null where its code was not loaded yet. */
export function answerOf(
  { route, params }: DirectRoute,
  request: Request,
): Promise<Response> | null {
  return handlers.get(route)?.(request, { params: Promise.resolve(params) }) ?? null;
}

import { setTimeout as pause } from "node:timers/promises";
import { type EmbeddedServer, startEmbedded } from "./embedded";

/** Milliseconds between two looks at whether the server is still there. */
const between = 500;

/**
 * As {@link startEmbedded}, for a portal that goes on: a server that was killed, or that was joined and then stopped by
 * the one who had started it (an `npm run moderator` that ends, a portal that is being restarted), is started again at the
 * same address. Its `stop` stops the server if it was started here, then or later.
 */
export async function keepEmbedded(directory: string): Promise<EmbeddedServer> {
  const first = await startEmbedded(directory);
  const port = Number(new URL(first.url).port);
  const ending = new AbortController();
  let current = first;
  const looking = lookAfter();
  return { url: first.url, startedHere: first.startedHere, isRunning: () => current.isRunning(), stop };

  async function lookAfter(): Promise<void> {
    while (!ending.signal.aborted) {
      await pause(between, undefined, { ref: false, signal: ending.signal }).catch(() => undefined);
      if (ending.signal.aborted || current.isRunning()) continue;
      // One that cannot be started now may be at the next look.
      current = await startEmbedded(directory, { port }).catch(() => current);
    }
  }

  async function stop(): Promise<void> {
    ending.abort();
    await looking;
    await current.stop();
  }
}

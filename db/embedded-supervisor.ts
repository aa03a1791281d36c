import { setTimeout as pause } from "node:timers/promises";
import { type EmbeddedServer, startEmbedded } from "./embedded";

/** Milliseconds between two looks at whether the server is still there. */
const between = 500;

/**
 * As {@link startEmbedded}, for a portal that goes on: a server that was killed, or that was joined
 * and then stopped by the one who had started it (an `npm run moderator` that ends, a portal that
 * is being restarted), is started again at the same address, which the portal's processes keep. One
 * that serves the folder at another address does not count as running: that, and a restart that
 * fails, is said on stderr once. Its `stop` stops the server if it is owned here by then.
 * @param signal gives the start up, and later ends the restarts, without stopping the server
 */
export async function superviseEmbedded(
  directory: string,
  signal?: AbortSignal,
): Promise<EmbeddedServer> {
  const first = await startEmbedded(directory, { signal });
  const port = Number(new URL(first.url).port);
  const own = new AbortController();
  const ending = signal ? AbortSignal.any([own.signal, signal]) : own.signal;
  const told = new Set<"failed" | "elsewhere">();
  let current = first;
  const looking = lookAfter();
  return { url: first.url, owned: first.owned, isRunning: () => current.isRunning(), stop };

  async function lookAfter(): Promise<void> {
    for (;;) {
      await pause(between, undefined, { ref: false, signal: ending }).catch(() => undefined);
      if (ending.aborted) return;
      if (!current.isRunning()) await restart();
    }
  }

  /** One that cannot be started now may be at the next look. */
  async function restart(): Promise<void> {
    try {
      const found = await startEmbedded(directory, { port, signal: ending });
      if (found.url !== first.url) {
        tell(
          "elsewhere",
          "PostgreSQL s’est arrêté, et une autre commande l’a relancé sur le port " +
            `${new URL(found.url).port}. Le portail l’attend sur le port ${port} : il ` +
            "reprendra quand cette commande sera finie.",
        );
        return;
      }
      current = found;
      told.clear();
    } catch (error) {
      if (!ending.aborted)
        tell(
          "failed",
          "PostgreSQL s’est arrêté et ne redémarre pas ; le portail continue d’essayer. " +
            (error instanceof Error ? error.message : String(error)),
        );
    }
  }

  function tell(what: "failed" | "elsewhere", message: string): void {
    if (!told.has(what)) console.error(message);
    told.add(what);
  }

  async function stop(): Promise<void> {
    own.abort();
    await looking;
    await current.stop();
  }
}

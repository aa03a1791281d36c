import { LRUCache } from "lru-cache";

/** Times in a minute after which a statement is one that is asked often. */
const often = 10;
/**
 * A connection keeps each that it has prepared until it ends, the counts of a search with 0.2 MB
 * of the server's memory: if all were like these, 200 MB on ten connections.
 */
export const mostPrepared = 100;
/** Characters; what is longer was made for the rows it holds. */
const longest = 10_000;

/**
 * Statements that are worth being prepared: asked in one message instead of two, and planned once
 * where PostgreSQL finds that the plan does not depend on the values. The others are left as they
 * are, so that whoever asks for ever different ones takes no memory with them.
 */
export class OftenAsked {
  #isStopped = false;
  readonly #prepared = new Set<string>();
  readonly #asked = new LRUCache<string, number>({
    max: 1_000,
    ttl: 60_000,
    noUpdateTTL: true,
    perf: Date,
  });

  /** Tells of a statement that it is asked. @returns whether it is to be prepared */
  ask(text: string, values: readonly unknown[] = []): boolean {
    // Without values it is asked in one message as it is.
    if (this.#isStopped || values.length === 0) return false;
    if (this.#prepared.has(text)) return true;
    if (this.#prepared.size === mostPrepared || text.length > longest) return false;
    const times = (this.#asked.get(text) ?? 0) + 1;
    this.#asked.set(text, times);
    if (times < often) return false;
    this.#asked.delete(text);
    this.#prepared.add(text);
    return true;
  }

  /** Nothing is prepared any more: what was may have become another thing on any connection. */
  stop(): void {
    this.#isStopped = true;
  }
}

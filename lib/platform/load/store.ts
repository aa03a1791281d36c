import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";

/** What is kept of an answer. */
export interface Made {
  body: Uint8Array<ArrayBuffer>;
  /** Names these very bytes (RFC 9110, ETag). */
  tag: string;
}

/** Gives what a key names, and makes it if need be: whoever asks meanwhile is given the same. */
export type Store = (key: string, make: () => Promise<Uint8Array>) => Promise<Made>;

// One for the process: the framework may load this file more than once.
const holder = globalThis as typeof globalThis & { portalStores?: Map<string, Store> };

/** Bytes that an answer takes beside its body and its key. */
const overhead = 300;

/**
 * Answers in memory, those asked for last. A key names all that its answer depends on, the version
 * included, so that nothing in here is ever out of date. What failed is not kept.
 * @param bytes of all of them together; an answer of more than a quarter of it is given and not
 * kept
 */
export function store(name: string, bytes: number): Store {
  holder.portalStores ??= new Map();
  const known = holder.portalStores.get(name) ?? emptyStore(bytes);
  holder.portalStores.set(name, known);
  return known;
}

export function emptyStore(bytes: number): Store {
  const kept = new LRUCache<string, Made>({
    maxSize: bytes,
    maxEntrySize: Math.floor(bytes / 4),
    sizeCalculation: ({ body }, key) => body.byteLength + key.length + overhead,
  });
  const making = new Map<string, Promise<Made>>();
  return async (key, make) => {
    const there = kept.get(key) ?? making.get(key);
    if (there) return there;
    const made = make().then((bytes) => {
      const body = new Uint8Array(bytes);
      const answer = { body, tag: digest(body) };
      kept.set(key, answer);
      return answer;
    });
    making.set(key, made);
    return made.finally(() => making.delete(key));
  };
}

/** The same for what an answer is made of, a value that JSON can hold. */
export async function storedValue<T>(kept: Store, key: string, make: () => Promise<T>): Promise<T> {
  const { body } = await kept(key, async () =>
    new TextEncoder().encode(JSON.stringify(await make())),
  );
  return JSON.parse(new TextDecoder().decode(body)) as T;
}

/** A key for an answer that is made of these values and of nothing else. */
export function keyOf(kind: string, ...values: unknown[]): string {
  return `${kind}:${digest(JSON.stringify(values))}`;
}

/** A short name of a content that no other content has. */
export function digest(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("base64url").slice(0, 27);
}

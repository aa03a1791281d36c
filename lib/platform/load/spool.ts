import { randomUUID } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import { log } from "@/lib/platform/environment/log";
import { isBusy } from "./busy";
import { filing } from "./lane";

/** A long answer as it is made. */
export interface Source {
  content: ReadableStream<Uint8Array>;
  /**
   * Asked at its end: false when something is missing from it, and the next who asks should have it
   * made again.
   */
  isWhole?: () => boolean;
}

/** Bytes of the disk that all of them may take together; read at once. */
const [room, part] = [512 * 1024 * 1024, 256 * 1024];

/** Each of them is an open file, and a process has about a thousand of these. */
const mostFiles = 200;

/**
 * A file that is written once and read by many, already while it is written: who reads slowly holds
 * back neither the others nor the database. It has no name, so that it is gone with the process,
 * however that ends.
 *
 * What the disk does not take goes through memory, a piece at a time and as slowly as the slowest
 * reader: an answer that has begun is given whole.
 */
class Spool {
  size = 0;
  private readonly readers = new Set<{ at: number }>();
  private state: "writing" | "written" | "broken" = "writing";
  private isKept = true;
  private waiting: (() => void)[] = [];
  /** The last piece, once the disk takes no more. */
  private held: Uint8Array | null = null;

  private constructor(private readonly file: FileHandle) {}

  static async open(): Promise<Spool> {
    const path = join(tmpdir(), `portail-${randomUUID()}`);
    const file = await open(path, "wx+", 0o600);
    await rm(path);
    return new Spool(file);
  }

  /** Whether all of it is on the disk. */
  get isWritten(): boolean {
    return this.state === "written" && !this.held;
  }

  /**
   * @param waits called when its readers are waited for from now on
   * @throws what making it throws
   */
  async fill(content: ReadableStream<Uint8Array>, waits: () => void): Promise<void> {
    try {
      for await (const bytes of content as unknown as AsyncIterable<Uint8Array>) {
        if (this.held || !(await this.write(bytes))) {
          waits();
          await this.haveRead();
          this.held = bytes;
        }
        this.size += bytes.byteLength;
        this.tell();
      }
      this.state = "written";
    } catch (error) {
      this.state = "broken";
      throw error;
    } finally {
      this.tell();
    }
  }

  /** @returns false when there is no room for it, nor where what is kept was */
  private async write(bytes: Uint8Array): Promise<boolean> {
    const put = async () => {
      for (let done = 0; done < bytes.byteLength;)
        done += (await this.file.write(bytes, done, null, this.size + done)).bytesWritten;
    };
    try {
      await put().catch(() => forgetKept().then(put));
      return true;
    } catch (error) {
      log.warn({ err: error }, "no room for a file");
      return false;
    }
  }

  /**
   * Waits until its readers have all there is.
   * @throws when there are none any more
   */
  private async haveRead(): Promise<void> {
    // Who asked for it has its turn to begin.
    await nextTurn();
    while ([...this.readers].some(({ at }) => at < this.size)) await this.told();
    if (this.readers.size === 0) throw new Error("nobody reads it any more");
  }

  /** @throws when its beginning may be gone */
  read(): ReadableStream<Uint8Array> {
    if (this.held || this.state === "broken") throw new Error("it is not on the disk");
    const reader = { at: 0 };
    this.readers.add(reader);
    const leave = () => {
      this.readers.delete(reader);
      this.tell();
      void this.closeUnused();
    };
    return new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        try {
          while (reader.at >= this.size && this.state === "writing") await this.told();
          if (this.state === "broken") throw new Error("the file could not be made");
          if (reader.at >= this.size) {
            leave();
            controller.close();
            return;
          }
          const bytes = await this.bytesAt(reader.at);
          reader.at += bytes.byteLength;
          controller.enqueue(bytes);
          if (this.held) this.tell();
        } catch (error) {
          leave();
          throw error;
        }
      },
      cancel: leave,
    });
  }

  private async bytesAt(at: number): Promise<Uint8Array> {
    const written = this.size - (this.held?.byteLength ?? 0);
    if (this.held && at >= written) return this.held.subarray(at - written);
    const bytes = new Uint8Array(Math.min(part, written - at));
    const { bytesRead } = await this.file.read(bytes, 0, bytes.byteLength, at);
    return bytes.subarray(0, bytesRead);
  }

  /** Nobody will ask for it any more: it ends with its last reader. */
  drop(): Promise<void> {
    this.isKept = false;
    return this.closeUnused();
  }

  private async closeUnused(): Promise<void> {
    if (this.isKept || this.readers.size > 0 || this.state === "writing") return;
    await this.file.close().catch((error: unknown) => log.warn({ err: error }, "file not closed"));
  }

  private told(): Promise<void> {
    return new Promise((more) => this.waiting.push(more));
  }

  private tell(): void {
    const told = this.waiting;
    this.waiting = [];
    for (const more of told) more();
  }
}

/** Milliseconds: what nobody may read any more does not stay for long, read or not. */
const ttl = 3_600_000;

interface Spools {
  kept: LRUCache<string, Spool>;
  making: Map<string, Promise<Spool>>;
}

// One for the process: the framework may load this file more than once.
const holder = globalThis as typeof globalThis & { portalSpools?: Spools };

function spools(): Spools {
  holder.portalSpools ??= {
    kept: new LRUCache<string, Spool>({
      max: mostFiles,
      maxSize: room,
      sizeCalculation: ({ size }) => size + 1,
      dispose: (spool) => void spool.drop(),
      ttl,
      ttlAutopurge: true,
    }),
    making: new Map(),
  };
  return holder.portalSpools;
}

/** Gives the disk back what nobody is reading. */
async function forgetKept(): Promise<void> {
  const { kept } = spools();
  const all = [...kept.values()];
  kept.clear();
  await Promise.all(all.map((spool) => spool.drop()));
}

/**
 * A long answer that is made once and kept on disk, those asked for last: 512 MiB in all. Who asks
 * while it is made reads along. Where no file can be written it is made for each.
 * @param key all that the answer depends on, the version included
 * @throws Busy when too many are being made
 */
export async function storedOnDisk(
  key: string,
  source: () => Source,
): Promise<ReadableStream<Uint8Array>> {
  const { kept, making } = spools();
  try {
    return (kept.get(key) ?? (await (making.get(key) ?? begin(key, source)))).read();
  } catch (error) {
    if (isBusy(error)) throw error;
    log.warn({ err: error }, "no file can be written");
    return source().content;
  }
}

function begin(key: string, source: () => Source): Promise<Spool> {
  const { kept, making } = spools();
  const begun = new Promise<Spool>((given, failed) => {
    filing(async () => {
      const spool = await Spool.open();
      given(spool);
      const { content, isWhole } = source();
      // One that waits for its readers holds up no other.
      await new Promise<void>((leave) => {
        const filled = async () => {
          await spool
            .fill(content, leave)
            .catch((error: unknown) => log.error({ err: error }, "file not made"));
          if (spool.isWritten && (isWhole?.() ?? true)) kept.set(key, spool);
          if (kept.peek(key) !== spool) void spool.drop();
        };
        void filled().finally(leave);
      });
    })
      .catch(failed)
      .finally(() => making.delete(key));
  });
  making.set(key, begun);
  return begun;
}

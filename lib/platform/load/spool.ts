import { randomUUID } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
 */
class Spool {
  size = 0;
  private readers = 0;
  private state: "writing" | "written" | "broken" = "writing";
  private isKept = true;
  private waiting: (() => void)[] = [];

  private constructor(private readonly file: FileHandle) {}

  static async open(): Promise<Spool> {
    const path = join(tmpdir(), `portail-${randomUUID()}`);
    const file = await open(path, "wx+", 0o600);
    await rm(path);
    return new Spool(file);
  }

  /** Whether all of it has been written. */
  get isWritten(): boolean {
    return this.state === "written";
  }

  /** @throws what making or writing it throws */
  async fill(content: ReadableStream<Uint8Array>): Promise<void> {
    try {
      for await (const bytes of content as unknown as AsyncIterable<Uint8Array>) {
        await this.file.appendFile(bytes);
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

  read(): ReadableStream<Uint8Array> {
    this.readers += 1;
    let [at, reading] = [0, true];
    const leave = () => {
      if (reading) this.readers -= 1;
      reading = false;
      this.closeUnused();
    };
    return new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        try {
          while (at >= this.size && this.state === "writing")
            await new Promise<void>((more) => this.waiting.push(more));
          if (this.state === "broken") throw new Error("the file could not be made");
          if (at >= this.size) {
            leave();
            controller.close();
            return;
          }
          const bytes = new Uint8Array(Math.min(part, this.size - at));
          const { bytesRead } = await this.file.read(bytes, 0, bytes.byteLength, at);
          at += bytesRead;
          controller.enqueue(bytes.subarray(0, bytesRead));
        } catch (error) {
          leave();
          throw error;
        }
      },
      cancel: leave,
    });
  }

  /** Nobody will ask for it any more: it ends with its last reader. */
  drop(): void {
    this.isKept = false;
    this.closeUnused();
  }

  private closeUnused(): void {
    if (this.isKept || this.readers > 0 || this.state === "writing") return;
    void this.file.close().catch((error: unknown) => log.warn({ err: error }, "file not closed"));
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
      dispose: (spool) => spool.drop(),
      ttl,
      ttlAutopurge: true,
    }),
    making: new Map(),
  };
  return holder.portalSpools;
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
      await spool
        .fill(content)
        .catch((error: unknown) => log.error({ err: error }, "file not made"));
      if (spool.isWritten && (isWhole?.() ?? true)) kept.set(key, spool);
      if (kept.peek(key) !== spool) spool.drop();
    })
      .catch(failed)
      .finally(() => making.delete(key));
  });
  making.set(key, begun);
  return begun;
}

import "server-only";
import { Zip, ZipPassThrough } from "fflate";
import { distinctNames } from "./distinct-names";
import { onParisClocks } from "./worksheet";

export interface ZipEntry {
  name: string;
  /** Null when the file is no longer there for the reader. */
  load: () => Promise<Uint8Array | null>;
}

/**
 * An instant as a part of a zip carries it. fflate writes the hours of the process's own zone (UTC
 * or Paris, where it serves), and fails outside the years that the format knows: a clock that is
 * wrong stops no export.
 */
export function partTime(at: Date): Date {
  const shown = onParisClocks(at);
  return new Date(
    Math.min(Math.max(shown.getUTCFullYear(), 1980), 2099),
    shown.getUTCMonth(),
    shown.getUTCDate(),
    shown.getUTCHours(),
    shown.getUTCMinutes(),
    shown.getUTCSeconds(),
  );
}

/**
 * A zip made while it is read: one file at a time is in memory. Files are stored as they are, for
 * documents and pictures hardly shrink.
 * @param at date its files carry
 */
export function zipStream(entries: readonly ZipEntry[], at: Date): ReadableStream<Uint8Array> {
  const mtime = partTime(at);
  const names = distinctNames(entries.map(({ name }) => name));
  let next = 0;
  let zip: Zip;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      zip = new Zip((error, chunk, final) => {
        if (error) {
          controller.error(error);
          return;
        }
        controller.enqueue(chunk);
        if (final) controller.close();
      });
    },
    async pull() {
      // A file that is gone meanwhile is passed over; the queue wants a chunk or the end.
      for (let entry = entries[next]; entry; entry = entries[next]) {
        const file = new ZipPassThrough(names[next] ?? entry.name);
        file.mtime = mtime;
        next += 1;
        const content = await entry.load();
        if (!content) continue;
        zip.add(file);
        file.push(content, true);
        return;
      }
      zip.end();
    },
  });
}

import { closeDatabase } from "@/lib/platform/database/client";
import type { Figure } from "./figures";
import { httpSpeed } from "./http-speed";
import { searchSpeed, vocabularyOf } from "./search-speed";
import { sizeOnDisk } from "./size-on-disk";

/**
 * One part of the bench, on the database of DATABASE_URL: a process of its own, since the portal
 * opens its pool once and what one part filled the memory with must not slow the next.
 */
const [part = "", size, reference = ""] = [
  process.argv[2],
  Number(process.argv[3]),
  process.argv[4],
];
const parts: Record<string, () => Promise<Figure[]>> = {
  search: () => searchSpeed(size),
  disk: () => sizeOnDisk(size),
  submissions: async () => {
    // Has modules that the other parts cannot load (run.ts).
    const { submissionSpeed } = await import("./submission-speed");
    return submissionSpeed(size, reference, await vocabularyOf());
  },
  http: async () => httpSpeed({ offers: size, reference, vocabulary: await vocabularyOf() }),
};
const measure = parts[part];
if (!measure) throw new Error(`There is no part «${part}».`);
const figures = await measure();
await closeDatabase();
console.table(figures.map(({ what, value, unit }) => ({ what, value, unit })));
process.send?.(figures);

import { isBusy } from "@/lib/platform/load/busy";
import type { Lane } from "@/lib/platform/load/lane";

/**
 * Takes every place of a lane.
 * @returns what leaves them all again, and waits until they are free
 */
export async function filled(lane: Lane): Promise<() => Promise<void>> {
  let leave: () => void = () => undefined;
  const held = new Promise<void>((end) => (leave = end));
  const taken: Promise<void>[] = [];
  for (let full = false; !full;) {
    const place = lane(() => held);
    taken.push(place);
    full = await Promise.race([
      place.then(() => false, isBusy),
      new Promise<boolean>((next) => setImmediate(() => next(false))),
    ]);
  }
  return async () => {
    leave();
    await Promise.allSettled(taken);
  };
}

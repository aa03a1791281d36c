"use client";

import { useCallback, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type Availability, type Slot, toggle } from "@/lib/offer/availability/availability";
import { difference, put } from "@/lib/offer/availability/availability-filling";

export interface Slots {
  slots: Availability;
  /** What stands now, for handlers that run several times between two renderings. */
  current: () => Availability;
  putOne: (slot: Slot, open: boolean) => void;
  /** Shown at once, not told to the form yet: while a block is being painted. */
  show: (next: Availability) => void;
  /** Shown and told to the form. */
  settle: (next: Availability) => void;
  toggleGroup: (group: readonly Slot[]) => void;
}

/**
 * The slots of the grid. Its native boxes are the form's truth, so a change of many boxes is told
 * to whatever listens to the form (kept typing, its validation) as one real click, on the last box
 * that changes.
 * @param findBox the native box of a slot
 */
export function useSlots(
  initial: () => Availability,
  findBox: (slot: Slot) => HTMLInputElement | null,
): Slots {
  const [slots, setSlots] = useState(initial);
  const latest = useRef(slots);
  // What the form last heard of.
  const told = useRef(slots);

  const show = useCallback((next: Availability) => {
    latest.current = next;
    setSlots(next);
  }, []);

  const putOne = useCallback(
    (slot: Slot, open: boolean) => {
      const next = put(latest.current, [slot], open);
      told.current = next;
      show(next);
    },
    [show],
  );

  const settle = useCallback(
    (next: Availability) => {
      const last = difference(told.current, next).at(-1);
      if (!last) {
        show(next);
        return;
      }
      const box = findBox(last);
      flushSync(() => show(box ? toggle(next, [last]) : next));
      box?.click();
    },
    [show, findBox],
  );

  const current = useCallback(() => latest.current, []);
  const toggleGroup = useCallback(
    (group: readonly Slot[]) => settle(toggle(latest.current, group)),
    [settle],
  );
  return { slots, current, putOne, show, settle, toggleGroup };
}

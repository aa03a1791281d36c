"use client";

import { type MouseEvent, type PointerEvent, type RefObject, useEffect, useRef } from "react";
import {
  type Availability,
  isSlot,
  type Month,
  type Slot,
} from "@/lib/offer/availability/availability";
import { blockBetween, put } from "@/lib/offer/availability/availability-filling";
import type { Slots } from "./use-slots";

/** How long a finger rests on a cell before it paints; a finger that moves earlier scrolls. */
const rest = 250;
/** Pixels that a resting finger may tremble. */
const tremble = 8;

interface Stroke {
  pointer: number;
  from: Slot;
  to: Slot | null;
  before: Availability;
  open: boolean;
  x: number;
  y: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

function slotUnder(x: number, y: number): Slot | null {
  return slotOfCell(document.elementFromPoint(x, y));
}

function slotOfCell(element: Element | null): Slot | null {
  const value = element?.closest("td")?.querySelector("input")?.value ?? "";
  return isSlot(value) ? value : null;
}

/**
 * Painting a block of cells with a mouse or a finger: all of it becomes what the first cell
 * becomes. A mouse paints once it reaches a second cell; a finger once it has rested on the first,
 * so that a swipe still scrolls.
 * @returns handlers for the table
 */
export function usePainting(
  table: RefObject<HTMLTableElement | null>,
  chosen: readonly Month[],
  { current, show, settle }: Slots,
) {
  const stroke = useRef<Stroke | null>(null);
  const justPainted = useRef(false);

  useEffect(() => {
    const element = table.current;
    // React listens passively: only a listener of our own can keep the page still under a finger
    // that paints.
    const hold = (event: TouchEvent) => {
      if (stroke.current?.to && event.cancelable) event.preventDefault();
    };
    element?.addEventListener("touchmove", hold, { passive: false });
    return () => element?.removeEventListener("touchmove", hold);
  }, [table]);

  function paintTo(slot: Slot) {
    const now = stroke.current;
    if (!now || now.to === slot) return;
    now.to = slot;
    show(put(now.before, blockBetween(now.from, slot, chosen), now.open));
  }

  function end() {
    const now = stroke.current;
    stroke.current = null;
    if (!now) return;
    clearTimeout(now.timer);
    if (!now.to) return;
    settle(current());
    // The click that ends the stroke is not a choice of its own.
    justPainted.current = true;
    setTimeout(() => (justPainted.current = false), 50);
  }

  return {
    onPointerDown(event: PointerEvent<HTMLTableElement>) {
      const from = slotOfCell(event.target as Element);
      if (!from || !event.isPrimary || event.button !== 0 || stroke.current) return;
      const before = current();
      stroke.current = {
        pointer: event.pointerId,
        from,
        to: null,
        before,
        open: !before.includes(from),
        x: event.clientX,
        y: event.clientY,
        timer: undefined,
      };
      if (event.pointerType === "touch")
        stroke.current.timer = setTimeout(() => paintTo(from), rest);
    },
    onPointerMove(event: PointerEvent<HTMLTableElement>) {
      const now = stroke.current;
      if (!now || now.pointer !== event.pointerId) return;
      if (event.pointerType === "touch" && !now.to) {
        if (Math.hypot(event.clientX - now.x, event.clientY - now.y) > tremble) end();
        return;
      }
      // The button was let go where we did not see it.
      if (event.buttons === 0) {
        end();
        return;
      }
      const slot = slotUnder(event.clientX, event.clientY);
      if (!slot || (!now.to && slot === now.from)) return;
      if (!now.to) event.currentTarget.setPointerCapture(event.pointerId);
      paintTo(slot);
    },
    onPointerUp: end,
    onPointerCancel: end,
    onClickCapture(event: MouseEvent) {
      if (!justPainted.current || !event.isTrusted) return;
      justPainted.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
    onContextMenu(event: MouseEvent) {
      // A finger that rests asks to paint, not for the browser's menu.
      if (stroke.current) event.preventDefault();
    },
  };
}

import { vi } from "vitest";
import { shiftClock } from "@/lib/platform/values/clock";

/** Sets the portal's clock. @param instant ISO 8601, or a time of the machine's */
export function clockAt(instant: string | number | Date): void {
  shiftClock(new Date(instant).getTime() - Date.now());
}

/**
 * Holds the machine's date until the function it returns is called, so that a wait told in seconds
 * is the same however slow the machine is; timers run on.
 */
export function clockHeld(): () => void {
  vi.useFakeTimers({ toFake: ["Date"] });
  return () => {
    shiftClock(0);
    vi.useRealTimers();
  };
}

import { shiftClock } from "@/lib/platform/values/clock";

/** Sets the portal's clock. @param instant ISO 8601, or a time of the machine's */
export function clockAt(instant: string | number | Date): void {
  shiftClock(new Date(instant).getTime() - Date.now());
}

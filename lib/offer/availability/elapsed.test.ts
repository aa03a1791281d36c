import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { startOfDay } from "@/lib/platform/values/calendar-day";
import { campaignFor } from "@/lib/reference/campaign/campaign-year";
import { allSlots, type Availability, monthOf, months, parseAvailability } from "./availability";
import {
  currentMonth,
  isCampaignOver,
  isElapsed,
  monthNumber,
  monthsFromNow,
  toCome,
} from "./elapsed";

const slots = (...chosen: number[]): Availability =>
  parseAvailability(chosen.map((month) => `${month}:monday-am`));
const at = (text: string) => new Date(text);

describe("months that are over", () => {
  it.each([
    [slots(9, 10), 2026, "2026-09-30T21:59:59Z", [9, 10], false],
    [slots(9, 10), 2026, "2026-09-30T22:00:00Z", [10], false],
    [slots(9, 10), 2026, "2026-10-31T22:59:59Z", [10], false],
    [slots(9, 10), 2026, "2026-10-31T23:00:00Z", [], true],
    [slots(9, 10), 2026, "2026-11-28T08:00:00Z", [], true],
    [slots(9, 11, 3), 2026, "2026-11-28T08:00:00Z", [11, 3], false],
    [slots(9, 10), 2027, "2026-11-28T08:00:00Z", [9, 10], false],
    [slots(7, 8), 2025, "2026-08-31T21:59:59Z", [8], false],
    [slots(7, 8), 2025, "2026-08-31T22:00:00Z", [], true],
    [slots(8), 2026, "2026-11-28T08:00:00Z", [8], false],
    [slots(), 2026, "2026-11-28T08:00:00Z", [], false],
  ])("%j of campaign %d at %s", (availability, campaign, now, ahead, elapsed) => {
    expect(toCome(availability, campaign, at(now)).map(monthOf)).toEqual(ahead);
    expect(isElapsed(availability, campaign, at(now))).toBe(elapsed);
  });

  it("are counted through the campaigns, one after the other", () => {
    const numbers = [2025, 2026, 2027].flatMap((campaign) =>
      months.map((month) => monthNumber(campaign, month)),
    );
    expect(numbers).toEqual(Array.from({ length: 36 }, (_, index) => 2025 * 12 + index));
    expect(monthNumber(2700, 8)).toBeLessThan(32_767);
  });

  it("never come back, and are over the day after their last", () => {
    fc.assert(
      fc.property(
        fc.subarray([...allSlots]),
        fc.integer({ min: 2024, max: 2030 }),
        fc.integer({ min: 2023, max: 2032 }),
        fc.constantFrom(...months),
        (chosen, campaign, year, month) => {
          const first = startOfDay(`${year}-${String(month).padStart(2, "0")}-01`);
          const [before, after] = [new Date(first.getTime() - 1), first];
          expect(currentMonth(after)).toBe(currentMonth(before) + 1);
          const [earlier, later] = [
            toCome(chosen, campaign, before),
            toCome(chosen, campaign, after),
          ];
          expect(later.every((slot) => earlier.includes(slot))).toBe(true);
          expect(
            earlier
              .filter((slot) => !later.includes(slot))
              .every((slot) => monthNumber(campaign, monthOf(slot)) === currentMonth(before)),
          ).toBe(true);
        },
      ),
    );
  });

  it("can be followed by others until the campaign’s last has passed", () => {
    expect(isCampaignOver(2026, at("2026-11-28T08:00:00Z"))).toBe(false);
    expect(isCampaignOver(2026, at("2027-08-31T21:59:59Z"))).toBe(false);
    expect(isCampaignOver(2026, at("2027-08-31T22:00:00Z"))).toBe(true);
  });

  it("are no choice of a search, unless the next campaign has them", () => {
    expect(monthsFromNow(at("2026-11-28T08:00:00Z"), () => false)).toEqual([
      11, 12, 1, 2, 3, 4, 5, 6, 7, 8,
    ]);
    expect(monthsFromNow(at("2026-11-28T08:00:00Z"), (month) => month === 9)).toEqual([
      11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
    expect(monthsFromNow(at("2027-06-15T08:00:00Z"), () => true)).toEqual([
      6, 7, 8, 9, 10, 11, 12, 1, 2, 3, 4, 5,
    ]);
    expect(monthsFromNow(at("2026-09-01T08:00:00Z"), () => false)).toEqual([...months]);
  });
});

describe("the campaign of a new offer", () => {
  it.each([
    ["2026-05-31T21:59:59Z", 2025],
    ["2026-05-31T22:00:00Z", 2026],
    ["2026-12-31T22:59:59Z", 2026],
    ["2026-12-31T23:00:00Z", 2026],
  ])("at %s is %d", (now, campaign) => {
    expect(campaignFor(at(now))).toBe(campaign);
  });
});

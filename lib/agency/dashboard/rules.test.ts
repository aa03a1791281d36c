import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrast } from "@/lib/platform/values/contrast";
import { shadeBounds, shadeOf, shades } from "@/lib/platform/values/shades";
import {
  columnsIn,
  daysOfMonth,
  delayBands,
  isUnderWay,
  ticks,
  timelineMonths,
  yearBefore,
} from "./rules";

const natural = fc.integer({ min: 0, max: 100_000 });

describe("tints", () => {
  it("rise with the value, and are those that the legend names", () => {
    fc.assert(
      fc.property(natural, natural, (a, b) => {
        const [value, max] = [Math.min(a, b), Math.max(a, b)];
        const shade = shadeOf(value, max);
        expect(shade).toBeLessThanOrEqual(shades);
        expect(shade === 0).toBe(value === 0);
        expect(shadeOf(Math.max(0, value - 1), max)).toBeLessThanOrEqual(shade);
        if (value > 0)
          expect(
            shadeBounds(max).filter(({ from, until }) => value >= from && value <= until),
          ).toMatchObject([{ shade }]);
      }),
    );
  });

  it("leave ink readable under any colour that an agency may choose", () => {
    const mixed = (colour: string, share: number) =>
      `#${[1, 3, 5]
        .map((at) =>
          Math.round(255 - (255 - Number.parseInt(colour.slice(at, at + 2), 16)) * share)
            .toString(16)
            .padStart(2, "0"),
        )
        .join("")}`;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 0xffffff }),
        fc.integer({ min: 1, max: shades }),
        (number, shade) => {
          const colour = `#${number.toString(16).padStart(6, "0")}`;
          expect(contrast("#16242b", mixed(colour, shade / 10))).toBeGreaterThanOrEqual(4.5);
        },
      ),
    );
  });
});

describe("scales", () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [5, [0, 1, 2, 3, 4, 5]],
    [7, [0, 2, 4, 6, 8]],
    [150, [0, 50, 100, 150]],
    [48_000, [0, 10_000, 20_000, 30_000, 40_000, 50_000]],
  ])("for %i are %j", (max, expected) => {
    expect(ticks(max)).toEqual(expected);
  });

  it("are whole, even, few and high enough", () => {
    fc.assert(
      fc.property(natural, (max) => {
        const scale = ticks(max);
        expect(scale.length).toBeLessThanOrEqual(6);
        expect(scale.at(-1)).toBeGreaterThanOrEqual(max);
        expect(
          scale.every(
            (value, index) => Number.isInteger(value) && value === index * (scale[1] ?? 0),
          ),
        ).toBe(true);
      }),
    );
  });
});

describe("columns", () => {
  const box = { x: 40, y: 10, width: 600, height: 200 };
  it("stand in their box, in order, as high as their values ask", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(natural, natural), { minLength: 1, maxLength: 24 }),
        (groups) => {
          const top = ticks(Math.max(...groups.flat())).at(-1) ?? 1;
          const columns = columnsIn(box, groups, top).flat();
          expect(columns).toHaveLength(groups.length * 2);
          columns.forEach((column, index) => {
            expect(column.x).toBeGreaterThanOrEqual(box.x);
            expect(column.x + column.width).toBeLessThanOrEqual(box.x + box.width + 1e-6);
            expect(column.y).toBeGreaterThanOrEqual(box.y - 1e-6);
            expect(column.y + column.height).toBeCloseTo(box.y + box.height, 6);
            expect(column.height).toBeCloseTo((box.height * (groups.flat()[index] ?? 0)) / top, 6);
            const next = columns[index + 1];
            if (next) expect(next.x).toBeGreaterThanOrEqual(column.x + column.width - 1e-6);
          });
        },
      ),
    );
  });
});

describe("the months of a campaign", () => {
  it.each([
    ["under way", "2026-11", [], "2026-06", "2026-11", 6],
    ["over", "2028-02", [], "2026-06", "2027-08", 15],
    ["to come", "2026-03", [], "2026-06", "2026-06", 1],
    ["with an early bird", "2026-07", ["2026-03"], "2026-03", "2026-07", 5],
    ["decided late", "2027-12", ["2027-10"], "2026-06", "2027-10", 17],
  ] as const)("%s", (_, present, found, first, last, length) => {
    const months = timelineMonths(2026, found, present);
    expect([months[0], months.at(-1), months.length]).toEqual([first, last, length]);
  });

  it("have no gap and none twice", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc
            .integer({ min: 0, max: 47 })
            .map((n) => `${2025 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}`),
        ),
        (found) => {
          const months = timelineMonths(2026, found, "2026-11");
          expect(months).toEqual([...new Set(months)].sort());
          expect(months).toEqual(expect.arrayContaining(found));
          for (const month of months) expect(daysOfMonth(month).last.startsWith(month)).toBe(true);
        },
      ),
    );
  });

  it.each([
    ["2028-02", "2028-02-29"],
    ["2026-12", "2026-12-31"],
    ["2026-09", "2026-09-30"],
  ])("%s ends on %s", (month, last) => {
    expect(daysOfMonth(month)).toEqual({ first: `${month}-01`, last });
  });
});

describe("days", () => {
  it("of a year before exist", () => {
    expect(yearBefore("2026-11-25")).toBe("2025-11-25");
    expect(yearBefore("2028-02-29")).toBe("2027-02-28");
  });

  it("of a campaign run from June to the August after", () => {
    expect(
      ["2026-05-31", "2026-06-01", "2027-08-31", "2027-09-01"].map((day) => isUnderWay(2026, day)),
    ).toEqual([false, true, true, false]);
  });
});

it("ranges of delays follow one another without a gap", () => {
  expect(delayBands.map((band) => band.split("-")[0])).toEqual([
    "0",
    ...delayBands.slice(0, -1).map((band) => band.split("-")[1]),
  ]);
});

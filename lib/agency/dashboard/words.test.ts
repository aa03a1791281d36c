import { expect, it } from "vitest";
import { hasEnded } from "./rules";
import { comparedInWords } from "./words";

it("a campaign is whole once its last day is over, and is told so far until then", () => {
  const words = (campaign: number, today: string) =>
    comparedInWords({ campaign, until: null, ended: hasEnded(campaign, today) });
  expect(words(2026, "2026-11-28")).toBe("2026-2027, à ce jour");
  expect(words(2025, "2026-11-28")).toBe("2025-2026, entière");
  // From June on the next one is prepared while this one still runs.
  expect(words(2025, "2026-08-31")).toBe("2025-2026, à ce jour");
  expect(words(2025, "2026-09-01")).toBe("2025-2026, entière");
  expect(comparedInWords({ campaign: 2025, until: "2025-11-28", ended: true })).toBe(
    "2025-2026, au 28 novembre 2025",
  );
});

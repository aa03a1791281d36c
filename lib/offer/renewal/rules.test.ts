import { describe, expect, it } from "vitest";
import {
  campaignAskedAbout,
  comesBack,
  isAnswerable,
  isQuestionDue,
  isRenewalSeason,
  renewalTarget,
} from "./rules";

const at = (text: string) => new Date(text);

describe("renewal", () => {
  it.each([
    ["2027-04-30T21:59:00Z", null],
    // Midnight in Paris.
    ["2027-04-30T22:00:00Z", 2026],
    ["2027-08-31T21:59:00Z", 2026],
    ["2027-08-31T22:00:00Z", null],
    ["2027-01-15T12:00:00Z", null],
  ])("at %s asks about the offers of %s", (now, campaign) => {
    expect(campaignAskedAbout(at(now))).toBe(campaign);
  });

  it("asks once, and again three weeks after «Peut-être»", () => {
    const askedAt = at("2027-05-02T08:00:00Z");
    const answeredAt = at("2027-05-05T08:00:00Z");
    const now = at("2027-05-26T08:00:00Z");
    expect(isQuestionDue(null, now)).toBe(true);
    expect(isQuestionDue({ answer: null, askedAt, answeredAt: null }, now)).toBe(false);
    for (const answer of ["yes", "no"] as const)
      expect(isQuestionDue({ answer, askedAt, answeredAt }, now)).toBe(false);
    expect(isQuestionDue({ answer: "maybe", askedAt, answeredAt }, now)).toBe(true);
    expect(
      isQuestionDue({ answer: "maybe", askedAt, answeredAt }, new Date(now.getTime() - 1)),
    ).toBe(false);
  });

  it.each([
    ["2027-05-05T08:00:00Z", true],
    ["2027-08-09T21:59:00Z", true],
    // In the evening: on 31 August at 8 its three weeks are not over.
    ["2027-08-10T18:00:00Z", false],
    ["2027-08-20T08:00:00Z", false],
    ["2027-10-01T08:00:00Z", false],
  ])("after «Peut-être» at %s, comes back: %s", (answeredAt, back) => {
    expect(comesBack(at(answeredAt))).toBe(back);
  });

  it.each([
    [2026, "2026-11-24T12:00:00Z", 2027],
    [2026, "2027-05-24T12:00:00Z", 2027],
    [2026, "2027-11-24T12:00:00Z", 2027],
    [2024, "2026-11-24T12:00:00Z", 2026],
  ])("an offer of %s renewed at %s is one of %s", (campaign, now, target) => {
    expect(renewalTarget(campaign, at(now))).toBe(target);
  });

  it("has a season and an end", () => {
    expect([
      isRenewalSeason(2026, at("2027-04-30T12:00:00Z")),
      isRenewalSeason(2026, at("2027-05-01T12:00:00Z")),
    ]).toEqual([false, true]);
    expect([
      isAnswerable(2027, at("2027-12-31T12:00:00Z")),
      isAnswerable(2027, at("2028-01-01T12:00:00Z")),
    ]).toEqual([true, false]);
  });
});

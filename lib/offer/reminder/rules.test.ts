import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  asksForMonths,
  dueReminder,
  mayRemind,
  type RemindedOffer,
  reminderAfterDays,
  type ReminderKind,
  reminderKinds,
} from "./rules";

const day = 24 * 3600_000;
const start = new Date("2026-11-24T08:00:00Z");
const after = (days: number) => new Date(start.getTime() + days * day);
const base: RemindedOffer = {
  validation: "approved",
  publication: "published",
  wasPublished: true,
  hasDraft: false,
  elapsed: false,
  archived: false,
  deleted: false,
  updatedAt: start,
};

describe("which reminder is due", () => {
  it.each<[string, Partial<RemindedOffer>, number, ReminderKind | null]>([
    [
      "validated and unpublished, 2 days",
      { publication: "unpublished", wasPublished: false },
      2.99,
      null,
    ],
    [
      "validated and unpublished, 3 days",
      { publication: "unpublished", wasPublished: false },
      3,
      "unpublished",
    ],
    ["taken off on purpose", { publication: "unpublished" }, 30, null],
    [
      "a draft, 6 days",
      { validation: "draft", publication: "unpublished", hasDraft: true },
      6.99,
      null,
    ],
    [
      "a draft, 7 days",
      { validation: "draft", publication: "unpublished", hasDraft: true },
      7,
      "draftWaiting",
    ],
    ["changes typed and not sent", { hasDraft: true }, 7, "draftWaiting"],
    ["a correction, 6 days", { validation: "changesRequested" }, 6.99, null],
    [
      "a correction, 7 days",
      { validation: "changesRequested", hasDraft: true },
      7,
      "correctionWaiting",
    ],
    ["published, 364 days", {}, 364, null],
    ["published, a year", {}, 365, "untouched"],
    ["its months over, 6 days", { elapsed: true }, 6.99, null],
    ["its months over, 7 days", { elapsed: true }, 7, "elapsed"],
    ["its months over, not published", { elapsed: true, publication: "unpublished" }, 30, null],
    [
      "its months over, others wait for the agency",
      { elapsed: true, validation: "pending" },
      30,
      null,
    ],
    ["waiting for the agency", { validation: "pending" }, 100, null],
    ["refused", { validation: "refused", hasDraft: true }, 400, null],
    ["archived", { archived: true }, 400, null],
    ["deleted", { deleted: true, validation: "draft" }, 400, null],
  ])("%s", (_, changes, days, expected) => {
    expect(dueReminder({ ...base, ...changes }, {}, after(days))).toBe(expected);
  });

  it("never says the same thing of the same state twice", () => {
    const state = fc.record<RemindedOffer>({
      validation: fc.constantFrom("draft", "pending", "approved", "changesRequested", "refused"),
      publication: fc.constantFrom("unpublished", "onApproval", "published"),
      wasPublished: fc.boolean(),
      hasDraft: fc.boolean(),
      elapsed: fc.boolean(),
      archived: fc.boolean(),
      deleted: fc.boolean(),
      updatedAt: fc.constant(start),
    });
    fc.assert(
      fc.property(state, (offer) => {
        const said: Partial<Record<ReminderKind, Date>> = {};
        const sent: ReminderKind[] = [];
        for (let days = 0; days < 1000; days += 1) {
          const kind = dueReminder(offer, said, after(days));
          if (!kind) continue;
          said[kind] = after(days);
          sent.push(kind);
          if (days < reminderAfterDays[kind]) return false;
        }
        return new Set(sent).size === sent.length && sent.length <= 2;
      }),
    );
  });

  it("speaks again once the offer changed", () => {
    const offer = { ...base, validation: "draft", updatedAt: after(20) } as const;
    expect(dueReminder(offer, { draftWaiting: after(10) }, after(27))).toBe("draftWaiting");
  });

  it(
    "asks for months while the campaign has some, and leaves the rest to the question of " +
      "renewal",
    () => {
      const months = ["9:monday-am", "3:monday-am"] as const;
      const asks = (day: string) => asksForMonths(months, 2026, new Date(`${day}T12:00:00Z`));
      expect(
        ["2027-03-31", "2027-04-01", "2027-04-30", "2027-05-01", "2027-10-01"].map(asks),
      ).toEqual([false, true, true, false, false]);
    },
  );

  it("has a delay for each kind", () => {
    expect(reminderKinds.map((kind) => reminderAfterDays[kind])).toEqual([7, 3, 7, 7, 365]);
  });
});

describe("who may be written to", () => {
  const account = { wantsReminders: true, active: true, addressConfirmed: true, remindedAt: null };
  it.each([
    [{}, true],
    [{ wantsReminders: false }, false],
    [{ active: false }, false],
    [{ addressConfirmed: false }, false],
    [{ remindedAt: after(-6.99) }, false],
    [{ remindedAt: after(-7) }, true],
  ])("%o: %s", (changes, expected) => {
    expect(mayRemind({ ...account, ...changes }, start)).toBe(expected);
  });
});

import { describe, expect, it } from "vitest";
import { availableCommands, type OfferState } from "@/lib/offer/lifecycle/rules";
import {
  type AlikeOffers,
  overviewOf,
  shownOthers,
  shownTodos,
  type TodoFacts,
  todoFor,
  type TodoKind,
} from "./todo";

const now = new Date("2026-11-24T12:00:00Z");

function offer(changes: Partial<TodoFacts & OfferState> = {}): TodoFacts {
  const state: OfferState = {
    validation: "approved",
    publication: "published",
    hasApproved: true,
    paused: false,
    archived: false,
    deleted: false,
    ...changes,
  };
  return {
    campaign: 2026,
    hasDraft: false,
    elapsed: false,
    waitsForAddress: false,
    renewalAnswer: null,
    ...state,
    commands: availableCommands(state, "offeror"),
    ...changes,
  };
}

describe("what needs me now", () => {
  it.each<[string, Partial<TodoFacts & OfferState>, TodoKind | null]>([
    ["published", {}, null],
    ["paused", { paused: true }, null],
    [
      "waiting for the agency",
      { validation: "pending", hasApproved: false, publication: "onApproval" },
      null,
    ],
    [
      "a correction",
      { validation: "changesRequested", hasApproved: false, publication: "onApproval" },
      "correct",
    ],
    ["a correction of a published offer", { validation: "changesRequested" }, "correct"],
    ["validated, unpublished", { publication: "unpublished" }, "publish"],
    [
      "a draft",
      { validation: "draft", hasApproved: false, publication: "unpublished", hasDraft: true },
      "finishDraft",
    ],
    [
      "a draft that leaves with the address",
      {
        validation: "draft",
        hasApproved: false,
        publication: "onApproval",
        hasDraft: true,
        waitsForAddress: true,
      },
      null,
    ],
    ["changes typed and not sent", { hasDraft: true }, "resubmit"],
    ["refused", { validation: "refused", hasApproved: false, publication: "unpublished" }, null],
    ["archived, unpublished", { archived: true, publication: "unpublished" }, null],
    ["deleted", { deleted: true, validation: "draft" }, null],
    ["all of its months over", { elapsed: true }, "elapsed"],
    [
      "all of its months over, others typed and not sent",
      { elapsed: true, hasDraft: true },
      "resubmit",
    ],
    ["all of its months over, others sent", { elapsed: true, validation: "pending" }, null],
    [
      "all of its months over, not published",
      { elapsed: true, publication: "unpublished" },
      "publish",
    ],
    [
      "all of its months over, archived",
      { elapsed: true, archived: true, publication: "unpublished" },
      null,
    ],
    [
      "a campaign that is over, its months too, no",
      { campaign: 2025, elapsed: true, renewalAnswer: "no" },
      "elapsed",
    ],
    ["a campaign that is over, its months too", { campaign: 2025, elapsed: true }, "renew"],
    ["a campaign that is over", { campaign: 2025 }, "renew"],
    ["a campaign that is over, no", { campaign: 2025, renewalAnswer: "no" }, null],
    ["a campaign that is over, done", { campaign: 2025, renewalAnswer: "yes" }, null],
    ["a campaign that is over, perhaps", { campaign: 2025, renewalAnswer: "maybe" }, "renew"],
  ])("%s", (_, changes, expected) => {
    expect(todoFor(offer(changes), now)).toBe(expected);
  });

  it("begins to speak of renewal on 1 May", () => {
    expect(todoFor(offer(), new Date("2027-04-30T12:00:00Z"))).toBeNull();
    expect(todoFor(offer(), new Date("2027-05-01T12:00:00Z"))).toBe("renew");
  });
});

/** @param ages of its offers, oldest first; those with the same are told apart by their order */
function alike(
  name: string,
  changes: Partial<TodoFacts & OfferState>,
  ages: number[],
): AlikeOffers {
  const all = ages.map((at, place) => ({ id: `${name}${place}`, at }));
  return {
    facts: offer(changes),
    total: all.length,
    oldest: all.slice(0, shownTodos),
    newest: all.toReversed().slice(0, shownOthers),
  };
}
const draft = {
  validation: "draft",
  hasApproved: false,
  publication: "unpublished",
  hasDraft: true,
} as const;

describe("the overview", () => {
  it("puts first what presses most, the oldest first, whatever else differs", () => {
    const { todos, total, others } = overviewOf(
      [
        alike("draft", draft, [1]),
        alike("publish", { publication: "unpublished" }, [2, 9]),
        alike("paused", { publication: "unpublished", campaign: 2027 }, [4]),
        alike("correct", { validation: "changesRequested" }, [8]),
        alike("fine", {}, [3, 7]),
        alike("pending", { validation: "pending" }, [5]),
      ],
      now,
    );
    expect(todos).toEqual([
      { kind: "correct", id: "correct0" },
      { kind: "publish", id: "publish0" },
      { kind: "publish", id: "paused0" },
      { kind: "publish", id: "publish1" },
      { kind: "finishDraft", id: "draft0" },
    ]);
    expect(total).toBe(5);
    expect(others).toEqual(["fine1", "pending0", "fine0"]);
  });

  it("shows some of many and counts them all", () => {
    const ages = Array.from({ length: 500 }, (_, age) => age);
    const { todos, total, others } = overviewOf(
      [alike("draft", draft, ages), alike("fine", {}, ages), alike("no", { campaign: 2027 }, ages)],
      now,
    );
    expect(todos.map(({ id }) => id)).toEqual(ages.slice(0, shownTodos).map((n) => `draft${n}`));
    expect(total).toBe(500);
    expect(others).toHaveLength(shownOthers);
    expect(others.slice(0, 2)).toEqual(["fine499", "no499"]);
  });

  it("of nothing is empty", () => {
    expect(overviewOf([], now)).toEqual({ todos: [], total: 0, others: [] });
  });
});

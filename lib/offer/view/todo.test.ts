import { describe, expect, it } from "vitest";
import { availableCommands, type OfferState } from "@/lib/offer/lifecycle/rules";
import { type Todo, type TodoOffer, todosOf } from "./todo";

const now = new Date("2026-11-24T12:00:00Z");

function offer(id: string, changes: Partial<TodoOffer & OfferState> = {}): TodoOffer {
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
    id,
    title: id,
    campaign: 2026,
    hasDraft: false,
    elapsed: false,
    waitsForAddress: false,
    updatedAt: now,
    renewalAnswer: null,
    ...state,
    commands: availableCommands(state, "offeror"),
    ...changes,
  };
}

const kinds = (list: Todo[]) => list.map(({ kind }) => kind);

describe("what needs me now", () => {
  it.each<[string, Partial<TodoOffer & OfferState>, string[]]>([
    ["published", {}, []],
    ["paused", { paused: true }, []],
    [
      "waiting for the agency",
      { validation: "pending", hasApproved: false, publication: "onApproval" },
      [],
    ],
    [
      "a correction",
      { validation: "changesRequested", hasApproved: false, publication: "onApproval" },
      ["correct"],
    ],
    ["a correction of a published offer", { validation: "changesRequested" }, ["correct"]],
    ["validated, unpublished", { publication: "unpublished" }, ["publish"]],
    [
      "a draft",
      { validation: "draft", hasApproved: false, publication: "unpublished", hasDraft: true },
      ["finishDraft"],
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
      [],
    ],
    ["changes typed and not sent", { hasDraft: true }, ["resubmit"]],
    ["refused", { validation: "refused", hasApproved: false, publication: "unpublished" }, []],
    ["archived, unpublished", { archived: true, publication: "unpublished" }, []],
    ["deleted", { deleted: true, validation: "draft" }, []],
    ["all of its months over", { elapsed: true }, ["elapsed"]],
    [
      "all of its months over, others typed and not sent",
      { elapsed: true, hasDraft: true },
      ["resubmit"],
    ],
    ["all of its months over, others sent", { elapsed: true, validation: "pending" }, []],
    [
      "all of its months over, not published",
      { elapsed: true, publication: "unpublished" },
      ["publish"],
    ],
    [
      "all of its months over, archived",
      { elapsed: true, archived: true, publication: "unpublished" },
      [],
    ],
    [
      "a campaign that is over, its months too, no",
      { campaign: 2025, elapsed: true, renewalAnswer: "no" },
      ["elapsed"],
    ],
    ["a campaign that is over, its months too", { campaign: 2025, elapsed: true }, ["renew"]],
    ["a campaign that is over", { campaign: 2025 }, ["renew"]],
    ["a campaign that is over, no", { campaign: 2025, renewalAnswer: "no" }, []],
    ["a campaign that is over, done", { campaign: 2025, renewalAnswer: "yes" }, []],
    ["a campaign that is over, perhaps", { campaign: 2025, renewalAnswer: "maybe" }, ["renew"]],
  ])("%s", (_, changes, expected) => {
    expect(kinds(todosOf([offer("a", changes)], true, now))).toEqual(expected);
  });

  it("begins to speak of renewal on 1 May", () => {
    expect(kinds(todosOf([offer("a")], true, new Date("2027-04-30T12:00:00Z")))).toEqual([]);
    expect(kinds(todosOf([offer("a")], true, new Date("2027-05-01T12:00:00Z")))).toEqual(["renew"]);
  });

  it("puts the address first, then what presses most, the oldest first", () => {
    const old = new Date("2026-10-01T12:00:00Z");
    const list = todosOf(
      [
        offer("draft", { validation: "draft", hasApproved: false, publication: "unpublished" }),
        offer("publish-new", { publication: "unpublished" }),
        offer("correct", { validation: "changesRequested" }),
        offer("publish-old", { publication: "unpublished", updatedAt: old }),
      ],
      false,
      now,
    );
    expect(list.map((todo) => todo.offer?.id ?? todo.kind)).toEqual([
      "confirmAddress",
      "correct",
      "publish-old",
      "publish-new",
      "draft",
    ]);
  });
});

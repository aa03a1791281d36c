import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { suspendedThings } from "@/lib/offer/suspended/rules";
import {
  availableCommands,
  decide,
  isPublic,
  type OfferCommand,
  offerCommands,
  type OfferState,
  type Validation,
} from "./rules";

const start: OfferState = {
  validation: "draft",
  publication: "unpublished",
  hasApproved: false,
  paused: false,
  archived: false,
  deleted: false,
};

/**
 * Who may do what from where, for an offer without an approved version: the whole matrix, written
 * out.
 */
const matrix: Record<Validation, { offeror: OfferCommand[]; moderator: OfferCommand[] }> = {
  draft: { offeror: ["saveDraft", "submit", "publish", "archive", "delete"], moderator: [] },
  pending: {
    offeror: ["saveDraft", "submit", "publish", "delete"],
    moderator: ["approve", "requestChanges", "refuse"],
  },
  approved: {
    offeror: ["saveDraft", "submit", "applyMinorEdit", "publish", "archive", "delete"],
    moderator: [],
  },
  changesRequested: {
    offeror: ["saveDraft", "submit", "publish", "archive", "delete"],
    moderator: [],
  },
  refused: { offeror: ["archive", "delete"], moderator: [] },
};

describe("decide", () => {
  for (const validation of Object.keys(matrix) as Validation[]) {
    for (const actor of ["offeror", "moderator"] as const) {
      it(`${actor} from ${validation}`, () => {
        const state = { ...start, validation };
        expect(availableCommands(state, actor)).toEqual(matrix[validation][actor]);
        expect(availableCommands({ ...state, deleted: true }, actor)).toEqual(
          actor === "offeror" ? ["restore"] : [],
        );
        expect(availableCommands({ ...state, archived: true }, actor)).toEqual(
          actor === "offeror" ? ["unarchive", "delete"] : [],
        );
      });
    }
  }

  it("lets a refused revision be taken up again only while an approved version stands", () => {
    expect(decide({ ...start, validation: "refused" }, "submit", "offeror")).toEqual({
      ok: false,
      refusal: "wrongState",
    });
    expect(
      decide({ ...start, validation: "refused", hasApproved: true }, "submit", "offeror").ok,
    ).toBe(true);
  });

  it("asks for a reason to refuse or to request changes", () => {
    const pending = { ...start, validation: "pending" } as const;
    for (const command of ["requestChanges", "refuse"] as const) {
      expect(decide(pending, command, "moderator", "  ")).toEqual({
        ok: false,
        refusal: "reasonMissing",
      });
      expect(decide(pending, command, "moderator", "Précisez.").ok).toBe(true);
    }
  });

  it("publishes at the approval when that was asked for, and only then", () => {
    for (const [publication, after] of [
      ["onApproval", "published"],
      ["unpublished", "unpublished"],
    ] as const) {
      const decision = decide(
        { ...start, validation: "pending", publication },
        "approve",
        "moderator",
      );
      expect(decision.ok && decision.state.publication).toBe(after);
    }
  });

  it("never makes a public offer without an approval, over any sequence", () => {
    const step = fc.record({
      command: fc.constantFrom(...offerCommands),
      actor: fc.constantFrom("offeror", "moderator"),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let state = start;
        let approvals = 0;
        for (const { command, actor } of steps) {
          const decision = decide(state, command, actor, "motif");
          if (!decision.ok) continue;
          if (command === "approve") approvals += 1;
          state = decision.state;
          const open = isPublic(state, {
            addressConfirmed: true,
            accountActive: true,
            structureActive: true,
            suspended: null,
          });
          if (open && (approvals === 0 || state.deleted || state.archived || state.paused))
            return false;
          if (state.paused && state.publication !== "published") return false;
          if (state.publication === "published" && !state.hasApproved) return false;
          if (state.hasApproved !== approvals > 0) return false;
          if (["approve", "requestChanges", "refuse"].includes(command) && actor !== "moderator")
            return false;
        }
        return true;
      }),
      { numRuns: 10_000 },
    );
  });

  it("pauses only what is published, and publishing again ends the pause", () => {
    const approved: OfferState = { ...start, validation: "approved", hasApproved: true };
    expect(decide(approved, "pause", "offeror")).toEqual({ ok: false, refusal: "wrongState" });
    const paused = decide({ ...approved, publication: "published" }, "pause", "offeror");
    expect(paused.ok && paused.state).toMatchObject({ publication: "published", paused: true });
    const again = decide(
      { ...approved, publication: "published", paused: true },
      "publish",
      "offeror",
    );
    expect(again.ok && again.state).toMatchObject({ publication: "published", paused: false });
  });

  it("hides an offer when any one condition fails", () => {
    const state: OfferState = {
      validation: "approved",
      publication: "published",
      hasApproved: true,
      paused: false,
      archived: false,
      deleted: false,
    };
    const depositor = {
      addressConfirmed: true,
      accountActive: true,
      structureActive: true,
      suspended: null,
    };
    expect(isPublic(state, depositor)).toBe(true);
    for (const key of ["paused", "archived", "deleted"])
      expect(isPublic({ ...state, [key]: true }, depositor)).toBe(false);
    for (const key of ["addressConfirmed", "accountActive", "structureActive"])
      expect(isPublic(state, { ...depositor, [key]: false })).toBe(false);
    for (const suspended of suspendedThings)
      expect(isPublic(state, { ...depositor, suspended })).toBe(false);
  });
});

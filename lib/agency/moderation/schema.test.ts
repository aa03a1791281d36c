import { describe, expect, it } from "vitest";
import { newId } from "@/lib/platform/values/id";
import { bulkDecisionSchema, decisionSchema, noteSchema, templateSchema } from "./schema";

/**
 * 1 999 letters and one end of line: two characters as a form without scripts sends it, one as
 * anyone counts it.
 */
const longest = `${"a".repeat(1998)}\r\nb`;

const decided = (fields: object) =>
  decisionSchema.safeParse({
    offerId: newId(),
    revisionId: newId(),
    decision: "approve",
    ...fields,
  });

describe("what is typed beside «Valider»", () => {
  it.each([
    { reason: "Précisez le rôle." },
    { templateId: newId() },
    { "comment-title": "Trop court." },
  ])("is not thrown away: %o is told at its field", (typed) => {
    const { error } = decided(typed);
    expect(error?.issues.map(({ path }) => path)).toEqual([Object.keys(typed)]);
    expect(error?.issues[0]?.message).toMatch(/^Une validation n’a pas de motif/);
    expect(decided({ ...typed, decision: "requestChanges" }).success).toBe(true);
  });

  it("or «Refuser», which carries a reason and no remarks", () => {
    const { error } = decided({ decision: "refuse", reason: "Non.", "comment-title": "Court." });
    expect(error?.issues.map(({ path }) => path)).toEqual([["comment-title"]]);
    expect(error?.issues[0]?.message).toMatch(/^Un refus n’a pas de remarque par champ/);
    expect(decided({ decision: "refuse", reason: "Non." }).success).toBe(true);
  });

  it("is nothing, and then it is taken; the same for several offers", () => {
    expect(decided({ reason: " \r\n " }).success).toBe(true);
    const several = { picked: [`${newId()}:${newId()}`], decision: "approve" };
    expect(bulkDecisionSchema.safeParse(several).success).toBe(true);
    expect(bulkDecisionSchema.safeParse({ ...several, reason: "Motif." }).success).toBe(false);
  });
});

describe("texts of several lines", () => {
  it("are kept with the ends of line that scripts send, and counted so", () => {
    const decision = {
      offerId: newId(),
      revisionId: newId(),
      decision: "requestChanges",
      reason: longest,
      "comment-title": "Un.\r\nDeux.",
    };
    expect(decisionSchema.parse(decision)).toMatchObject({
      reason: longest.replace("\r\n", "\n"),
      comments: { title: "Un.\nDeux." },
    });
    expect(noteSchema.parse({ offerId: newId(), words: longest, queue: "" }).words).toBe(
      longest.replace("\r\n", "\n"),
    );
    expect(templateSchema.parse({ decision: "refused", name: "Motif", words: longest }).words).toBe(
      longest.replace("\r\n", "\n"),
    );
  });
});

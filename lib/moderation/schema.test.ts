import { describe, expect, it } from "vitest";
import { newId } from "@/lib/platform/id";
import { decisionSchema, noteSchema, templateSchema } from "./schema";

/** 1 999 letters and one end of line: two characters as a form without scripts sends it, one as anyone counts it. */
const longest = `${"a".repeat(1998)}\r\nb`;

describe("texts of several lines", () => {
  it("are kept with the ends of line that scripts send, and counted so", () => {
    const decision = { offerId: newId(), revisionId: newId(), decision: "refuse", reason: longest, "comment-title": "Un.\r\nDeux." };
    expect(decisionSchema.parse(decision)).toMatchObject({ reason: longest.replace("\r\n", "\n"), comments: { title: "Un.\nDeux." } });
    expect(noteSchema.parse({ offerId: newId(), words: longest, queue: "" }).words).toBe(longest.replace("\r\n", "\n"));
    expect(templateSchema.parse({ decision: "refused", name: "Motif", words: longest }).words).toBe(longest.replace("\r\n", "\n"));
  });
});

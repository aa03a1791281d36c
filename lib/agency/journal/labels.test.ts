import { expect, it } from "vitest";
import { keptLabel } from "./labels";

it.each([
  ["campaign", { year: 2026, opensOn: null, closesOn: null }, "2026-2027"],
  ["text", { code: "catalogueLead" }, "Offres de stage\u00a0: introduction"],
  ["text", { code: "withdrawnSince" }, ""],
  ["template", { decision: "changesRequested" }, "Demande de correction"],
  ["template", { decision: "refused" }, "Refus"],
  ["template", { decision: "refused", name: "Trop court" }, "Trop court"],
  ["synonyms", { term: "tabac", synonyms: ["clope"] }, "tabac"],
  ["offer", { reference: "7K3M-9QXD" }, "7K3M-9QXD"],
  ["offer", { revisionId: "x" }, ""],
  ["import", { rows: 3 }, ""],
  ["campaign", {}, ""],
] as const)("an entry about a %s that keeps %o says «%s»", (kind, detail, expected) => {
  expect(keptLabel(kind, detail)).toBe(expected);
});

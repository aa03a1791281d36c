import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Depositor, isPublic, type OfferState } from "./rules";
import { suspendedThings } from "@/lib/suspension/rules";
import { visibilityOf, visibilityWords } from "./visibility";

const state = fc.record<OfferState>({
  validation: fc.constantFrom("draft", "pending", "approved", "changesRequested", "refused"),
  publication: fc.constantFrom("unpublished", "onApproval", "published"),
  hasApproved: fc.boolean(),
  paused: fc.boolean(),
  archived: fc.boolean(),
  deleted: fc.boolean(),
});
const depositor = fc.record<Depositor>({ addressConfirmed: fc.boolean(), accountActive: fc.boolean(), structureActive: fc.boolean(), suspended: fc.constantFrom(null, ...suspendedThings) });

describe("why an offer is not visible", () => {
  it("says «visible» exactly when the offer is public", () => {
    fc.assert(fc.property(state, depositor, (offer, person) => (visibilityOf(offer, person) === "visible") === isPublic(offer, person)), { numRuns: 5000 });
  });

  it("has one sentence for each state", () => {
    fc.assert(fc.property(state, depositor, (offer, person) => /^[A-ZÀ-Ý].*\.$/.test(visibilityWords(visibilityOf(offer, person), null))));
  });

  const open: OfferState = { validation: "approved", publication: "published", hasApproved: true, paused: false, archived: false, deleted: false };
  const person: Depositor = { addressConfirmed: true, accountActive: true, structureActive: true, suspended: null };
  it.each([
    [{ paused: true }, {}, "En pause jusqu’au 3 mars 2027."],
    [{ archived: true, publication: "unpublished" }, {}, "Pas visible : elle est archivée."],
    [{}, { structureActive: false }, "Pas visible : la structure est fermée."],
    [{}, { suspended: "offer" }, "Pas visible : l’agence a suspendu cette offre."],
    [{}, { suspended: "account" }, "Pas visible : l’agence a suspendu le compte qui l’a déposée."],
    [{}, { suspended: "structure" }, "Pas visible : l’agence a suspendu la structure."],
    [{ publication: "unpublished" }, { suspended: "structureType" }, "Pas visible : l’agence a suspendu toutes les structures de ce type."],
    [{}, { addressConfirmed: false }, "Pas encore visible : votre adresse email reste à confirmer."],
    [{ validation: "changesRequested", hasApproved: false }, {}, "Pas visible : une correction vous est demandée."],
    // A change that waits hides nothing: the approved version stays.
    [{ validation: "changesRequested" }, {}, "Visible dans le catalogue."],
  ] as const)("%o %o", (changes, other, sentence) => {
    expect(visibilityWords(visibilityOf({ ...open, ...changes }, { ...person, ...other }), new Date("2027-03-02T23:00:00Z"))).toBe(sentence);
  });
});

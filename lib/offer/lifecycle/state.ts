import type { OfferState, Publication, Validation } from "./rules";

/** The two axes as a row holds them → as the rules speak of them. */
export function stateOf(row: {
  validation: Validation;
  publication: Publication;
  approvedRevisionId: string | null;
  pausedUntil: Date | null;
  archivedAt: Date | null;
  deletedAt: Date | null;
}): OfferState {
  return {
    validation: row.validation,
    publication: row.publication,
    hasApproved: row.approvedRevisionId !== null,
    // A pause ends by a job (lib/offer/lifecycle/commands/wake-offers.ts), in one transaction with
    // the catalogue.
    paused: row.pausedUntil !== null,
    archived: row.archivedAt !== null,
    deleted: row.deletedAt !== null,
  };
}

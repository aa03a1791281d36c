import type { OfferState, Publication, Validation } from "./rules";

/** The two axes as a row holds them → as the rules speak of them. */
export function stateOf(row: {
  validation: Validation;
  publication: Publication;
  approvedRevisionId: string | null;
  deletedAt: Date | null;
}): OfferState {
  return {
    validation: row.validation,
    publication: row.publication,
    hasApproved: row.approvedRevisionId !== null,
    deleted: row.deletedAt !== null,
  };
}

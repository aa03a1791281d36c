/** What each mail needs to know: identifiers only, the job reads the rest when it sends. */
export interface MailParams {
  confirmAddress: { accountId: string; tokenId: string };
  choosePassword: { accountId: string; tokenId: string };
  passwordChanged: { accountId: string };
  offerReceived: OfferMailParams;
  offerToModerate: OfferMailParams;
  /** The offers one import submitted. */
  offersToModerate: { importId: string };
  offerApproved: OfferMailParams;
  offerChangesRequested: OfferMailParams;
  offerRefused: OfferMailParams;
}

interface OfferMailParams {
  offerId: string;
  revisionId: string;
}

export type MailKind = keyof MailParams;

/** A mail ready to leave. */
export interface RenderedMail {
  /** The idempotency key: the id of the mail's row. */
  id: string;
  recipient: string;
  subject: string;
  text: string;
  html: string;
}

/** Facts about the agency that every template shows. */
export interface MailFrame {
  agencyName: string;
  origin: string;
  contactAddress: string;
}

/** What a template about an offer is given. */
export interface OfferFacts {
  title: string;
  structureName: string;
  communeName: string;
  places: number;
  reason: string;
  isPublished: boolean;
  link: string;
}

/** What the template about an import is given. */
export interface ImportFacts {
  structureName: string;
  /** Offers that wait for a decision. */
  count: number;
  link: string;
}

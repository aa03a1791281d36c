import type { OfferStanding } from "@/lib/offer/visibility";
import type { SuspendedThing } from "@/lib/suspension/rules";
import type { TextCode } from "@/lib/text/texts";

/** What each mail needs to know: identifiers only, the job reads the rest when it sends. */
export interface MailParams {
  confirmAddress: { accountId: string; tokenId: string };
  choosePassword: { accountId: string; tokenId: string };
  passwordChanged: { accountId: string };
  confirmNewAddress: { accountId: string; tokenId: string };
  addressChangeAsked: { accountId: string };
  addressTaken: { accountId: string };
  joinStructure: { accountId: string; tokenId: string };
  roleChanged: { accountId: string };
  joinModerators: { accountId: string; tokenId: string };
  moderatorRoleChanged: { accountId: string };
  /** The offers that wait when it leaves, in the departments the moderator follows. */
  pendingDigest: { accountId: string };
  /** The ARS closed the door to an account, or opened it again: the letter says which holds now. */
  accountSwitched: { accountId: string };
  accountClosed: { structureId: string; by: "owner" | "administrator" | "portal" };
  /** Nobody has used the account for almost two years. */
  accountIdle: { accountId: string; warnedAt: string };
  offerReceived: OfferMailParams;
  offerToModerate: OfferMailParams;
  /** The offers one import submitted: to the moderators, and to who deposited them. */
  offersToModerate: { importId: string };
  offersReceived: { importId: string };
  offerApproved: OfferMailParams;
  offerChangesRequested: OfferMailParams;
  offerRefused: OfferMailParams;
  /** Something the ARS suspended, or no longer suspends (table `suspension`). */
  suspended: { suspensionId: string };
  suspensionLifted: { suspensionId: string };
  /** The ARS made one structure of two: everything of the first is the second's. */
  structuresMerged: { structureId: string; targetId: string };
  /** Whether an address wants to hear of a search. */
  confirmAlert: { alertId: string };
  /** The offers of a search that were published after the one instant, and until the other. */
  newOffers: { alertId: string; since: string; until: string };
  /** To the local referent: a visitor wrote about the offer. */
  messageToReferent: { messageId: string };
  /** To the moderators: a visitor reported a public offer. */
  offerReported: { reportId: string };
  /** What the reminders of that instant were about (table `reminder`). */
  offersReminder: { accountId: string; sentAt: string };
  /** The offers asked about at that instant (table `renewal`). */
  renewalQuestion: { accountId: string; campaign: string; askedAt: string };
}

interface OfferMailParams {
  offerId: string;
  revisionId: string;
}

export type MailKind = keyof MailParams;

/**
 * Who reads a letter. `anyone`: nobody has shown yet that the address is theirs, so the letter
 * carries nothing that someone typed (a stranger could have the portal write to a stranger).
 * `owner`: an account's address, and it leaves only once that account has confirmed it. `agency`:
 * moderators. `asked`: who confirmed an alert, or the referent of an offer that the agency
 * approved.
 */
export type LetterReader = "anyone" | "owner" | "agency" | "asked";

export const letterReaders: Record<MailKind, LetterReader> = {
  confirmAddress: "anyone",
  choosePassword: "anyone",
  passwordChanged: "anyone",
  confirmNewAddress: "anyone",
  addressChangeAsked: "anyone",
  addressTaken: "anyone",
  joinStructure: "anyone",
  joinModerators: "anyone",
  confirmAlert: "anyone",
  accountSwitched: "anyone",
  accountClosed: "anyone",
  accountIdle: "anyone",
  roleChanged: "owner",
  offerReceived: "owner",
  offersReceived: "owner",
  offerApproved: "owner",
  offerChangesRequested: "owner",
  offerRefused: "owner",
  suspended: "owner",
  suspensionLifted: "owner",
  structuresMerged: "owner",
  offersReminder: "owner",
  renewalQuestion: "owner",
  moderatorRoleChanged: "agency",
  pendingDigest: "agency",
  offerToModerate: "agency",
  offersToModerate: "agency",
  offerReported: "agency",
  newOffers: "asked",
  messageToReferent: "asked",
};

/** The last word to someone who leaves: once it is gone, its row keeps no address. */
export const farewells: readonly MailKind[] = ["accountClosed"];

/** A mail ready to leave. */
export interface RenderedMail {
  /** The idempotency key: the id of the mail's row. */
  id: string;
  recipient: string;
  subject: string;
  text: string;
  html: string;
  /** Who an answer goes to; absent, the portal's own address. */
  replyTo?: string;
  /** Such as List-Unsubscribe. */
  headers?: Record<string, string>;
}

/** Facts about the agency that every template shows. */
export interface MailFrame {
  agencyName: string;
  origin: string;
  contactAddress: string;
  /** What the agency may write itself (lib/text). */
  texts: Record<TextCode, string>;
}

/** What a template about someone's place in a structure is given. */
export interface InvitationFacts {
  firstName: string;
  structureName: string;
  role: "administrator" | "editor";
}

/** What a template about a moderator's place is given. */
export interface ModeratorFacts {
  firstName: string;
  role: "administrator" | "moderator";
}

/** What a template about an offer is given. */
export interface OfferFacts {
  title: string;
  structureName: string;
  communeName: string;
  places: number;
  /** When it can host, in words, one sentence per group of months. */
  availability: string[];
  reason: string;
  /** What is asked for about single parts of the offer: name of the part, and the words. */
  remarks: { label: string; words: string }[];
  /** Whether the public sees it when the mail leaves, and why not. */
  standing: OfferStanding;
  link: string;
}

/** What the templates about a suspension are given. */
export interface SuspensionMailFacts {
  thing: SuspendedThing;
  /** The offer's title, or the name of the structure or of the type. */
  name: string;
  message: string;
  /**
   * What the public sees now of the offers it was about, in words; empty where they are many
   * structures'.
   */
  standings: string[];
  link: string;
}

/** What the mail about a report is given. */
export interface ReportMailFacts {
  title: string;
  structureName: string;
  reason: string;
  /** Reports of the offer that nobody has treated yet. */
  waiting: number;
  link: string;
}

/** What the templates about an import are given. */
export interface ImportFacts {
  structureName: string;
  /** Offers that wait for a decision; for their depositor, those that were submitted. */
  count: number;
  link: string;
}

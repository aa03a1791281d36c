import "server-only";
import type { z } from "zod";
import { accountClosed } from "./account-closed";
import { accountIdle } from "./account-idle";
import { accountSwitched } from "./account-switched";
import { addressChangeAsked } from "./address-change-asked";
import { addressTaken } from "./address-taken";
import { choosePassword } from "./choose-password";
import { confirmAddress } from "./confirm-address";
import { confirmAlert } from "./confirm-alert";
import { confirmNewAddress } from "./confirm-new-address";
import { copyOfMessage } from "./copy-of-message";
import type { AnyMail } from "./define-mail";
import { joinModerators } from "./join-moderators";
import { joinStructure } from "./join-structure";
import { messageToReferent } from "./message-to-referent";
import { moderatorRoleChanged } from "./moderator-role-changed";
import { newOffers } from "./new-offers";
import { offerApproved } from "./offer-approved";
import { offerChangesRequested } from "./offer-changes-requested";
import { offerReceived } from "./offer-received";
import { offerRefused } from "./offer-refused";
import { offerReported } from "./offer-reported";
import { offerToModerate } from "./offer-to-moderate";
import { offersReceived } from "./offers-received";
import { offersReminder } from "./offers-reminder";
import { offersToModerate } from "./offers-to-moderate";
import { passwordChanged } from "./password-changed";
import { pendingDigest } from "./pending-digest";
import { renewalQuestion } from "./renewal-question";
import { roleChanged } from "./role-changed";
import { structuresMerged } from "./structures-merged";
import { suspended } from "./suspended";
import { suspensionLifted } from "./suspension-lifted";

/** Every letter the portal writes. */
export const mails = [
  accountClosed,
  accountIdle,
  accountSwitched,
  addressChangeAsked,
  addressTaken,
  choosePassword,
  confirmAddress,
  confirmAlert,
  confirmNewAddress,
  copyOfMessage,
  joinModerators,
  joinStructure,
  messageToReferent,
  moderatorRoleChanged,
  newOffers,
  offerApproved,
  offerChangesRequested,
  offerReceived,
  offerRefused,
  offerReported,
  offerToModerate,
  offersReceived,
  offersReminder,
  offersToModerate,
  passwordChanged,
  pendingDigest,
  renewalQuestion,
  roleChanged,
  structuresMerged,
  suspended,
  suspensionLifted,
] as const;

type Params = { [M in (typeof mails)[number] as M["kind"]]: z.input<M["params"]> };

declare module "@/lib/platform/outbox/kinds" {
  interface MailKinds extends Params {}
}

const byKind: ReadonlyMap<string, AnyMail> = new Map(mails.map((mail) => [mail.kind, mail]));

/** The letter of a kind; null when there is none any more. */
export function mailOf(kind: string): AnyMail | null {
  return byKind.get(kind) ?? null;
}

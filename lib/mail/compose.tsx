/* eslint max-lines: ["error", 420] */
import "server-only";
import type { ReactElement } from "react";
import { linkFor } from "@/lib/account/token";
import { alertFacts, alertToConfirm } from "@/lib/alert/queries";
import { messageFacts } from "@/lib/contact/queries";
import { digestFacts, stopDigestLinks } from "@/lib/moderator/queries/digest";
import { campaignLabel } from "@/lib/offer/campaign";
import { env } from "@/lib/platform/env";
import { idleFacts } from "@/lib/privacy/queries";
import { offersAsked, reminderLines, stopReminderLinks } from "@/lib/reminder/queries";
import { reportFacts } from "@/lib/report/queries";
import { renewalLinks } from "@/lib/renewal/queries";
import { suspensionFacts } from "@/lib/suspension/queries/facts";
import { allTexts } from "@/lib/text/queries";
import {
  addressee,
  importFacts,
  invitationFacts,
  isAccountOpen,
  moderatorFacts,
  offerFacts,
  structureName,
} from "./queries";
import type {
  MailFrame,
  MailKind,
  MailParams,
  OfferFacts,
  RenderedMail,
  SuspensionMailFacts,
} from "./schema";
import * as accountClosed from "./templates/account-closed";
import * as accountSwitched from "./templates/account-switched";
import * as accountIdle from "./templates/account-idle";
import * as addressChangeAsked from "./templates/address-change-asked";
import * as addressTaken from "./templates/address-taken";
import * as choosePassword from "./templates/choose-password";
import * as confirmAlert from "./templates/confirm-alert";
import * as confirmAddress from "./templates/confirm-address";
import * as confirmNewAddress from "./templates/confirm-new-address";
import * as joinModerators from "./templates/join-moderators";
import * as joinStructure from "./templates/join-structure";
import * as messageToReferent from "./templates/message-to-referent";
import * as moderatorRoleChanged from "./templates/moderator-role-changed";
import * as newOffers from "./templates/new-offers";
import * as offerApproved from "./templates/offer-approved";
import * as offerChangesRequested from "./templates/offer-changes-requested";
import * as offerReceived from "./templates/offer-received";
import * as offerRefused from "./templates/offer-refused";
import * as offerReported from "./templates/offer-reported";
import * as offerToModerate from "./templates/offer-to-moderate";
import * as offersReminder from "./templates/offers-reminder";
import * as offersReceived from "./templates/offers-received";
import * as offersToModerate from "./templates/offers-to-moderate";
import * as passwordChanged from "./templates/password-changed";
import * as pendingDigest from "./templates/pending-digest";
import * as roleChanged from "./templates/role-changed";
import * as renewalQuestion from "./templates/renewal-question";
import * as structuresMerged from "./templates/structures-merged";
import * as suspended from "./templates/suspended";
import * as suspensionLifted from "./templates/suspension-lifted";

interface Composed {
  subject: string;
  body: ReactElement;
  replyTo?: string;
  headers?: Record<string, string>;
}

type Composers = {
  [K in MailKind]: (params: MailParams[K], frame: MailFrame) => Promise<Composed | null>;
};

const composers: Composers = {
  confirmAddress: async ({ accountId, tokenId }, frame) => {
    if (!(await addressee(accountId))) return null;
    const link = linkFor({ id: tokenId, purpose: "confirmAddress" });
    return {
      subject: confirmAddress.subject(),
      body: <confirmAddress.ConfirmAddress link={link} frame={frame} />,
    };
  },
  choosePassword: async ({ accountId, tokenId }, frame) => {
    if (!(await addressee(accountId))) return null;
    const link = linkFor({ id: tokenId, purpose: "choosePassword" });
    return {
      subject: choosePassword.subject(),
      body: <choosePassword.ChoosePassword link={link} frame={frame} />,
    };
  },
  passwordChanged: async ({ accountId }, frame) => {
    if (!(await addressee(accountId))) return null;
    const link = `${frame.origin}/mot-de-passe`;
    return {
      subject: passwordChanged.subject(),
      body: <passwordChanged.PasswordChanged link={link} frame={frame} />,
    };
  },
  confirmNewAddress: async ({ accountId, tokenId }, frame) => {
    if (!(await addressee(accountId))) return null;
    const link = linkFor({ id: tokenId, purpose: "changeAddress" });
    return {
      subject: confirmNewAddress.subject(),
      body: <confirmNewAddress.ConfirmNewAddress link={link} frame={frame} />,
    };
  },
  addressChangeAsked: async ({ accountId }, frame) => {
    if (!(await addressee(accountId))) return null;
    const link = `${frame.origin}/mot-de-passe`;
    return {
      subject: addressChangeAsked.subject(),
      body: <addressChangeAsked.AddressChangeAsked link={link} frame={frame} />,
    };
  },
  addressTaken: async ({ accountId }, frame) => {
    if (!(await addressee(accountId))) return null;
    const link = `${frame.origin}/connexion`;
    return {
      subject: addressTaken.subject(),
      body: <addressTaken.AddressTaken link={link} frame={frame} />,
    };
  },
  joinStructure: async ({ accountId, tokenId }, frame) => {
    const facts = await invitationFacts(accountId);
    if (!facts) return null;
    const link = linkFor({ id: tokenId, purpose: "joinStructure" });
    return {
      subject: joinStructure.subject(),
      body: <joinStructure.JoinStructure role={facts.role} link={link} frame={frame} />,
    };
  },
  roleChanged: async ({ accountId }, frame) => {
    const facts = await invitationFacts(accountId);
    if (!facts) return null;
    return {
      subject: roleChanged.subject(facts),
      body: <roleChanged.RoleChanged {...facts} link={`${frame.origin}/espace`} frame={frame} />,
    };
  },
  joinModerators: async ({ accountId, tokenId }, frame) => {
    const facts = await moderatorFacts(accountId);
    if (!facts) return null;
    const link = linkFor({ id: tokenId, purpose: "joinModerators" });
    return {
      subject: joinModerators.subject(),
      body: <joinModerators.JoinModerators role={facts.role} link={link} frame={frame} />,
    };
  },
  moderatorRoleChanged: async ({ accountId }, frame) => {
    const facts = await moderatorFacts(accountId);
    return (
      facts && {
        subject: moderatorRoleChanged.subject(),
        body: (
          <moderatorRoleChanged.ModeratorRoleChanged
            {...facts}
            link={`${frame.origin}/admin`}
            frame={frame}
          />
        ),
      }
    );
  },
  pendingDigest: async ({ accountId }, frame) => {
    const facts = await digestFacts(accountId);
    if (!facts) return null;
    const stop = stopDigestLinks(accountId);
    const body = <pendingDigest.PendingDigest {...facts} stopLink={stop.page} frame={frame} />;
    return { subject: pendingDigest.subject(facts), body, headers: unsubscribe(stop.oneClick) };
  },
  accountClosed: async ({ structureId, by }, frame) => {
    if ((await structureName(structureId)) === null) return null;
    return {
      subject: accountClosed.subject(),
      body: <accountClosed.AccountClosed by={by} frame={frame} />,
    };
  },
  accountSwitched: async ({ accountId }, frame) => {
    const open = await isAccountOpen(accountId);
    if (open === null) return null;
    const facts = { open };
    return {
      subject: accountSwitched.subject(facts),
      body: (
        <accountSwitched.AccountSwitched
          {...facts}
          link={`${frame.origin}/connexion`}
          frame={frame}
        />
      ),
    };
  },
  accountIdle: async ({ accountId, warnedAt }, frame) => {
    const facts = await idleFacts(accountId, new Date(warnedAt));
    return (
      facts && {
        subject: accountIdle.subject(facts),
        body: <accountIdle.AccountIdle {...facts} frame={frame} />,
      }
    );
  },
  offerReceived: aboutOffer("espace", offerReceived.subject, offerReceived.OfferReceived),
  offerToModerate: aboutOffer("admin", offerToModerate.subject, offerToModerate.OfferToModerate),
  offersToModerate: async ({ importId }, frame) => {
    const facts = await importFacts(importId, "admin");
    return (
      facts && {
        subject: offersToModerate.subject(facts),
        body: <offersToModerate.OffersToModerate facts={facts} frame={frame} />,
      }
    );
  },
  offersReceived: async ({ importId }, frame) => {
    const facts = await importFacts(importId, "espace");
    return (
      facts && {
        subject: offersReceived.subject(facts),
        body: <offersReceived.OffersReceived facts={facts} frame={frame} />,
      }
    );
  },
  offerApproved: aboutOffer("espace", offerApproved.subject, offerApproved.OfferApproved),
  offerChangesRequested: aboutOffer(
    "espace",
    offerChangesRequested.subject,
    offerChangesRequested.OfferChangesRequested,
  ),
  offerRefused: aboutOffer("espace", offerRefused.subject, offerRefused.OfferRefused),
  suspended: aboutSuspension(suspended.subject, suspended.Suspended),
  suspensionLifted: aboutSuspension(suspensionLifted.subject, suspensionLifted.SuspensionLifted),
  structuresMerged: async ({ structureId, targetId }, frame) => {
    const [from, into] = await Promise.all([structureName(structureId), structureName(targetId)]);
    if (from === null || into === null) return null;
    return {
      subject: structuresMerged.subject({ from, into }),
      body: (
        <structuresMerged.StructuresMerged
          from={from}
          into={into}
          link={`${frame.origin}/espace`}
          frame={frame}
        />
      ),
    };
  },
  confirmAlert: async ({ alertId }, frame) => {
    const facts = await alertToConfirm(alertId);
    return (
      facts && {
        subject: confirmAlert.subject(),
        body: <confirmAlert.ConfirmAlert {...facts} frame={frame} />,
      }
    );
  },
  newOffers: async ({ alertId, since, until }, frame) => {
    const facts = await alertFacts(alertId, { since: new Date(since), until: new Date(until) });
    if (!facts) return null;
    const { stopPage, oneClick, ...offers } = facts;
    return {
      subject: newOffers.subject(offers),
      body: <newOffers.NewOffers {...offers} stopLink={stopPage} frame={frame} />,
      headers: unsubscribe(oneClick),
    };
  },
  messageToReferent: async ({ messageId }, frame) => {
    const facts = await messageFacts(messageId);
    return (
      facts && {
        subject: messageToReferent.subject(facts),
        body: <messageToReferent.MessageToReferent facts={facts} frame={frame} />,
        replyTo: facts.email,
      }
    );
  },
  offerReported: async ({ reportId }, frame) => {
    const facts = await reportFacts(reportId);
    return (
      facts && {
        subject: offerReported.subject(facts),
        body: <offerReported.OfferReported facts={facts} frame={frame} />,
      }
    );
  },
  offersReminder: async ({ accountId, sentAt }, frame) => {
    const [person, offers] = await Promise.all([
      addressee(accountId),
      reminderLines(accountId, new Date(sentAt)),
    ]);
    if (!person || offers.length === 0) return null;
    const stop = stopReminderLinks(accountId);
    const body = (
      <offersReminder.OffersReminder
        {...person}
        offers={offers}
        stopLink={stop.page}
        frame={frame}
      />
    );
    return {
      subject: offersReminder.subject({ offers }),
      body,
      headers: unsubscribe(stop.oneClick),
    };
  },
  renewalQuestion: async ({ accountId, campaign, askedAt }, frame) => {
    const asked = await offersAsked(accountId, Number(campaign), new Date(askedAt));
    const [person, offers] = await Promise.all([
      addressee(accountId),
      renewalLinks(asked, Number(campaign)),
    ]);
    if (!person || offers.length === 0) return null;
    const stop = stopReminderLinks(accountId);
    const props = {
      ...person,
      offers,
      campaign: campaignLabel(Number(campaign)),
      stopLink: stop.page,
    };
    return {
      subject: renewalQuestion.subject(props),
      body: <renewalQuestion.RenewalQuestion {...props} frame={frame} />,
      headers: unsubscribe(stop.oneClick),
    };
  },
};

/** Lets mail programs offer the end of the reminders themselves (RFC 8058). */
function unsubscribe(link: string): Record<string, string> {
  return { "List-Unsubscribe": `<${link}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}

function aboutOffer(
  space: "espace" | "admin",
  subject: (offer: OfferFacts) => string,
  Body: (props: { offer: OfferFacts; frame: MailFrame }) => ReactElement,
) {
  return async (
    params: { offerId: string; revisionId: string },
    frame: MailFrame,
  ): Promise<Composed | null> => {
    const offer = await offerFacts(params.offerId, params.revisionId, space);
    return offer && { subject: subject(offer), body: <Body offer={offer} frame={frame} /> };
  };
}

function aboutSuspension(
  subject: (facts: SuspensionMailFacts) => string,
  Body: (props: { facts: SuspensionMailFacts; frame: MailFrame }) => ReactElement,
) {
  return async (
    { suspensionId }: { suspensionId: string },
    frame: MailFrame,
  ): Promise<Composed | null> => {
    const found = await suspensionFacts(suspensionId);
    if (!found) return null;
    const { offerId, ...facts } = found;
    const about = {
      ...facts,
      link: offerId ? `${frame.origin}/espace/offres/${offerId}` : `${frame.origin}/espace`,
    };
    return { subject: subject(about), body: <Body facts={about} frame={frame} /> };
  };
}

export function isMailKind(kind: string): kind is MailKind {
  return Object.hasOwn(composers, kind);
}

/**
 * Writes a mail from current data.
 * @returns null when what it tells of no longer exists
 */
export async function compose<K extends MailKind>(
  kind: K,
  params: MailParams[K],
): Promise<Omit<RenderedMail, "id" | "recipient"> | null> {
  const frame = {
    agencyName: env.agency.agencyName,
    origin: env.origin,
    contactAddress: env.agency.contactAddress,
    texts: await allTexts(),
  };
  const composed = await composers[kind](params, frame);
  if (!composed) return null;
  // Loaded here only: it brings react-dom/server, which pages must not carry.
  const { render } = await import("@react-email/render");
  const [html, text] = await Promise.all([
    render(composed.body),
    render(composed.body, { plainText: true }),
  ]);
  return {
    subject: composed.subject,
    html,
    text,
    ...(composed.replyTo ? { replyTo: composed.replyTo } : {}),
    ...(composed.headers ? { headers: composed.headers } : {}),
  };
}

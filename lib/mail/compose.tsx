import "server-only";
import type { ReactElement } from "react";
import { linkFor } from "@/lib/account/token";
import { env } from "@/lib/platform/env";
import { addressee, importFacts, offerFacts } from "./queries";
import type { MailFrame, MailKind, MailParams, OfferFacts } from "./schema";
import * as choosePassword from "./templates/choose-password";
import * as confirmAddress from "./templates/confirm-address";
import * as offerApproved from "./templates/offer-approved";
import * as offerChangesRequested from "./templates/offer-changes-requested";
import * as offerReceived from "./templates/offer-received";
import * as offerRefused from "./templates/offer-refused";
import * as offerToModerate from "./templates/offer-to-moderate";
import * as offersToModerate from "./templates/offers-to-moderate";
import * as passwordChanged from "./templates/password-changed";

interface Composed {
  subject: string;
  body: ReactElement;
}

type Composers = { [K in MailKind]: (params: MailParams[K], frame: MailFrame) => Promise<Composed | null> };

const composers: Composers = {
  confirmAddress: async ({ accountId, tokenId }, frame) => {
    const person = await addressee(accountId);
    if (!person) return null;
    const link = linkFor({ id: tokenId, purpose: "confirmAddress" });
    return { subject: confirmAddress.subject(), body: <confirmAddress.ConfirmAddress {...person} link={link} frame={frame} /> };
  },
  choosePassword: async ({ accountId, tokenId }, frame) => {
    const person = await addressee(accountId);
    if (!person) return null;
    const link = linkFor({ id: tokenId, purpose: "choosePassword" });
    return { subject: choosePassword.subject(), body: <choosePassword.ChoosePassword {...person} link={link} frame={frame} /> };
  },
  passwordChanged: async ({ accountId }, frame) => {
    const person = await addressee(accountId);
    if (!person) return null;
    const link = `${frame.origin}/mot-de-passe`;
    return { subject: passwordChanged.subject(), body: <passwordChanged.PasswordChanged {...person} link={link} frame={frame} /> };
  },
  offerReceived: aboutOffer("espace", offerReceived.subject, offerReceived.OfferReceived),
  offerToModerate: aboutOffer("admin", offerToModerate.subject, offerToModerate.OfferToModerate),
  offersToModerate: async ({ importId }, frame) => {
    const facts = await importFacts(importId);
    return facts && { subject: offersToModerate.subject(facts), body: <offersToModerate.OffersToModerate facts={facts} frame={frame} /> };
  },
  offerApproved: aboutOffer("espace", offerApproved.subject, offerApproved.OfferApproved),
  offerChangesRequested: aboutOffer("espace", offerChangesRequested.subject, offerChangesRequested.OfferChangesRequested),
  offerRefused: aboutOffer("espace", offerRefused.subject, offerRefused.OfferRefused),
};

function aboutOffer(
  space: "espace" | "admin",
  subject: (offer: OfferFacts) => string,
  Body: (props: { offer: OfferFacts; frame: MailFrame }) => ReactElement,
) {
  return async (params: { offerId: string; revisionId: string }, frame: MailFrame): Promise<Composed | null> => {
    const offer = await offerFacts(params.offerId, params.revisionId, space);
    return offer && { subject: subject(offer), body: <Body offer={offer} frame={frame} /> };
  };
}

export function isMailKind(kind: string): kind is MailKind {
  return Object.hasOwn(composers, kind);
}

/**
 * Writes a mail from current data.
 * @returns null when what it tells of no longer exists
 */
export async function compose<K extends MailKind>(kind: K, params: MailParams[K]): Promise<{ subject: string; text: string; html: string } | null> {
  const frame = { agencyName: env.agency.agencyName, origin: env.origin, contactAddress: env.agency.contactAddress };
  const composed = await composers[kind](params, frame);
  if (!composed) return null;
  // Loaded here only: it brings react-dom/server, which pages must not carry.
  const { render } = await import("@react-email/render");
  const [html, text] = await Promise.all([render(composed.body), render(composed.body, { plainText: true })]);
  return { subject: composed.subject, html, text };
}

import { eq } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { vocabularyTerm } from "@/db/schema/vocabulary";
import { offer } from "@/lib/offer/content/tables";
import { saveDraft } from "@/lib/offer/draft/commands/save-draft";
import { submitOffer } from "@/lib/offer/draft/commands/submit-offer";
import { decideOffer } from "@/lib/offer/lifecycle/commands/decide-offer";
import {
  type OfferSort,
  type OfferView,
  type OwnOfferDto,
  ownOfferPage,
} from "@/lib/offer/view/queries/own-offers";
import { inviteModerator } from "@/lib/people/account/commands/links";
import { register } from "@/lib/people/account/commands/register";
import type { Viewer } from "@/lib/platform/access/policy";
import { viewerOf } from "@/lib/platform/access/session";
import { db } from "@/lib/platform/database/client";
import { newId } from "@/lib/platform/values/id";

export type Offeror = Extract<Viewer, { kind: "offeror" }>;

let made = 0;

export async function termId(
  kind: "theme" | "audience" | "structureType" | "siteType",
  label: string,
): Promise<string> {
  const rows = await db.select().from(vocabularyTerm).where(eq(vocabularyTerm.label, label));
  return rows.find((row) => row.kind === kind)?.id ?? "";
}

/** A structure and its administrator, signed in, made by the real command. */
export async function newOfferor(options: { confirmed?: boolean } = {}): Promise<Offeror> {
  made += 1;
  const registered = await register(
    {
      name: `Structure ${made}`,
      street: "1 rue de la Gare",
      postcode: "88000",
      commune: "88160",
      typeId: await termId("structureType", "Collège"),
      representativeName: "Jeanne Mougin",
      representativeFunction: "Principale",
    },
    {
      lastName: "Martin",
      firstName: "Claire",
      function: "Infirmière",
      phone: "+33329000000",
      email: `claire${made}@exemple.fr`,
      password: "Prevention1",
    },
  );
  if (!registered.ok) throw new Error(registered.code);
  const viewer = await viewerOf(registered.data.sessionId);
  if (viewer.kind !== "offeror") throw new Error("not signed in");
  if (!(options.confirmed ?? true)) return viewer;
  await db
    .update(account)
    .set({ emailConfirmedAt: new Date() })
    .where(eq(account.id, viewer.accountId));
  return { ...viewer, addressConfirmed: true };
}

export type Moderator = Extract<Viewer, { kind: "moderator" }>;

export async function newModerator(role: Moderator["role"] = "moderator"): Promise<Moderator> {
  made += 1;
  const email = `moderation${made}@ars.exemple.fr`;
  await inviteModerator({ email });
  const [row] = await db
    .update(account)
    .set({ passwordHash: "x", portalAdministrator: role === "administrator" })
    .where(eq(account.email, email))
    .returning();
  return { kind: "moderator", accountId: row?.id ?? "", sessionId: newId(), role, name: "" };
}

/** Page 1 of the deposit with the tutorial's example. */
export async function informationValues(): Promise<Record<string, string | string[]>> {
  return {
    title: "Prévention de l’obésité",
    themeIds: [await termId("theme", "Alimentation / Nutrition")],
    audienceIds: [await termId("audience", "Tout public")],
    places: "5",
    description: "",
    months: ["3", "4"],
    slots: ["3:monday-am", "4:monday-am"],
    support: ["catering"],
  };
}

/** A whole draft, ready to submit. */
export async function newDraft(
  viewer: Offeror,
  changes: Record<string, string | string[]> = {},
): Promise<string> {
  const offerId = newId();
  const information = { ...(await informationValues()), ...changes };
  const site = {
    siteName: "Structure",
    siteStreet: "1 rue de la Gare",
    sitePostcode: "88000",
    siteCommune: "88160",
    siteTypeId: await termId("siteType", "Milieu scolaire"),
    referentName: "Paul Klein",
    referentFunction: "CPE",
    referentPhone: "03 29 00 00 01",
    referentEmail: "canary-referent@exemple.fr",
    ...changes,
  };
  for (const [page, values] of [
    ["informations", information],
    ["terrain", site],
  ] as const) {
    const saved = await saveDraft(viewer, { offerId, page, values });
    if (!saved.ok) throw new Error(saved.code);
  }
  return offerId;
}

export async function rowOf(offerId: string) {
  const [row] = await db.select().from(offer).where(eq(offer.id, offerId));
  if (!row) throw new Error("no such offer");
  return row;
}

/**
 * An offer that waits for the ARS. One of an account whose address is not confirmed is from before
 * submissions waited for that.
 */
export async function submitted(viewer: Offeror, publishOnApproval = true): Promise<string> {
  const offerId = await newDraft(viewer);
  const { version } = await rowOf(offerId);
  const own = eq(account.id, viewer.accountId);
  const [before] = await db.select({ at: account.emailConfirmedAt }).from(account).where(own);
  await db.update(account).set({ emailConfirmedAt: new Date() }).where(own);
  const outcome = await submitOffer(viewer, { offerId, version, publishOnApproval });
  await db
    .update(account)
    .set({ emailConfirmedAt: before?.at ?? null })
    .where(own);
  if (!outcome.ok) throw new Error(outcome.code);
  return offerId;
}

/** An offer that a moderator decided on. */
export async function decided(
  viewer: Offeror,
  decision: "approve" | "requestChanges" | "refuse",
  publishOnApproval = true,
): Promise<string> {
  const [moderator, offerId] = [await newModerator(), await submitted(viewer, publishOnApproval)];
  const { currentRevisionId } = await rowOf(offerId);
  const outcome = await decideOffer(moderator, {
    offerId,
    revisionId: currentRevisionId ?? "",
    decision,
    reason: decision === "approve" ? "" : "Précisez le rôle des étudiants.",
  });
  if (!outcome.ok) throw new Error(outcome.code);
  return offerId;
}

export function approved(viewer: Offeror, publishOnApproval = true): Promise<string> {
  return decided(viewer, "approve", publishOnApproval);
}

/** An offer of these words, approved and published. @returns its reference */
export async function published(
  owner: Offeror,
  moderator: Moderator,
  changes: Record<string, string | string[]>,
): Promise<string> {
  const offerId = await newDraft(owner, changes);
  const { version } = await rowOf(offerId);
  const sent = await submitOffer(owner, { offerId, version, publishOnApproval: true });
  if (!sent.ok) throw new Error(sent.code);
  const { currentRevisionId, reference } = await rowOf(offerId);
  const outcome = await decideOffer(moderator, {
    offerId,
    revisionId: currentRevisionId ?? "",
    decision: "approve",
    reason: "",
  });
  if (!outcome.ok) throw new Error(outcome.code);
  return reference;
}

/** What the first page of «Mes offres» lists. */
export async function ownOffers(
  viewer: Viewer,
  sort: OfferSort,
  view: OfferView = "live",
): Promise<OwnOfferDto[]> {
  return (await ownOfferPage(viewer, sort, view)).offers;
}

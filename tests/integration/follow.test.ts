import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { searchAlert } from "@/db/schema/alert";
import { catalogueWord } from "@/db/schema/catalogue";
import { offerMessage } from "@/db/schema/contact";
import { mail } from "@/db/schema/mail";
import { confirmAlert, endAlert } from "@/lib/alert/commands/answer-alert";
import { askAlert } from "@/lib/alert/commands/ask-alert";
import { tellAlerts } from "@/lib/alert/commands/tell-alerts";
import { alertBehind, alertLinks } from "@/lib/alert/queries";
import { publicOfferByReference } from "@/lib/catalogue/queries/offer";
import { neighboursOf } from "@/lib/catalogue/queries/neighbours";
import { writeToStructure } from "@/lib/contact/commands/write-to-structure";
import { compose } from "@/lib/mail/compose";
import { moveOffer } from "@/lib/offer/commands/move-offer";
import { shiftClock } from "@/lib/platform/clock";
import { purgeTraces } from "@/lib/privacy/commands/purge-traces";
import { searched } from "../support/catalogue";
import { approved, newOfferor, type Offeror, rowOf } from "../support/people";

const day = 86_400_000;
let made = 0;
const newAddress = () => `suivi${(made += 1)}@exemple.fr`;
const tokenOf = (id: string) => alertLinks(id).page.split("/").at(-1) ?? "";
const alertsOf = (email: string) => db.select().from(searchAlert).where(eq(searchAlert.email, email));
const mailsTo = async (recipient: string, kind: "confirmAlert" | "newOffers" | "messageToReferent") => (await db.select().from(mail).where(eq(mail.recipient, recipient))).filter((row) => row.kind === kind);

async function following(recherche: string): Promise<{ email: string; token: string }> {
  const email = newAddress();
  await askAlert({ recherche, email });
  const token = tokenOf((await alertsOf(email))[0]?.id ?? "");
  expect(await confirmAlert(token)).toMatchObject({ ok: true });
  return { email, token };
}

let owner: Offeror;
beforeAll(async () => {
  owner = await newOfferor();
});
beforeEach(() => shiftClock(0));

describe("an alert", () => {
  it("writes one mail and nothing else before its link is followed, and says the same to who asks twice", async () => {
    const email = newAddress();
    const answers = [await askAlert({ recherche: "q=obésité&departement=88", email }), await askAlert({ recherche: "departement=88&q=obésité", email })];
    expect(answers[0]).toEqual(answers[1]);
    expect(await alertsOf(email)).toHaveLength(1);
    await approved(owner);
    await tellAlerts();
    expect(await mailsTo(email, "newOffers")).toHaveLength(0);
    const [asked] = await mailsTo(email, "confirmAlert");
    expect((await compose("confirmAlert", asked?.params as { alertId: string }))?.text).toContain("« obésité »");
  });

  it("tells each new offer once, whoever else looks, and only those that match", async () => {
    const [here, elsewhere] = [await following("departement=88"), await following("departement=67")];
    shiftClock(1000);
    const { reference } = await rowOf(await approved(owner));
    shiftClock(2000);
    await Promise.all([tellAlerts(), tellAlerts(), tellAlerts()]);
    await tellAlerts();
    const told = await mailsTo(here.email, "newOffers");
    expect(told).toHaveLength(1);
    expect(await mailsTo(elsewhere.email, "newOffers")).toHaveLength(0);
    const composed = await compose("newOffers", told[0]?.params as { alertId: string; since: string });
    expect(composed?.text).toContain(`/offres/${reference}`);
    expect(composed?.headers?.["List-Unsubscribe"]).toContain(`/api/alerte/${here.token}`);
    expect(composed?.text).not.toMatch(/canary|claire/i);
  });

  it("says nothing of an offer that is out of sight when the mail leaves", async () => {
    const { email } = await following("departement=88&q=obésité");
    shiftClock(1000);
    const offerId = await approved(await newOfferor());
    shiftClock(2000);
    await tellAlerts();
    const [told] = await mailsTo(email, "newOffers");
    await moveOffer(owner, offerId, "unpublish");
    await db.delete(searchAlert).where(eq(searchAlert.email, email));
    expect(await compose("newOffers", told?.params as { alertId: string; since: string })).toBeNull();
  });

  it("ends by its link, keeping nothing; a forged link does nothing", async () => {
    const { email, token } = await following("mois=3");
    expect(await endAlert(`${token}x`)).toMatchObject({ ok: false, code: "linkUnknown" });
    expect(await alertsOf(email)).toHaveLength(1);
    expect(await endAlert(token)).toMatchObject({ ok: true });
    expect(await alertsOf(email)).toEqual([]);
    expect(await alertBehind(token)).toBeNull();
    expect(await endAlert(token)).toMatchObject({ ok: true });
    expect(await confirmAlert(token)).toMatchObject({ ok: false });
  });

  it("that nobody confirms is forgotten after a week; one that is confirmed stays", async () => {
    const [email, kept] = [newAddress(), (await following("mois=4")).email];
    await askAlert({ recherche: "mois=4", email });
    shiftClock(8 * day);
    await purgeTraces();
    expect([await alertsOf(email), (await alertsOf(kept)).length]).toEqual([[], 1]);
  });

  it("is asked for five times a day at most by one address", async () => {
    const email = newAddress();
    for (let turn = 0; turn < 5; turn++) expect(await askAlert({ recherche: `mois=${turn + 1}`, email })).toMatchObject({ ok: true });
    expect(await askAlert({ recherche: "mois=9", email })).toMatchObject({ ok: false, code: "tooManyAlerts" });
  });
});

describe("a message to the structure of an offer", () => {
  const message = (reference: string) => ({ reference, name: "Inès Morel", email: newAddress(), establishment: "IFSI d’Épinal", words: "Est-ce possible à deux ?" });

  it("goes to the local referent, whose answer goes to who wrote; neither address is in the other's page", async () => {
    const { reference, id } = await rowOf(await approved(await newOfferor()));
    const written = message(reference);
    expect(await writeToStructure(written)).toMatchObject({ ok: true });
    const [row] = await db.select().from(offerMessage).where(eq(offerMessage.offerId, id));
    const sent = (await mailsTo("canary-referent@exemple.fr", "messageToReferent")).find(({ params }) => (params as { messageId: string }).messageId === row?.id);
    const composed = await compose("messageToReferent", sent?.params as { messageId: string });
    expect(composed).toMatchObject({ replyTo: written.email });
    expect(composed?.text).toContain("Est-ce possible à deux ?");
    expect(JSON.stringify(await publicOfferByReference(reference))).not.toMatch(/canary|claire|Paul Klein/);
  });

  it("is not taken for what is out of sight, nor more than ten times an hour, and is forgotten after a year", async () => {
    const viewer = await newOfferor();
    const offerId = await approved(viewer);
    const { reference } = await rowOf(offerId);
    for (let turn = 0; turn < 10; turn++) expect(await writeToStructure(message(reference))).toMatchObject({ ok: true });
    expect(await writeToStructure(message(reference))).toMatchObject({ ok: false, code: "tooManyMessages" });
    await moveOffer(viewer, offerId, "unpublish");
    expect(await writeToStructure(message(reference))).toMatchObject({ ok: false, code: "notFound" });
    expect(await writeToStructure(message("0000-0000"))).toMatchObject({ ok: false, code: "notFound" });
    shiftClock(370 * day);
    await purgeTraces();
    expect(await db.$count(offerMessage, eq(offerMessage.offerId, offerId))).toBe(0);
  });
});

describe("the words of the catalogue", () => {
  it("are forgotten in the night after the last offer that had them left", async () => {
    const viewer = await newOfferor();
    const offerId = await approved(viewer);
    const known = async () => (await db.select().from(catalogueWord)).map(({ word }) => word);
    await db.insert(catalogueWord).values({ word: "zygomatique" });
    await purgeTraces();
    expect(await known()).toContain("obesite");
    expect(await known()).not.toContain("zygomatique");
    // A word that only stands in the list is proposed to nobody.
    await db.insert(catalogueWord).values({ word: "zygomatique" });
    const mistyped = await searched({ q: "zigomatique" });
    expect([mistyped.page.offers.length, [...mistyped.meant.keys()]]).toEqual([0, ["zigomatique"]]);
    await moveOffer(viewer, offerId, "unpublish");
  });
});

describe("beside an offer", () => {
  it("stand others around it and others like it, none twice and never itself", async () => {
    const references: string[] = [];
    for (let turn = 0; turn < 7; turn++) references.push((await rowOf(await approved(owner))).reference);
    const offer = await publicOfferByReference(references[0] ?? "");
    const { near, alike } = offer ? await neighboursOf(offer) : { near: [], alike: [] };
    expect(near).toHaveLength(4);
    expect(alike.length).toBeGreaterThan(0);
    const all = [...near, ...alike].map(({ reference }) => reference);
    expect(new Set(all).size).toBe(all.length);
    expect(all).not.toContain(references[0]);
    expect(near.every(({ kilometres }) => kilometres === 0)).toBe(true);
  });
});

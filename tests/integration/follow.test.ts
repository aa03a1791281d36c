import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { account } from "@/db/schema/account";
import { searchAlert } from "@/db/schema/alert";
import { catalogueWord } from "@/db/schema/catalogue";
import { offerMessage } from "@/db/schema/contact";
import { mail, mailboxMessage } from "@/db/schema/mail";
import { suspension } from "@/db/schema/suspension";
import { liftSuspension, suspend } from "@/lib/agency/suspension/commands/suspend";
import { confirmAlert, endAlert } from "@/lib/catalogue/alert/commands/answer-alert";
import { sendAlerts } from "@/lib/catalogue/alert/commands/send-alerts";
import { subscribeAlert } from "@/lib/catalogue/alert/commands/subscribe-alert";
import {
  alertLinks,
  alertOfLink,
  newOffersFor,
  searchToFollow,
} from "@/lib/catalogue/alert/queries";
import { writeToStructure } from "@/lib/catalogue/contact/commands/write-to-structure";
import { neighboursOf } from "@/lib/catalogue/search/queries/neighbours";
import { compose, deliverMail } from "@/lib/mails/compose";
import { newOffers } from "@/lib/mails/new-offers";
import { submitOffer } from "@/lib/offer/draft/commands/submit-offer";
import { decideOffer } from "@/lib/offer/lifecycle/commands/decide-offer";
import { moveOffer } from "@/lib/offer/lifecycle/commands/move-offer";
import { publicOfferByReference } from "@/lib/offer/projection/queries/public-offer";
import { confirmAddress } from "@/lib/people/account/commands/links";
import { createToken } from "@/lib/people/account/commands/tokens";
import { purgeTraces } from "@/lib/people/privacy/commands/purge-traces";
import { closeAccount } from "@/lib/people/profile/commands/close-account";
import { db } from "@/lib/platform/database/client";
import { now, shiftClock } from "@/lib/platform/values/clock";
import { quoted } from "@/lib/platform/values/french";
import { linkFor } from "@/lib/platform/visitor/token";
import { elsewhere, messageTo } from "../support/callers";
import { copyOffer, searched } from "../support/catalogue";
import { newColleague } from "../support/colleagues";
import {
  approved,
  newDraft,
  newModerator,
  newOfferor,
  type Offeror,
  ownOffers,
  rowOf,
  submitted,
} from "../support/people";

const minute = 60_000;
const day = 86_400_000;
type Told = { alertId: string; since: string; until: string };
let made = 0;
const newAddress = () => `suivi${(made += 1)}@exemple.fr`;
const tokenOf = (id: string) => alertLinks(id).page.split("/").at(-1) ?? "";
const alertsOf = (email: string) =>
  db.select().from(searchAlert).where(eq(searchAlert.email, email));
const mailsTo = async (
  recipient: string,
  kind: "confirmAlert" | "newOffers" | "messageToReferent" | "copyOfMessage",
) =>
  (await db.select().from(mail).where(eq(mail.recipient, recipient))).filter(
    (row) => row.kind === kind,
  );

async function following(recherche: string): Promise<{ email: string; token: string }> {
  const email = newAddress();
  await subscribeAlert({ recherche, email });
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
  it(
    "writes one mail and nothing else before its link is followed, and says the same to " +
      "who asks twice",
    async () => {
      const email = newAddress();
      const answers = [
        await subscribeAlert({ recherche: "q=obésité&departement=88", email }),
        await subscribeAlert({ recherche: "departement=88&q=obésité", email }),
      ];
      expect(answers[0]).toEqual(answers[1]);
      expect(await alertsOf(email)).toHaveLength(1);
      await approved(owner);
      await sendAlerts();
      expect(await mailsTo(email, "newOffers")).toHaveLength(0);
      const [asked] = await mailsTo(email, "confirmAlert");
      const letter = (await compose("confirmAlert", asked?.params as { alertId: string }))?.text;
      expect(letter).toContain("Vosges");
      expect(letter).not.toMatch(/obésité/i);
    },
  );

  it.each(["q=obésité", "lieu=Épinal", "q=obésité&lieu=Épinal&rayon=10"])(
    "on %s says that it is on something, and nothing that was typed",
    async (recherche) => {
      const email = newAddress();
      await subscribeAlert({ recherche, email });
      const [asked] = await mailsTo(email, "confirmAlert");
      const letter = await compose("confirmAlert", asked?.params as { alertId: string });
      expect(letter?.html).toContain("Une recherche d’offres de stage");
      expect(letter?.text.replaceAll(/\s+/g, " ")).toContain("qui répondent à une recherche.");
      expect(letter?.html).not.toMatch(/obésité|pinal|toutes les offres/i);
    },
  );

  it("tells each new offer once, whoever else looks, and only those that match", async () => {
    const [here, elsewhere] = [
      await following("departement=88"),
      await following("departement=67"),
    ];
    shiftClock(1000);
    const { reference } = await rowOf(await approved(owner));
    shiftClock(2 * minute);
    await Promise.all([sendAlerts(), sendAlerts(), sendAlerts()]);
    await sendAlerts();
    const told = await mailsTo(here.email, "newOffers");
    expect(told).toHaveLength(1);
    expect(await mailsTo(elsewhere.email, "newOffers")).toHaveLength(0);
    const composed = await compose("newOffers", told[0]?.params as Told);
    expect(composed?.text).toContain(`/offres/${reference}`);
    expect(composed?.headers?.["List-Unsubscribe"]).toContain(`/api/alerte/${here.token}`);
    expect(composed?.text).not.toMatch(/canary|claire/i);
  });

  it("that a clock years ahead told of misses nothing from when the clock is right", async () => {
    const { email } = await following("departement=88");
    shiftClock(1000);
    await approved(owner);
    shiftClock(4 * 365 * day);
    await sendAlerts();
    const told = async () => (await mailsTo(email, "newOffers")).length;
    expect(await told()).toBe(1);
    shiftClock(10 * minute);
    await approved(owner);
    for (const days of [1, 2]) {
      shiftClock(days * day);
      await sendAlerts();
      expect(await told()).toBe(2);
    }
  });

  it("says nothing of an offer that is out of sight when the mail leaves", async () => {
    const { email } = await following("departement=88&q=obésité");
    shiftClock(1000);
    const offerId = await approved(await newOfferor());
    shiftClock(2 * minute);
    await sendAlerts();
    const [told] = await mailsTo(email, "newOffers");
    await moveOffer(owner, offerId, "unpublish");
    await db.delete(searchAlert).where(eq(searchAlert.email, email));
    expect(await compose("newOffers", told?.params as Told)).toBeNull();
  });

  it("ends by its link, keeping nothing; a forged link does nothing", async () => {
    const { email, token } = await following("mois=3");
    expect(await endAlert(`${token}x`)).toMatchObject({ ok: false, code: "linkUnknown" });
    expect(await alertsOf(email)).toHaveLength(1);
    expect(await endAlert(token)).toMatchObject({ ok: true });
    expect(await alertsOf(email)).toEqual([]);
    expect(await alertOfLink(token)).toBeNull();
    expect(await endAlert(token)).toMatchObject({ ok: true });
    expect(await confirmAlert(token)).toMatchObject({ ok: false });
  });

  it("that nobody confirms is forgotten after a week; one that is confirmed stays", async () => {
    const [email, kept] = [newAddress(), (await following("mois=4")).email];
    await subscribeAlert({ recherche: "mois=4", email });
    shiftClock(8 * day);
    await purgeTraces();
    expect([await alertsOf(email), (await alertsOf(kept)).length]).toEqual([[], 1]);
  });

  it("that is asked for again waits as long again as its new mail says; a confirmed one stays as it is", async () => {
    const email = newAddress();
    await subscribeAlert({ recherche: "mois=4", email });
    shiftClock(6 * day);
    await subscribeAlert({ recherche: "mois=4", email });
    shiftClock(8 * day);
    await purgeTraces();
    const [waiting] = await alertsOf(email);
    expect(await confirmAlert(tokenOf(waiting?.id ?? ""))).toMatchObject({ ok: true });
    const [confirmed] = await alertsOf(email);
    shiftClock(9 * day);
    await subscribeAlert({ recherche: "mois=4", email });
    expect(await alertsOf(email)).toEqual([confirmed]);
    expect(await mailsTo(email, "confirmAlert")).toHaveLength(2);
  });

  it("leaves to the next mail what is published in the very minute, and tells it once", async () => {
    const { email } = await following("departement=88&q=obésité");
    shiftClock(minute);
    const before = await rowOf(await approved(owner));
    shiftClock(3 * minute);
    const during = await rowOf(await approved(owner));
    await sendAlerts();
    shiftClock(4 * minute);
    const after = await rowOf(await approved(owner));
    shiftClock(10 * minute);
    await sendAlerts();
    const told = (await mailsTo(email, "newOffers"))
      .map(({ params }) => params as unknown as Told)
      .sort((a, b) => a.since.localeCompare(b.since));
    expect(told).toHaveLength(2);
    const texts = await Promise.all(
      told.map(async (params) => (await compose("newOffers", params))?.text ?? ""),
    );
    expect(
      [before, during, after].map(({ reference }) => texts.map((text) => text.includes(reference))),
    ).toEqual([
      [true, false],
      [false, true],
      [false, true],
    ]);
  });

  it("tells how many there are, and of a great many that they are more than a thousand", async () => {
    // Later than what any other test here publishes.
    shiftClock(30 * minute);
    const since = now();
    shiftClock(31 * minute);
    const offerId = await approved(owner);
    await approved(owner);
    const span = { since, until: now() };
    expect(await newOffersFor("departement=88&q=obésité", span)).toMatchObject({
      total: 2,
      isMore: false,
    });
    await copyOffer((await rowOf(offerId)).reference, 1000);
    const many = await newOffersFor("departement=88&q=obésité", span);
    await db.execute(sql`delete from public_offer where reference like 'copy%'`);
    await db.execute(sql`delete from offer where reference like 'copy%'`);
    expect(many).toMatchObject({ total: 1000, isMore: true });
    expect(many?.offers).toHaveLength(20);
    expect(many && newOffers.subject({ ...many, stop: alertLinks("") })).toMatch(
      /^Plus de 1\s000\snouvelles offres/,
    );
  });

  it("tells of an offer that was published unseen once it can be seen", async () => {
    shiftClock(40 * minute);
    const { email } = await following("departement=88&q=obésité");
    const [unconfirmed, held, moderator] = [
      await newOfferor({ confirmed: false }),
      await newOfferor(),
      await newModerator(),
    ];
    const heldOffer = await submitted(held);
    shiftClock(41 * minute);
    await suspend(moderator, {
      thing: "account",
      id: held.accountId,
      message: "Le temps de vérifier.",
    });
    shiftClock(42 * minute);
    await decideOffer(moderator, {
      offerId: heldOffer,
      revisionId: (await rowOf(heldOffer)).currentRevisionId ?? "",
      decision: "approve",
      reason: "",
    });
    const unseen = [await rowOf(await approved(unconfirmed)), await rowOf(heldOffer)];
    await approved(owner);
    shiftClock(45 * minute);
    await sendAlerts();
    const tokenId = await db.transaction((tx) =>
      createToken(tx, unconfirmed.accountId, "confirmAddress"),
    );
    expect(
      await confirmAddress(
        linkFor({ id: tokenId, purpose: "confirmAddress" }).split("/").at(-1) ?? "",
      ),
    ).toMatchObject({ ok: true });
    const [found] = await db
      .select({ id: suspension.id })
      .from(suspension)
      .where(eq(suspension.accountId, held.accountId));
    expect(
      await liftSuspension(moderator, {
        thing: "account",
        id: held.accountId,
        suspensionId: found?.id ?? "",
      }),
    ).toMatchObject({ ok: true });
    shiftClock(50 * minute);
    await sendAlerts();
    const told = (await mailsTo(email, "newOffers"))
      .map(({ params }) => params as Told)
      .sort((a, b) => a.since.localeCompare(b.since));
    const texts = await Promise.all(
      told.map(async (params) => (await compose("newOffers", params))?.text ?? ""),
    );
    expect(unseen.map(({ reference }) => texts.map((text) => text.includes(reference)))).toEqual([
      [false, true],
      [false, true],
    ]);
  });

  it("whose search fails keeps nobody else from being told, and is told once it works again", async () => {
    const [broken, sound] = [
      await following("departement=88"),
      await following("departement=88&q=obésité"),
    ];
    const [row] = await alertsOf(broken.email);
    // A day that no program can reckon with: whatever is asked with it fails.
    await db
      .update(searchAlert)
      .set({ notifiedUntil: sql`'-infinity'` })
      .where(eq(searchAlert.email, broken.email));
    shiftClock(1000);
    await approved(owner);
    shiftClock(2 * minute);
    await sendAlerts();
    expect([
      (await mailsTo(broken.email, "newOffers")).length,
      (await mailsTo(sound.email, "newOffers")).length,
    ]).toEqual([0, 1]);
    await db
      .update(searchAlert)
      .set({ notifiedUntil: row?.notifiedUntil })
      .where(eq(searchAlert.email, broken.email));
    await sendAlerts();
    expect(await mailsTo(broken.email, "newOffers")).toHaveLength(1);
  });

  it("is not made for a commune nobody knows, nor tells of the whole region for one", async () => {
    const email = newAddress();
    expect(await searchToFollow({ lieu: "Saint-Nulle-Part", rayon: "20" })).toMatchObject({
      unknownPlace: "Saint-Nulle-Part",
    });
    expect(await searchToFollow({ lieu: "Épinal" })).toMatchObject({ unknownPlace: null });
    expect(
      await subscribeAlert({ recherche: "lieu=Saint-Nulle-Part&rayon=20", email }),
    ).toMatchObject({
      ok: false,
      code: "placeUnknown",
      params: { commune: "Saint-Nulle-Part" },
    });
    expect([await alertsOf(email), await mailsTo(email, "confirmAlert")]).toEqual([[], []]);
    await approved(owner);
    expect(
      await newOffersFor("lieu=Saint-Nulle-Part&rayon=20", { since: new Date(0), until: now() }),
    ).toBeNull();
  });

  it("looks for what was typed: not for what a list shows instead, nor for a word like it", async () => {
    await approved(owner);
    const span = { since: new Date(0), until: now() };
    // All offers, those of one of the words, those of a word that may be meant.
    for (const q of ["zigomatique", "obésité zigomatique", "obbésité"]) {
      expect((await searched({ q })).page.offers.length, q).toBeGreaterThan(0);
      expect(await newOffersFor(`q=${q}`, span), q).toBeNull();
      expect((await searchToFollow({ q })).words).toBe(quoted(q));
    }
    expect(await newOffersFor("q=obésité", span)).not.toBeNull();
    expect((await searchToFollow({ q: "obbésité du lundi" })).meant?.q).toBe("obesite");
    expect((await searchToFollow({ q: "obésité" })).meant).toBeNull();
    // Words that decide nothing are not said to.
    expect((await searchToFollow({ q: "un stage", departement: "88" })).words).toBe("Vosges");
  });

  it("leaves its address in no mail once it has ended, or was never confirmed", async () => {
    const rowsOf = async (alertId: string) =>
      db
        .select()
        .from(mail)
        .where(sql`${mail.params}->>'alertId' = ${alertId}`);
    const ended = await following("departement=88&mois=3");
    const [{ id } = { id: "" }] = await alertsOf(ended.email);
    for (const row of await rowsOf(id)) await deliverMail({ mailId: row.id, attempt: 0 });
    shiftClock(1000);
    await approved(owner);
    shiftClock(2 * minute);
    await sendAlerts();
    const before = await rowsOf(id);
    expect(before.map(({ kind, state }) => [kind, state]).sort()).toEqual([
      ["confirmAlert", "sent"],
      ["newOffers", "queued"],
    ]);
    expect(await db.$count(mailboxMessage, eq(mailboxMessage.recipient, ended.email))).toBe(1);
    const stays = await following("departement=88&mois=4");
    expect(await endAlert(ended.token)).toMatchObject({ ok: true });
    expect((await rowsOf(id)).map(({ kind, recipient }) => [kind, recipient])).toEqual([
      ["confirmAlert", ""],
    ]);

    const forgotten = newAddress();
    await subscribeAlert({ recherche: "mois=5", email: forgotten });
    const [asked] = await mailsTo(forgotten, "confirmAlert");
    await deliverMail({ mailId: asked?.id ?? "", attempt: 0 });
    shiftClock(8 * day);
    await purgeTraces();
    for (const email of [ended.email, forgotten]) {
      expect([
        await db.$count(mail, eq(mail.recipient, email)),
        await db.$count(mailboxMessage, eq(mailboxMessage.recipient, email)),
      ]).toEqual([0, 0]);
    }
    expect(await mailsTo(stays.email, "confirmAlert")).toHaveLength(1);
  });

  it("is asked for five times a day at most by one address", async () => {
    const email = newAddress();
    for (let turn = 0; turn < 5; turn++)
      expect(await subscribeAlert({ recherche: `mois=${turn + 1}`, email })).toMatchObject({
        ok: true,
      });
    expect(await subscribeAlert({ recherche: "mois=9", email })).toMatchObject({
      ok: false,
      code: "tooManyAlerts",
    });
  });
});

async function approvedWith(viewer: Offeror, changes: Record<string, string>): Promise<string> {
  const offerId = await newDraft(viewer, changes);
  expect(
    await submitOffer(viewer, {
      offerId,
      version: (await rowOf(offerId)).version,
      publishOnApproval: true,
    }),
  ).toMatchObject({ ok: true });
  expect(
    await decideOffer(await newModerator(), {
      offerId,
      revisionId: (await rowOf(offerId)).currentRevisionId ?? "",
      decision: "approve",
      reason: "",
    }),
  ).toMatchObject({ ok: true });
  return offerId;
}

describe("a message to the structure of an offer", () => {
  it(
    "goes to the local referent, whose answer goes to who wrote; neither address is in the " +
      "other's page",
    async () => {
      const { reference, id } = await rowOf(await approved(await newOfferor()));
      const written = messageTo(reference);
      expect(await writeToStructure(written)).toMatchObject({ ok: true });
      const [row] = await db.select().from(offerMessage).where(eq(offerMessage.offerId, id));
      const sent = (await mailsTo("canary-referent@exemple.fr", "messageToReferent")).find(
        ({ params }) => (params as { messageId: string }).messageId === row?.id,
      );
      const composed = await compose("messageToReferent", sent?.params as { messageId: string });
      expect(composed).toMatchObject({ replyTo: written.email });
      expect(composed?.text).toContain("Est-ce possible à deux ?");
      for (const asked of [
        "Étudiants : 2",
        "Médecine, Soins infirmiers",
        "mars",
        "jeudi après-midi",
      ])
        expect(composed?.text).toContain(asked);
      expect(JSON.stringify(await publicOfferByReference(reference))).not.toMatch(
        /canary|claire|Paul Klein/,
      );
    },
  );

  it(
    "goes to who deposits it where the referent was erased, and to the administrator where " +
      "they cannot be written to",
    async () => {
      const administrator = await newOfferor();
      const [editor, referent] = [
        await newColleague(administrator),
        await newColleague(administrator),
      ];
      const addressOf = async ({ accountId }: Offeror) =>
        (await db.select().from(account).where(eq(account.id, accountId)))[0]?.email ?? "";
      const offerId = await approvedWith(editor, { referentEmail: await addressOf(referent) });
      const { reference } = await rowOf(offerId);
      expect(await closeAccount(referent, "Prevention1")).toMatchObject({ ok: true });
      const written = async () => {
        expect(await writeToStructure(messageTo(reference))).toMatchObject({ ok: true });
        return (await db.select().from(mail).where(eq(mail.kind, "messageToReferent")))
          .sort((a, b) => a.id.localeCompare(b.id))
          .at(-1)?.recipient;
      };
      expect(await written()).toBe(await addressOf(editor));
      await db.update(account).set({ state: "disabled" }).where(eq(account.id, editor.accountId));
      expect(await written()).toBe(await addressOf(administrator));
      await db
        .update(account)
        .set({ state: "disabled" })
        .where(eq(account.id, administrator.accountId));
      expect(await writeToStructure(messageTo(reference))).toMatchObject({
        ok: false,
        code: "nobodyToRead",
      });
    },
  );

  it("is confirmed to who wrote, without their words, and counted for its offer", async () => {
    const viewer = await newOfferor();
    const { reference, id } = await rowOf(await approved(viewer));
    const written = messageTo(reference);
    for (let turn = 0; turn < 2; turn++)
      expect(await writeToStructure(written, elsewhere())).toMatchObject({ ok: true });
    const [copy] = await mailsTo(written.email, "copyOfMessage");
    const letter = await compose("copyOfMessage", copy?.params as { messageId: string });
    expect(letter?.text).toContain("Étudiants : 2");
    expect(letter?.text).not.toMatch(/Inès|IFSI|possible à deux/);
    const requests = async () =>
      (await ownOffers(viewer, "publication")).find((own) => own.id === id)?.requests;
    expect(await requests()).toBe(2);
  });

  it("is copied twenty times a day at most to one address, and goes to its structure all the same", async () => {
    const { reference } = await rowOf(await approved(await newOfferor()));
    const email = newAddress();
    for (let turn = 0; turn < 25; turn++)
      expect(await writeToStructure({ ...messageTo(reference), email }, elsewhere())).toMatchObject(
        { ok: true },
      );
    expect(await mailsTo(email, "copyOfMessage")).toHaveLength(20);
  });

  it(
    "is not taken for what is out of sight, nor more than ten times an hour, and is " +
      "forgotten after a year",
    async () => {
      const viewer = await newOfferor();
      const offerId = await approved(viewer);
      const { reference } = await rowOf(offerId);
      for (let turn = 0; turn < 10; turn++)
        expect(await writeToStructure(messageTo(reference))).toMatchObject({ ok: true });
      expect(await writeToStructure(messageTo(reference))).toMatchObject({
        ok: false,
        code: "tooManyMessages",
      });
      await moveOffer(viewer, offerId, "unpublish");
      expect(await writeToStructure(messageTo(reference))).toMatchObject({
        ok: false,
        code: "notFound",
      });
      expect(await writeToStructure(messageTo("0000-0000"))).toMatchObject({
        ok: false,
        code: "notFound",
      });
      shiftClock(370 * day);
      await purgeTraces();
      expect(await db.$count(offerMessage, eq(offerMessage.offerId, offerId))).toBe(0);
    },
  );
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
    expect([mistyped.loosening?.dropped, mistyped.meant.size]).toEqual([["zigomatique"], 0]);
    await moveOffer(viewer, offerId, "unpublish");
  });
});

describe("beside an offer", () => {
  it("stand others around it and others like it, none twice and never itself", async () => {
    const references: string[] = [];
    for (let turn = 0; turn < 7; turn++)
      references.push((await rowOf(await approved(owner))).reference);
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

import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { account, session, throttle } from "@/db/schema/account";
import { auditEntry } from "@/db/schema/audit";
import { document } from "@/db/schema/document";
import { mail } from "@/db/schema/mail";
import { localReferent, structure, structureSite } from "@/db/schema/structure";
import { writeNote } from "@/lib/agency/moderation/commands/write-note";
import { reportOffer } from "@/lib/agency/report/commands/report-offer";
import { liftSuspension, suspend } from "@/lib/agency/suspension/commands/suspend";
import { subscribeAlert } from "@/lib/catalogue/alert/commands/subscribe-alert";
import { writeToStructure } from "@/lib/catalogue/contact/commands/write-to-structure";
import { deliverMail } from "@/lib/mails/compose";
import { draftFromContent } from "@/lib/offer/content/codec";
import { noReferent } from "@/lib/offer/content/person";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { attachDocument } from "@/lib/offer/draft/commands/documents";
import { saveDraft } from "@/lib/offer/draft/commands/save-draft";
import { submitOffer } from "@/lib/offer/draft/commands/submit-offer";
import { importColumns } from "@/lib/offer/import/columns";
import { prepareImport } from "@/lib/offer/import/commands/prepare-import";
import { offerImport } from "@/lib/offer/import/tables";
import { decideOffer } from "@/lib/offer/lifecycle/commands/decide-offer";
import { moveOffer } from "@/lib/offer/lifecycle/commands/move-offer";
import { purgeOffers } from "@/lib/offer/lifecycle/commands/purge-offers";
import { hashContent } from "@/lib/offer/lifecycle/commands/write";
import { publicOfferByReference } from "@/lib/offer/projection/queries/public-offer";
import { suspensionOf } from "@/lib/offer/suspended/queries";
import { forgotPassword } from "@/lib/people/account/commands/links";
import { signIn } from "@/lib/people/account/commands/sign-in";
import { removeColleague } from "@/lib/people/membership/commands/manage";
import { closeIdleAccounts } from "@/lib/people/privacy/commands/close-idle-accounts";
import { purgeTraces } from "@/lib/people/privacy/commands/purge-traces";
import { requestAddressChange } from "@/lib/people/profile/commands/change-address";
import { closeAccount } from "@/lib/people/profile/commands/close-account";
import { viewerOf } from "@/lib/platform/access/session";
import { db } from "@/lib/platform/database/client";
import { csvLines } from "@/lib/platform/formats/csv";
import { now, shiftClock } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import { unknownCaller } from "@/lib/platform/visitor/caller";
import { messageTo } from "../support/callers";
import { accountRow, invited, newColleague } from "../support/colleagues";
import { newDraft, newModerator, newOfferor, type Offeror, rowOf, termId } from "../support/people";
import { columns, ties, tiesOf, traces, wordColumns } from "../support/personal-data";

const currentPassword = "Prevention1";
const day = 24 * 3600_000;
const year = 365 * day;
const newWord = () => newId().replaceAll("-", "").slice(-12);

afterEach(() => shiftClock(0));
// Every mail is written and delivered.
vi.setConfig({ testTimeout: 120_000 });

async function deliverAll(): Promise<void> {
  for (const { id, attempts } of await db.select().from(mail).where(eq(mail.state, "queued")))
    await deliverMail({ mailId: id, attempt: attempts });
}

/**
 * Gives a person, and nobody else, a word that stands wherever the portal can hold something of
 * theirs.
 */
async function asCanary(viewer: Offeror): Promise<{ word: string; email: string }> {
  const word = newWord();
  const email = `canari-${word}@exemple.fr`;
  await db
    .update(account)
    .set({
      email,
      lastName: `Nom${word}`,
      firstName: `Prenom${word}`,
      function: `Fonction${word}`,
      phone: `+33${word}`,
    })
    .where(eq(account.id, viewer.accountId));
  await db.insert(localReferent).values({
    id: newId(),
    structureId: viewer.structureId,
    name: `Prenom${word} Nom${word}`,
    function: `F${word}`,
    phone: word,
    email: "accueil@exemple.fr",
    createdAt: now(),
  });
  await signIn(
    { email, password: currentPassword },
    { ...unknownCaller, userAgent: `Navigateur ${word}` },
  );
  await forgotPassword(email);
  await requestAddressChange(viewer, { email: `autre-${word}@exemple.fr`, currentPassword });
  return { word, email };
}

const referentOf = (word: string, email: string) => ({
  referentName: `Nom${word}`,
  referentFunction: `Fonction${word}`,
  referentPhone: "03 29 00 00 01",
  referentEmail: email,
});

async function submit(viewer: Offeror, offerId: string): Promise<void> {
  expect(
    await submitOffer(viewer, {
      offerId,
      version: (await rowOf(offerId)).version,
      publishOnApproval: true,
    }),
  ).toMatchObject({ ok: true });
}

/** Approved and published, then changed again: two versions and a draft. */
async function deposited(
  viewer: Offeror,
  changes: Record<string, string>,
  reason = "",
): Promise<string> {
  const offerId = await newDraft(viewer, changes);
  await attachDocument(viewer, offerId, {
    name: `${changes.title ?? "plan"}.pdf`,
    content: Buffer.from(`%PDF-1.7\n${changes.title ?? ""}\n%%EOF`),
  });
  await submit(viewer, offerId);
  const decide = async (decision: "approve" | "requestChanges") =>
    decideOffer(await newModerator(), {
      offerId,
      revisionId: (await rowOf(offerId)).currentRevisionId ?? "",
      decision,
      reason: decision === "approve" ? "" : reason,
    });
  expect((await decide("approve")).ok).toBe(true);
  const [revision] = await db
    .select()
    .from(offerRevision)
    .where(eq(offerRevision.offerId, offerId));
  const values = revision ? draftFromContent(revision.content).values : {};
  await saveDraft(viewer, {
    offerId,
    page: "informations",
    values: { ...values, description: `Autre ${changes.title ?? ""}` },
  });
  await submit(viewer, offerId);
  if (reason) expect((await decide("requestChanges")).ok).toBe(true);
  await saveDraft(viewer, {
    offerId,
    page: "informations",
    values: { ...values, description: `Encore ${changes.title ?? ""}` },
  });
  return offerId;
}

async function importOf(
  viewer: Offeror,
  name: string,
  cells: Record<string, string>,
): Promise<void> {
  const rows = [
    importColumns.map(({ heading }) => heading),
    importColumns.map(({ field, example }) =>
      field === "title" ? (cells.title ?? "Atelier") : (cells[field] ?? example),
    ),
  ];
  const content = Buffer.from(csvLines(rows));
  expect(await prepareImport(viewer, { name, content })).toMatchObject({ ok: true });
}

/**
 * A visitor speaks of an offer, and the ARS suspends it, its depositor and its structure for a
 * while, with the word in what both write.
 */
async function reported(offerId: string, word: string): Promise<void> {
  const moderator = await newModerator();
  const { reference, accountId, structureId } = await rowOf(offerId);
  expect(
    await reportOffer({
      reference,
      reason: "other",
      words: `De ${word}`,
      email: `temoin-${word}@exemple.fr`,
    }),
  ).toMatchObject({ ok: true });
  for (const [thing, id] of [
    ["offer", offerId],
    ["account", accountId],
    ["structure", structureId],
  ] as const) {
    expect(await suspend(moderator, { thing, id, message: `Vu avec ${word}` })).toMatchObject({
      ok: true,
    });
    const suspensionId = (await suspensionOf(db, thing, id))?.id ?? "";
    expect(await liftSuspension(moderator, { thing, id, suspensionId })).toMatchObject({
      ok: true,
    });
  }
}

describe("what the portal holds", () => {
  it("is known column by column", async () => {
    expect(await wordColumns()).toEqual(Object.keys(columns).sort());
  });

  it("is known tie by tie", async () => {
    expect(await tiesOf()).toEqual(Object.keys(ties).sort());
  });

  it(
    "keeps its versions as they were submitted, but for the referent and by the one " + "function",
    async () => {
      const viewer = await newOfferor();
      const offerId = await newDraft(viewer);
      await submit(viewer, offerId);
      const [before] = await db
        .select()
        .from(offerRevision)
        .where(eq(offerRevision.offerId, offerId));
      if (!before) throw new Error("no revision");
      const without = { ...before.content, referent: noReferent };
      for (const change of [
        () =>
          db
            .update(offerRevision)
            .set({ content: without, contentHash: "x" })
            .where(eq(offerRevision.id, before.id)),
        () =>
          db
            .update(offerRevision)
            .set({ content: { ...before.content, title: "x" } })
            .where(eq(offerRevision.id, before.id)),
        () =>
          db.transaction(async (tx) => {
            await tx.execute(sql`select set_config('portal.erased_revision', ${before.id}, true)`);
            await tx
              .update(offerRevision)
              .set({ content: { ...without, title: "x" } })
              .where(eq(offerRevision.id, before.id));
          }),
      ]) {
        await expect(change()).rejects.toMatchObject({
          cause: { message: expect.stringContaining("is immutable") as string },
        });
      }
      await db.execute(
        sql`select forget_referent_of_revision(${before.id}, ${hashContent(without)})`,
      );
      const [after] = await db
        .select()
        .from(offerRevision)
        .where(eq(offerRevision.offerId, offerId));
      expect(after).toEqual({ ...before, content: without, contentHash: hashContent(without) });
    },
  );
});

describe("closing", () => {
  it.each(["by its owner", "by the administrator"] as const)(
    "an editor's account %s leaves no trace of the person; the offers go on, with their " +
      "other words",
    async (by) => {
      const administrator = await newOfferor();
      const editor = await newColleague(administrator);
      const { word, email } = await asCanary(editor);
      const own = await deposited(editor, { title: "Atelier", ...referentOf(word, email) });
      const colleagues = await deposited(administrator, {
        title: "Autre atelier",
        ...referentOf(word, "accueil@exemple.fr"),
        referentName: `NOM${word} Prenom${word}`,
      });
      const kept = await deposited(administrator, { title: "Troisième" });
      await importOf(editor, `${word}.csv`, { referentEmail: email, referentName: word });
      await importOf(administrator, "offres.csv", {
        referentEmail: email,
        referentName: word,
        referentFunction: word,
      });
      await deliverAll();
      expect(await traces(word)).toEqual([
        "account",
        "local_referent",
        "mail",
        "mailbox_message",
        "offer",
        "offer_import",
        "offer_revision",
        "session",
      ]);

      const closed =
        by === "by its owner"
          ? await closeAccount(editor, currentPassword)
          : await removeColleague(administrator, editor.accountId);
      expect(closed).toMatchObject({ ok: true });
      await deliverAll();
      // The farewell in the local mailbox, which stands in for the person's own provider.
      expect(await traces(word)).toEqual(["mailbox_message"]);
      const revisions = await db
        .select()
        .from(offerRevision)
        .where(inArray(offerRevision.offerId, [own, colleagues]));
      expect(revisions.map(({ content }) => [content.referent, content.site.name])).toEqual(
        Array.from({ length: 4 }, () => [noReferent, "Structure"]),
      );
      for (const { content, contentHash } of revisions)
        expect(hashContent(content)).toBe(contentHash);
      for (const { content } of await db
        .select()
        .from(offerRevision)
        .where(eq(offerRevision.offerId, kept)))
        expect(content.referent.name).toBe("Paul Klein");
      expect(await rowOf(own)).toMatchObject({
        accountId: administrator.accountId,
        validation: "pending",
        publication: "published",
      });
      expect(await publicOfferByReference((await rowOf(own)).reference)).not.toBeNull();
      expect(await db.$count(document, eq(document.offerId, own))).toBe(1);
      expect(await db.$count(auditEntry, eq(auditEntry.actorId, editor.accountId))).toBeGreaterThan(
        3,
      );
      // A form that names nobody asks for someone.
      expect(
        await submitOffer(administrator, {
          offerId: own,
          version: (await rowOf(own)).version,
          publishOnApproval: true,
        }),
      ).toMatchObject({ ok: false, code: "incomplete" });
    },
  );

  it(
    "the last account leaves no word of the structure's people, offers and files; the log " +
      "says what was decided, and of which reference",
    async () => {
      const viewer = await newOfferor();
      const { word, email } = await asCanary(viewer);
      const name = newWord();
      await db
        .update(structure)
        .set({
          name: `Collège ${name}`,
          street: `1 rue ${name}`,
          representativeName: word,
          representativeFunction: word,
        })
        .where(eq(structure.id, viewer.structureId));
      await db.insert(structureSite).values({
        id: newId(),
        structureId: viewer.structureId,
        name: word,
        street: word,
        postcode: "88000",
        communeCode: "88160",
        communeName: "Épinal",
        typeId: await termId("siteType", "Milieu scolaire"),
        createdAt: now(),
      });
      const words = {
        title: `T${word}`,
        siteName: `S${word}`,
        siteStreet: word,
        ...referentOf(word, email),
      };
      const offerId = await deposited(viewer, words, `Écrivez à ${word}`);
      await writeNote(await newModerator(), { offerId, words: `Appelé ${word}` });
      const deleted = await deposited(viewer, words);
      await moveOffer(viewer, deleted, "delete");
      await importOf(viewer, `${word}.csv`, words);
      await reported(offerId, word);
      await subscribeAlert({ recherche: "mois=3", email });
      await writeToStructure({
        ...messageTo((await rowOf(offerId)).reference),
        name: word,
        establishment: word,
        words: `De ${word}`,
      });
      const disabled = await newColleague(viewer);
      await db
        .update(account)
        .set({ state: "disabled", lastName: word })
        .where(eq(account.id, disabled.accountId));
      await invited(viewer, "editor", `invite-${word}@exemple.fr`);
      await deliverAll();
      // Everywhere a person's words can be: nothing in this test is there by luck.
      const personal = new Set(
        Object.entries(columns).flatMap(([column, whose]) =>
          whose === "person" ? [column.split(".")[0]] : [],
        ),
      );
      expect(await traces(word)).toEqual([...personal].sort());
      const { reference } = await rowOf(offerId);

      // The invited and the disabled do not count: nobody else is there.
      expect(await closeAccount(viewer, currentPassword)).toMatchObject({ ok: true });
      await deliverAll();
      expect(await traces(word)).toEqual(["mailbox_message"]);
      expect(await traces(name)).toEqual(["mailbox_message", "structure"]);
      expect([
        await db.$count(offer, eq(offer.structureId, viewer.structureId)),
        await db.$count(
          account,
          and(eq(account.structureId, viewer.structureId), ne(account.state, "closed")),
        ),
      ]).toEqual([0, 0]);
      expect(await publicOfferByReference(reference)).toBeNull();
      const log = await db
        .select()
        .from(auditEntry)
        .where(eq(auditEntry.objectId, offerId))
        .orderBy(auditEntry.id);
      expect(log.map(({ deed }) => deed)).toEqual(
        expect.arrayContaining([
          "offer:submit",
          "offer:approve",
          "offer:requestChanges",
          "offer:purge",
        ]),
      );
      expect(log.at(-1)).toMatchObject({ deed: "offer:purge", detail: { reference } });
    },
  );
});

describe("an offer deleted 30 days ago", () => {
  it("leaves no word, nor does the spreadsheet it came from", async () => {
    const viewer = await newOfferor();
    const word = newWord();
    const offerId = await deposited(
      viewer,
      { title: `T${word}`, siteName: word, referentName: word, referentFunction: word },
      word,
    );
    await importOf(viewer, `${word}.csv`, { title: word });
    await deliverAll();
    await moveOffer(viewer, offerId, "delete");
    shiftClock(31 * day);
    await purgeOffers();
    await purgeTraces();
    expect(await traces(word)).toEqual([]);
    expect(
      await db.$count(
        auditEntry,
        and(eq(auditEntry.objectId, offerId), eq(auditEntry.deed, "offer:purge")),
      ),
    ).toBe(1);
  });
});

describe("a machine's clock that is far from the database's", () => {
  it.each([
    ["ahead of", 4 * year],
    ["ahead of", 2 * 3600_000],
    ["behind", -4 * year],
  ])("is %s it by %i ms: nothing is deleted for good, and the job says why", async (how, by) => {
    const viewer = await newOfferor();
    const offerId = await newDraft(viewer);
    await moveOffer(viewer, offerId, "delete");
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + by });
    try {
      for (const job of [purgeOffers, purgeTraces, closeIdleAccounts])
        await expect(job()).rejects.toThrow(`hours ${how} the database's`);
    } finally {
      vi.useRealTimers();
    }
    expect((await rowOf(offerId)).id).toBe(offerId);
    expect((await accountRow(viewer.accountId))?.state).toBe("active");
  });
});

describe("time", () => {
  const lives = (viewer: Offeror) => accountRow(viewer.accountId).then((row) => row?.state);
  const warnings = (viewer: Offeror) =>
    db.$count(
      mail,
      and(eq(mail.kind, "accountIdle"), sql`${mail.params}->>'accountId' = ${viewer.accountId}`),
    );

  it(
    "closes an account nobody used for 24 months, 30 days after a mail that says so; " +
      "whoever comes back keeps theirs",
    async () => {
      const start = -3 * year;
      shiftClock(start);
      const [gone, back] = [await newOfferor(), await newOfferor()];
      const { word } = await asCanary(gone);
      const offerId = await deposited(gone, { title: word, ...referentOf(word, "x@exemple.fr") });
      for (const days of [300, 690]) {
        shiftClock(start + days * day);
        await closeIdleAccounts();
      }
      expect([await warnings(gone), await warnings(back)]).toEqual([0, 0]);

      shiftClock(start + 701 * day);
      await Promise.all([closeIdleAccounts(), closeIdleAccounts()]);
      await closeIdleAccounts();
      expect([await warnings(gone), await warnings(back)]).toEqual([1, 1]);
      // Still in the outbox: nobody has been warned of anything yet.
      shiftClock(start + 732 * day);
      await closeIdleAccounts();
      expect([await lives(gone), await lives(back)]).toEqual(["active", "active"]);
      shiftClock(start + 701 * day);
      await deliverAll();
      expect(await traces(word)).toContain("mailbox_message");

      shiftClock(start + 729 * day);
      const email = (await accountRow(back.accountId))?.email ?? "";
      const again = await signIn({ email, password: currentPassword });
      expect((await viewerOf(again.ok ? again.data.sessionId : "")).kind).toBe("offeror");
      await closeIdleAccounts();
      expect(await lives(gone)).toBe("active");
      shiftClock(start + 733 * day);
      await closeIdleAccounts();
      expect([await lives(gone), await lives(back)]).toEqual(["closed", "active"]);
      expect(await db.$count(offer, eq(offer.id, offerId))).toBe(0);
      await deliverAll();
      expect(await traces(word)).toEqual(["mailbox_message"]);
      shiftClock(start + 764 * day);
      await purgeTraces();
      expect(await traces(word)).toEqual([]);
      await closeIdleAccounts();
      expect([await warnings(back), await lives(back)]).toEqual([1, "active"]);
    },
  );

  it(
    "forgets logs after 12 months, copies after 30 days, and keeps when an account was " +
      "last used",
    async () => {
      const start = -2 * year;
      shiftClock(start);
      const viewer = await newOfferor();
      const word = newWord();
      const email = (await accountRow(viewer.accountId))?.email ?? "";
      await signIn(
        { email, password: currentPassword },
        { ...unknownCaller, userAgent: `Navigateur ${word}` },
      );
      await forgotPassword(email);
      await signIn({ email, password: "faux" });
      await importOf(viewer, `${word}.csv`, { title: word });
      const unanswered = await invited(viewer, "editor", `invite-${word}@exemple.fr`);
      await deliverAll();
      const seen = async () =>
        (await db.select().from(session).where(eq(session.accountId, viewer.accountId))).length;
      const logged = () => db.$count(auditEntry, eq(auditEntry.actorId, viewer.accountId));

      shiftClock(start + 29 * day);
      await purgeTraces();
      expect(await traces(word)).toEqual([
        "account",
        "mail",
        "mailbox_message",
        "offer_import",
        "session",
      ]);
      shiftClock(start + 38 * day);
      await purgeTraces();
      expect(await traces(word)).toEqual(["session"]);
      expect([
        await accountRow(unanswered),
        await db.$count(offerImport, eq(offerImport.structureId, viewer.structureId)),
        await db.$count(throttle),
      ]).toEqual([undefined, 0, 0]);
      expect([await seen(), (await logged()) > 0]).toEqual([2, true]);
      shiftClock(start + 400 * day);
      await purgeTraces();
      expect([
        await seen(),
        await logged(),
        await db.$count(mail, eq(mail.recipient, email)),
        await traces(word),
      ]).toEqual([1, 0, 0, []]);
      expect((await accountRow(viewer.accountId))?.state).toBe("active");
    },
  );

  it("forgets a closed structure's name when the log no longer speaks of it, and no other's", async () => {
    shiftClock(-2 * year);
    const [closing, suspended] = [await newOfferor(), await newOfferor()];
    await closeAccount(closing, currentPassword);
    await db
      .update(structure)
      .set({ state: "closed" })
      .where(eq(structure.id, suspended.structureId));
    const named = async (viewer: Offeror) =>
      (
        await db.select().from(structure).where(eq(structure.id, viewer.structureId))
      )[0]?.name.startsWith("Structure ");
    shiftClock(-2 * year + 360 * day);
    await purgeTraces();
    const [before] = await db.select().from(structure).where(eq(structure.id, closing.structureId));
    expect(before?.name).not.toBe("Structure fermée");
    shiftClock(0);
    await purgeTraces();
    const [after] = await db.select().from(structure).where(eq(structure.id, closing.structureId));
    expect(after).toMatchObject({ name: "Structure fermée", street: "" });
    expect(await named(suspended)).toBe(true);
  });
});

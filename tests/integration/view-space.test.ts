import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { account, session } from "@/db/schema/account";
import { auditEntry } from "@/db/schema/audit";
import { structure } from "@/db/schema/structure";
import { mergeStructures } from "@/lib/agency/help-desk/commands/merge-structures";
import { switchAccount } from "@/lib/agency/help-desk/commands/switch-account";
import { endViewAs, viewAs } from "@/lib/agency/help-desk/commands/view-as";
import { structureJournal } from "@/lib/agency/help-desk/queries/structure-journal";
import { saveDraft } from "@/lib/offer/draft/commands/save-draft";
import { offerForm } from "@/lib/offer/draft/queries/offer-form";
import { signOut } from "@/lib/people/account/commands/sign-in";
import { ownAccount } from "@/lib/people/account/queries";
import { activityOf } from "@/lib/people/membership/queries/activity";
import { viewerOf } from "@/lib/platform/access/session";
import { db } from "@/lib/platform/database/client";
import { newId } from "@/lib/platform/values/id";
import { invited } from "../support/colleagues";
import {
  informationValues,
  type Moderator,
  newDraft,
  newModerator,
  newOfferor,
  ownOffers,
  rowOf,
} from "../support/people";

/** A moderator with a session of the database's. */
async function signedIn(): Promise<Moderator> {
  const moderator = await newModerator();
  await db.insert(session).values({
    id: moderator.sessionId,
    accountId: moderator.accountId,
    createdAt: new Date(),
    expiresAt: new Date(Date.now() + 3_600_000),
  });
  return moderator;
}

describe("what an account sees, seen by a moderator", () => {
  it(
    "is read, drafts included, and nothing is done; the log tells of it, and it ends when " +
      "the moderator says so",
    async () => {
      const [moderator, offeror] = [await signedIn(), await newOfferor()];
      const draftId = await newDraft(offeror);
      expect(await viewAs(moderator, offeror.accountId)).toMatchObject({ ok: true });
      const seen = await viewerOf(moderator.sessionId);
      expect(seen).toMatchObject({
        kind: "offeror",
        accountId: offeror.accountId,
        structureId: offeror.structureId,
        name: "Claire Martin",
        readOnly: true,
        viewedBy: { accountId: moderator.accountId },
      });
      expect((await ownOffers(seen, "modification")).map(({ id }) => id)).toEqual([draftId]);
      expect(await offerForm(seen, draftId)).toBeNull();
      expect(await ownAccount(seen)).toBeNull();
      const before = await rowOf(draftId);
      const saved = await saveDraft(seen, {
        offerId: draftId,
        page: "informations",
        values: await informationValues(),
      } as never).catch(() => ({ ok: false }));
      expect(saved).toMatchObject({ ok: false });
      expect(await rowOf(draftId)).toEqual(before);
      // The account's own session goes on beside it.
      expect(await viewerOf(offeror.sessionId)).toEqual({ ...offeror, addressConfirmed: true });

      const [entry] = await structureJournal(moderator, offeror.structureId);
      expect(entry).toMatchObject({ deed: "structure:view", actorKind: "moderator" });
      // Its people are told that the agency looked, and not who of it.
      expect((await activityOf(offeror)).entries[0]).toMatchObject({
        deed: "structure:view",
        actor: { kind: "agency" },
      });
      expect(await endViewAs(seen)).toEqual({ ok: true, data: { accountId: offeror.accountId } });
      expect(await viewerOf(moderator.sessionId)).toMatchObject({
        kind: "moderator",
        accountId: moderator.accountId,
      });
    },
  );

  it("ends by itself after half an hour, and when the account or the structure is closed", async () => {
    const [moderator, one, two, three] = [
      await signedIn(),
      await newOfferor(),
      await newOfferor(),
      await newOfferor(),
    ];
    const kind = async () => (await viewerOf(moderator.sessionId)).kind;
    await viewAs(moderator, one.accountId);
    const [row] = await db.select().from(session).where(eq(session.id, moderator.sessionId));
    expect(Math.round(((row?.viewingUntil?.getTime() ?? 0) - Date.now()) / 60_000)).toBe(30);
    await db
      .update(session)
      .set({ viewingUntil: new Date(Date.now() - 1000) })
      .where(eq(session.id, moderator.sessionId));
    expect(await kind()).toBe("moderator");
    // From a page that is older than that one gets back too, and from one that was left already.
    expect(await endViewAs(await viewerOf(moderator.sessionId))).toEqual({
      ok: true,
      data: { accountId: one.accountId },
    });
    expect(await endViewAs(await viewerOf(moderator.sessionId))).toEqual({
      ok: true,
      data: { accountId: null },
    });
    await viewAs(moderator, two.accountId);
    expect(await kind()).toBe("offeror");
    await db.update(account).set({ state: "disabled" }).where(eq(account.id, two.accountId));
    expect(await kind()).toBe("moderator");
    await viewAs(moderator, three.accountId);
    await db.update(structure).set({ state: "closed" }).where(eq(structure.id, three.structureId));
    expect(await kind()).toBe("moderator");
    await viewAs(moderator, one.accountId);
    await db.update(account).set({ state: "disabled" }).where(eq(account.id, moderator.accountId));
    expect(await kind()).toBe("anonymous");
  });

  it(
    "does not begin again when the account is opened again, and leads back from where it " +
      "ended",
    async () => {
      const [moderator, offeror] = [await signedIn(), await newOfferor()];
      await viewAs(moderator, offeror.accountId);
      const other = await newModerator();
      for (const command of ["deactivate", "reactivate"] as const) {
        expect(await switchAccount(other, offeror.accountId, command)).toMatchObject({ ok: true });
        expect(await viewerOf(moderator.sessionId)).toMatchObject({
          kind: "moderator",
          viewedAccountId: offeror.accountId,
        });
      }
      await endViewAs(await viewerOf(moderator.sessionId));
      expect(await viewerOf(moderator.sessionId)).not.toHaveProperty("viewedAccountId");
    },
  );

  it("ends when the structure becomes another's, whose log says nothing of it", async () => {
    const [moderator, from, into] = [await signedIn(), await newOfferor(), await newOfferor()];
    await viewAs(moderator, from.accountId);
    expect(
      await mergeStructures(await newModerator(), {
        structureId: from.structureId,
        targetId: into.structureId,
      }),
    ).toMatchObject({ ok: true });
    expect((await viewerOf(moderator.sessionId)).kind).toBe("moderator");
  });

  it(
    "can be signed out of, which leaves the account's own session alone and lets nobody go " +
      "on looking",
    async () => {
      const [moderator, offeror] = [await signedIn(), await newOfferor()];
      await viewAs(moderator, offeror.accountId);
      await signOut(await viewerOf(moderator.sessionId));
      expect(await viewerOf(moderator.sessionId)).toEqual({ kind: "anonymous" });
      expect((await viewerOf(offeror.sessionId)).kind).toBe("offeror");
    },
  );

  it("counts as nobody's activity but the moderator's", async () => {
    const [moderator, offeror] = [await signedIn(), await newOfferor()];
    const own = () => db.select().from(session).where(eq(session.accountId, offeror.accountId));
    const person = () => db.select().from(account).where(eq(account.id, offeror.accountId));
    const before = [await own(), await person()];
    await viewAs(moderator, offeror.accountId);
    await viewerOf(moderator.sessionId);
    expect([await own(), await person()]).toEqual(before);
    expect(
      await db.$count(
        auditEntry,
        and(eq(auditEntry.deed, "structure:view"), eq(auditEntry.actorId, offeror.accountId)),
      ),
    ).toBe(0);
    expect(
      await db.$count(
        auditEntry,
        and(eq(auditEntry.deed, "structure:view"), eq(auditEntry.actorId, moderator.accountId)),
      ),
    ).toBe(1);
  });

  it("is nobody's but the ARS's, of an account that is active only", async () => {
    const [moderator, offeror, other] = [await signedIn(), await newOfferor(), await newOfferor()];
    const guestId = await invited(offeror);
    const refusedTo = async (id: string) =>
      expect(await viewAs(moderator, id)).toMatchObject({ ok: false, code: "notFound" });
    for (const id of [newId(), guestId, moderator.accountId]) await refusedTo(id);
    await db.update(account).set({ state: "disabled" }).where(eq(account.id, other.accountId));
    await refusedTo(other.accountId);
    for (const viewer of [offeror, { kind: "anonymous" } as const]) {
      expect(await viewAs(viewer, offeror.accountId)).toMatchObject({
        ok: false,
        code: "notFound",
      });
      expect(await endViewAs(viewer)).toMatchObject({ ok: false, code: "notFound" });
    }
    await viewAs(moderator, offeror.accountId);
    // One who looks is no moderator meanwhile.
    expect(await viewAs(await viewerOf(moderator.sessionId), offeror.accountId)).toMatchObject({
      ok: false,
    });
    // The log has what was shown, and not what was refused.
    const views = (structureId: string) =>
      db.$count(
        auditEntry,
        and(eq(auditEntry.objectId, structureId), eq(auditEntry.deed, "structure:view")),
      );
    expect([await views(offeror.structureId), await views(other.structureId)]).toEqual([1, 0]);
  });
});

import { and, eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { account, token } from "@/db/schema/account";
import { mail } from "@/db/schema/mail";
import { pendingOffers } from "@/lib/agency/moderation/queries/pending-offers";
import { queueFilterSchema } from "@/lib/agency/moderation/schema";
import { digestPending } from "@/lib/agency/preferences/commands/digest-pending";
import { choosePreferences, stopDigest } from "@/lib/agency/preferences/commands/preferences";
import { stopDigestLinks } from "@/lib/agency/preferences/queries/digest";
import { ownPreferences } from "@/lib/agency/preferences/queries/preferences";
import type { Digest } from "@/lib/agency/preferences/rules";
import { compose } from "@/lib/mails/compose";
import { submitOffer } from "@/lib/offer/draft/commands/submit-offer";
import { forgotPassword, inviteModerator } from "@/lib/people/account/commands/links";
import { signIn } from "@/lib/people/account/commands/sign-in";
import { openSession } from "@/lib/people/account/commands/tokens";
import {
  cancelInvitation,
  invite,
  resendInvitation,
} from "@/lib/people/membership/commands/invite";
import { join } from "@/lib/people/membership/commands/join";
import {
  changeRole,
  disableModerator,
  enableModerator,
  removeColleague,
  transferRole,
} from "@/lib/people/membership/commands/manage";
import { invitationOf, managedMember, membersOf } from "@/lib/people/membership/queries/members";
import type { MemberRole } from "@/lib/people/membership/rules";
import type { Invitation, Joining } from "@/lib/people/membership/schema";
import { closeIdleAccounts } from "@/lib/people/privacy/commands/close-idle-accounts";
import { purgeTraces } from "@/lib/people/privacy/commands/purge-traces";
import type { ModeratorRole, Viewer } from "@/lib/platform/access/policy";
import { viewerOf } from "@/lib/platform/access/session";
import { db } from "@/lib/platform/database/client";
import { OperatorError } from "@/lib/platform/environment/env";
import { now, shiftClock } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import { clockAt } from "../support/clock";
import { accountRow, newColleague, secretFor } from "../support/colleagues";
import {
  decided,
  type Moderator,
  newDraft,
  newModerator,
  newOfferor,
  type Offeror,
  rowOf,
  submitted,
} from "../support/people";

const inviteAmongModerators = (viewer: Viewer, input: Invitation) =>
  invite(viewer, "agency", input);
const resendModeratorInvitation = (viewer: Viewer, accountId: string) =>
  resendInvitation(viewer, "agency", accountId);
const cancelModeratorInvitation = (viewer: Viewer, accountId: string) =>
  cancelInvitation(viewer, "agency", accountId);
const changeModeratorRole = (viewer: Viewer, input: { accountId: string; role: MemberRole }) =>
  changeRole(viewer, "agency", input);
const moderatorsOf = (viewer: Viewer) => membersOf(viewer, "agency");
const managedModerator = (viewer: Viewer, accountId: string) =>
  managedMember(viewer, "agency", accountId);
const joinModerators = (input: Joining) => join("agency", input);
const moderatorInvitationOf = (secret: string) => invitationOf("agency", secret);
const person = { lastName: "Weber", firstName: "Nadia", password: "Prevention1" };
let made = 0;
const address = (): string => `invite${(made += 1)}.${newId()}@ars.exemple.fr`;

async function invited(
  by: Viewer,
  role: ModeratorRole = "moderator",
  email = address(),
): Promise<string> {
  const outcome = await inviteAmongModerators(by, { email, firstName: "", lastName: "", role });
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.data.accountId;
}

/** Someone who was invited and has joined, signed in, by the real commands. */
async function joined(by: Viewer, role: ModeratorRole = "moderator"): Promise<Moderator> {
  const accountId = await invited(by, role);
  const outcome = await joinModerators({
    ...person,
    token: await secretFor(accountId, "joinModerators"),
  });
  if (!outcome.ok) throw new Error(outcome.code);
  const viewer = await viewerOf(outcome.data.sessionId);
  if (viewer.kind !== "moderator") throw new Error("not signed in");
  return viewer;
}

const administrators = () =>
  db.$count(account, and(eq(account.portalAdministrator, true), eq(account.state, "active")));

afterEach(() => shiftClock(0));

describe("moderators", () => {
  let administrator: Moderator;
  let moderator: Moderator;
  let offeror: Offeror;
  beforeAll(async () => {
    administrator = await newModerator("administrator");
    [moderator, offeror] = [await joined(administrator), await newOfferor()];
  });

  it(
    "every command denies an anonymous visitor, an offeror and a moderator, and changes " +
      "nothing",
    async () => {
      const [target, waiting] = [await joined(administrator), await invited(administrator)];
      for (const viewer of [{ kind: "anonymous" } as const, offeror, moderator]) {
        expect(
          await inviteAmongModerators(viewer, {
            email: address(),
            firstName: "",
            lastName: "",
            role: "moderator",
          }),
        ).toMatchObject({ code: "notFound" });
        expect(
          await changeModeratorRole(viewer, { accountId: target.accountId, role: "administrator" }),
        ).toMatchObject({ code: "notFound" });
        for (const command of [disableModerator, enableModerator])
          expect(await command(viewer, target.accountId)).toMatchObject({ code: "notFound" });
        for (const command of [resendModeratorInvitation, cancelModeratorInvitation])
          expect(await command(viewer, waiting)).toMatchObject({ code: "notFound" });
        expect(await moderatorsOf(viewer)).toEqual([]);
        expect(await managedModerator(viewer, target.accountId)).toBeNull();
      }
      // An account of a structure answers as a missing one does.
      for (const accountId of [offeror.accountId, newId()]) {
        expect(await disableModerator(administrator, accountId)).toMatchObject({
          code: "notFound",
        });
        expect(
          await changeModeratorRole(administrator, { accountId, role: "administrator" }),
        ).toMatchObject({ code: "notFound" });
      }
      expect(await accountRow(target.accountId)).toMatchObject({
        portalAdministrator: false,
        state: "active",
      });
      expect(await accountRow(offeror.accountId)).toMatchObject({
        state: "active",
        portalAdministrator: false,
      });
    },
  );

  it("what one team alone does is refused to the administrators of the other, about anyone", async () => {
    const colleague = await newColleague(offeror);
    const target = await joined(administrator);
    for (const accountId of [colleague.accountId, target.accountId]) {
      for (const command of [removeColleague, transferRole])
        expect(await command(administrator, accountId)).toMatchObject({ code: "notFound" });
      for (const command of [disableModerator, enableModerator])
        expect(await command(offeror, accountId)).toMatchObject({ code: "notFound" });
      expect(await accountRow(accountId)).toMatchObject({ state: "active" });
    }
    expect(await accountRow(offeror.accountId)).toMatchObject({ role: "administrator" });
  });

  it("the operator's first moderator administers the portal, later ones do not", async () => {
    await db
      .update(account)
      .set({ portalAdministrator: false })
      .where(eq(account.role, "moderator"));
    const [first, second] = [address(), address()];
    await inviteModerator({ email: first });
    await db.update(account).set({ passwordHash: "x" }).where(eq(account.email, first));
    await inviteModerator({ email: second });
    const role = async (email: string) =>
      (await db.select().from(account).where(eq(account.email, email)))[0]?.portalAdministrator;
    expect([await role(first), await role(second)]).toEqual([true, false]);
    await db
      .update(account)
      .set({ portalAdministrator: true })
      .where(eq(account.id, administrator.accountId));
  });

  it("the operator gets no link that would open nothing", async () => {
    const [disabled, structure] = [await newModerator(), await newOfferor()];
    await disableModerator(administrator, disabled.accountId);
    const tokens = await db.$count(token);
    for (const [{ accountId }, words] of [
      [disabled, /est l’adresse d’un modérateur désactivé/],
      [structure, /est l’adresse d’un compte de structure/],
    ] as const) {
      const before = await accountRow(accountId);
      const error = await inviteModerator({ email: before?.email ?? "" }).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(OperatorError);
      expect((error as Error).message).toMatch(words);
      expect(await accountRow(accountId)).toEqual(before);
    }
    expect(await db.$count(token)).toBe(tokens);
    // Where nobody else administers the portal, it is how somebody gets in again.
    await db
      .update(account)
      .set({ portalAdministrator: false })
      .where(eq(account.role, "moderator"));
    await inviteModerator({ email: (await accountRow(disabled.accountId))?.email ?? "" });
    expect(await accountRow(disabled.accountId)).toMatchObject({
      state: "active",
      portalAdministrator: true,
    });
    await db
      .update(account)
      .set({ portalAdministrator: true })
      .where(eq(account.id, administrator.accountId));
  });

  it(
    "an invitation is one link that serves once; sent again, the earlier one is dead; " +
      "taken back, it opens nothing",
    async () => {
      const email = address();
      const accountId = await invited(administrator, "moderator", email);
      const first = await secretFor(accountId, "joinModerators");
      expect(await moderatorInvitationOf(first)).toEqual({
        email,
        firstName: "",
        lastName: "",
        role: "moderator",
      });
      const [queued] = await db.select().from(mail).where(eq(mail.recipient, email));
      expect(
        (await compose("joinModerators", queued?.params as { accountId: string; tokenId: string }))
          ?.text,
      ).toContain(`/invitation-moderation/${first}`);
      expect(
        await inviteAmongModerators(administrator, {
          email,
          firstName: "",
          lastName: "",
          role: "moderator",
        }),
      ).toMatchObject({ code: "alreadyModerator", field: "email" });
      expect(await resendModeratorInvitation(administrator, accountId)).toMatchObject({ ok: true });
      expect(await joinModerators({ ...person, token: first })).toMatchObject({
        code: "linkUnusable",
      });
      const second = await secretFor(accountId, "joinModerators");
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => joinModerators({ ...person, token: second })),
      );
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await moderatorInvitationOf(second)).toBeNull();
      expect(await resendModeratorInvitation(administrator, accountId)).toMatchObject({
        code: "alreadyJoined",
      });
      expect(await cancelModeratorInvitation(administrator, accountId)).toMatchObject({
        code: "alreadyJoined",
      });
      expect(await signIn({ email, password: "Prevention1" })).toMatchObject({
        ok: true,
        data: { space: "moderator" },
      });

      const other = await invited(administrator);
      const secret = await secretFor(other, "joinModerators");
      await cancelModeratorInvitation(administrator, other);
      expect(await joinModerators({ ...person, token: secret })).toMatchObject({
        code: "linkUnusable",
      });
      expect(await accountRow(other)).toBeUndefined();
      const structureEmail = (await accountRow(offeror.accountId))?.email ?? "";
      expect(
        await inviteAmongModerators(administrator, {
          email: structureEmail,
          firstName: "",
          lastName: "",
          role: "moderator",
        }),
      ).toMatchObject({ code: "emailTaken", field: "email" });
      // A link to join a structure does not open the moderation.
      expect(
        await joinModerators({
          ...person,
          token: await secretFor(offeror.accountId, "confirmAddress"),
        }),
      ).toMatchObject({ code: "linkUnusable" });
    },
  );

  it("an invitation nobody answered is forgotten after a month", async () => {
    const accountId = await invited(administrator);
    shiftClock(40 * 24 * 3600_000);
    await purgeTraces();
    expect(await accountRow(accountId)).toBeUndefined();
    expect(await accountRow(moderator.accountId)).toBeDefined();
  });

  it("a disabled moderator is out at the next request, and back in with the same password", async () => {
    const target = await joined(administrator);
    const row = await accountRow(target.accountId);
    expect((await viewerOf(target.sessionId)).kind).toBe("moderator");
    expect(await disableModerator(administrator, target.accountId)).toMatchObject({ ok: true });
    expect((await viewerOf(target.sessionId)).kind).toBe("anonymous");
    expect(await signIn({ email: row?.email ?? "", password: "Prevention1" })).toMatchObject({
      code: "badCredentials",
    });
    await forgotPassword(row?.email ?? "");
    expect(await secretFor(target.accountId, "choosePassword")).toBe("");
    expect((await managedModerator(administrator, target.accountId))?.standing).toBe("disabled");
    expect(await enableModerator(administrator, target.accountId)).toMatchObject({ ok: true });
    // The old session stays over.
    expect((await viewerOf(target.sessionId)).kind).toBe("anonymous");
    expect(await signIn({ email: row?.email ?? "", password: "Prevention1" })).toMatchObject({
      ok: true,
    });
  });

  it("a new role ends the session, is mailed, and is read at the next sign-in", async () => {
    const target = await joined(administrator);
    const asked = { accountId: target.accountId, role: "administrator" } as const;
    expect(await changeModeratorRole(administrator, asked)).toEqual({
      ok: true,
      data: { told: true },
    });
    // The same again: nothing changes, so nobody is told.
    expect(await changeModeratorRole(administrator, asked)).toMatchObject({
      data: { told: false },
    });
    const waiting = { ...asked, accountId: await invited(administrator) };
    expect(await changeModeratorRole(administrator, waiting)).toMatchObject({
      data: { told: false },
    });
    expect((await viewerOf(target.sessionId)).kind).toBe("anonymous");
    const sessionId = await db.transaction((tx) => openSession(tx, target.accountId));
    expect(await viewerOf(sessionId)).toMatchObject({ kind: "moderator", role: "administrator" });
    const email = (await accountRow(target.accountId))?.email ?? "";
    expect(
      await db.$count(mail, and(eq(mail.recipient, email), eq(mail.kind, "moderatorRoleChanged"))),
    ).toBe(1);
    expect(
      (await compose("moderatorRoleChanged", { accountId: target.accountId }))?.text,
    ).toContain("Vous gérez désormais les comptes des modérateurs");
    // The role an old viewer was made with is not what counts.
    await changeModeratorRole(administrator, { accountId: target.accountId, role: "moderator" });
    expect(
      await disableModerator({ ...target, role: "administrator" }, moderator.accountId),
    ).toMatchObject({ code: "notFound" });
  });

  it(
    "never leaves the portal without an administrator, even when all of them act on each " +
      "other at once",
    async () => {
      expect(
        await changeModeratorRole(administrator, {
          accountId: administrator.accountId,
          role: "moderator",
        }),
      ).toMatchObject({ code: "yourself" });
      expect(await disableModerator(administrator, administrator.accountId)).toMatchObject({
        code: "yourself",
      });
      for (let round = 0; round < 5; round++) {
        await db
          .update(account)
          .set({ portalAdministrator: false })
          .where(eq(account.role, "moderator"));
        const people = [
          await newModerator("administrator"),
          await newModerator("administrator"),
          await newModerator("administrator"),
        ];
        const attacks = people.flatMap((by) =>
          people
            .filter((target) => target !== by)
            .flatMap((target) => [
              changeModeratorRole(by, { accountId: target.accountId, role: "moderator" }),
              disableModerator(by, target.accountId),
            ]),
        );
        await Promise.all(attacks);
        expect(await administrators()).toBe(1);
      }
      await db
        .update(account)
        .set({ portalAdministrator: true, state: "active" })
        .where(eq(account.id, administrator.accountId));
    },
  );

  it("the last administrator is not closed for not having come", async () => {
    await db
      .update(account)
      .set({ portalAdministrator: false })
      .where(eq(account.role, "moderator"));
    const [last, idle] = [await newModerator("administrator"), await newModerator()];
    const months = 30.5 * 24 * 3600_000;
    shiftClock(23.5 * months);
    await closeIdleAccounts();
    const warned = await db.select().from(mail).where(eq(mail.kind, "accountIdle"));
    const told = warned.map(({ recipient }) => recipient);
    expect(told).toContain((await accountRow(idle.accountId))?.email);
    expect(told).not.toContain((await accountRow(last.accountId))?.email);
    await db.update(mail).set({ state: "sent", sentAt: now() }).where(eq(mail.kind, "accountIdle"));
    shiftClock(25.5 * months);
    await closeIdleAccounts();
    expect(await accountRow(last.accountId)).toMatchObject({
      state: "active",
      portalAdministrator: true,
    });
    expect(await accountRow(idle.accountId)).toMatchObject({
      state: "closed",
      portalAdministrator: false,
    });
  });
});

const day = 24 * 3600_000;
/** A Wednesday, at 9 in Paris. */
const start = new Date("2026-11-25T08:00:00Z").getTime();
const goTo = (days: number) => clockAt(start + days * (day + 60_000));

async function follows(
  departments: string[],
  digest: Digest,
): Promise<Moderator & { email: string }> {
  const viewer = await newModerator();
  expect(await choosePreferences(viewer, { departments, digest })).toMatchObject({ ok: true });
  return { ...viewer, email: (await accountRow(viewer.accountId))?.email ?? "" };
}

const mailsTo = (email: string, kind: "pendingDigest" | "offerToModerate") =>
  db
    .select()
    .from(mail)
    .where(and(eq(mail.recipient, email), eq(mail.kind, kind)))
    .orderBy(mail.id);

describe("what a moderator follows", () => {
  beforeAll(async () => {
    // Of this part only: what the others submitted does not wait any more.
    await db.execute("update offer set validation = 'refused' where validation = 'pending'");
  });

  it(
    "hears at once of the departments one follows, or of all; and not at all when one said " + "so",
    async () => {
      const [vosges, elsewhere, region, daily, never] = [
        await follows(["88"], "atOnce"),
        await follows(["67"], "atOnce"),
        await follows([], "atOnce"),
        await follows(["88"], "daily"),
        await follows(["88"], "never"),
      ];
      await submitted(await newOfferor());
      const heard = await Promise.all(
        [vosges, elsewhere, region, daily, never].map(
          async ({ email }) => (await mailsTo(email, "offerToModerate")).length,
        ),
      );
      expect(heard).toEqual([1, 0, 1, 0, 0]);
    },
  );

  it(
    "filters the queue by «Mes départements»; departments outside the region are nobody's " +
      "to follow",
    async () => {
      const [vosges, elsewhere, region] = [
        await follows(["88", "75", "2A"], "never"),
        await follows(["67"], "never"),
        await follows([], "never"),
      ];
      expect(await ownPreferences(vosges)).toEqual({ departments: ["88"], digest: "never" });
      const filter = queueFilterSchema.parse({ departement: "mes" });
      const totals = await Promise.all(
        [vosges, elsewhere, region].map(
          async (viewer) => (await pendingOffers(viewer, filter)).total,
        ),
      );
      expect(totals).toEqual([1, 0, 1]);
      const viewer = await newOfferor();
      expect(
        await choosePreferences(viewer, { departments: ["88"], digest: "never" }),
      ).toMatchObject({ code: "notFound" });
      expect(await ownPreferences(viewer)).toBeNull();
    },
  );

  it(
    "sends exactly the digests that are due in three weeks, one each however many workers " +
      "run, and none when nothing waits",
    async () => {
      goTo(0);
      const [daily, weekly, elsewhere, never] = [
        await follows(["88"], "daily"),
        await follows([], "weekly"),
        await follows(["67"], "daily"),
        await follows([], "never"),
      ];
      for (let days = 0; days <= 20; days += 1) {
        goTo(days);
        await Promise.all([digestPending(), digestPending(), digestPending()]);
      }
      const sent = async (email: string) =>
        (await mailsTo(email, "pendingDigest")).map(({ createdAt }) =>
          Math.floor((createdAt.getTime() - start) / (day + 60_000)),
        );
      // Chosen on day 0: the first comes the day after, or the Monday after (day 5).
      expect(await sent(daily.email)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
      expect(await sent(weekly.email)).toEqual([5, 12, 19]);
      expect(await sent(elsewhere.email)).toEqual([]);
      expect(await sent(never.email)).toEqual([]);
      expect(now().getTime()).toBeGreaterThan(start);
    },
    120_000,
  );

  it("weekly leaves on Mondays, though nothing waited on the one before", async () => {
    clockAt("2026-12-06T12:00:00Z");
    const weekly = await follows(["67"], "weekly");
    const sentOn = async (instant: string) => {
      clockAt(instant);
      await digestPending();
      return (await mailsTo(weekly.email, "pendingDigest")).length;
    };
    expect(await sentOn("2026-12-07T06:30:00Z")).toBe(0);
    clockAt("2026-12-09T10:00:00Z");
    const owner = await newOfferor();
    const offerId = await newDraft(owner, { sitePostcode: "67000", siteCommune: "67482" });
    const { version } = await rowOf(offerId);
    expect(await submitOffer(owner, { offerId, version, publishOnApproval: true })).toMatchObject({
      ok: true,
    });
    expect(await sentOn("2026-12-10T06:30:00Z")).toBe(0);
    expect(await sentOn("2026-12-14T06:30:00Z")).toBe(1);
  });

  it("says what waits when it leaves, and stops by a signed link, for that account only", async () => {
    const [viewer, other] = [await follows(["88"], "daily"), await follows([], "weekly")];
    const composed = await compose("pendingDigest", { accountId: viewer.accountId });
    expect(composed?.subject).toBe("Une offre attend votre décision");
    expect(composed?.text).toContain("Prévention de l’obésité");
    expect(composed?.text).toContain("/admin?departement=mes");
    const links = stopDigestLinks(viewer.accountId);
    expect(composed?.headers).toEqual({
      "List-Unsubscribe": `<${links.oneClick}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
    const token = links.page.split("/").at(-1) ?? "";
    expect(await stopDigest(`${other.accountId}.${token.split(".")[1]}`)).toMatchObject({
      code: "linkUnknown",
    });
    expect(await stopDigest(token)).toMatchObject({ ok: true });
    expect(await stopDigest(token)).toMatchObject({ ok: true });
    expect([(await ownPreferences(viewer))?.digest, (await ownPreferences(other))?.digest]).toEqual(
      ["never", "weekly"],
    );
    expect(await compose("pendingDigest", { accountId: viewer.accountId })).toBeNull();
    await db.execute("update offer set validation = 'refused' where validation = 'pending'");
    expect(await compose("pendingDigest", { accountId: other.accountId })).toBeNull();
    await decided(await newOfferor(), "approve");
    expect(await compose("pendingDigest", { accountId: other.accountId })).toBeNull();
  });

  it("sends digests again the day after a clock that was years ahead is right", async () => {
    goTo(0);
    const { email } = await follows(["88"], "daily");
    await submitted(await newOfferor());
    const sent = [];
    for (const days of [2000, 1, 2, 3]) {
      goTo(days);
      await digestPending();
      sent.push((await mailsTo(email, "pendingDigest")).length);
    }
    expect(sent).toEqual([1, 1, 2, 3]);
  });
});

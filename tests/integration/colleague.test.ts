import { and, eq, isNotNull } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { account } from "@/db/schema/account";
import { mail } from "@/db/schema/mail";
import { forgotPassword } from "@/lib/people/account/commands/links";
import { register } from "@/lib/people/account/commands/register";
import * as invitations from "@/lib/people/membership/commands/invite";
import { join } from "@/lib/people/membership/commands/join";
import * as management from "@/lib/people/membership/commands/manage";
import { activityOf } from "@/lib/people/membership/queries/activity";
import * as members from "@/lib/people/membership/queries/members";
import type { MemberRole } from "@/lib/people/membership/rules";
import type { Invitation, Joining } from "@/lib/people/membership/schema";
import { closeAccount } from "@/lib/people/profile/commands/close-account";
import type { Viewer } from "@/lib/platform/access/policy";
import { viewerOf } from "@/lib/platform/access/session";
import { db } from "@/lib/platform/database/client";
import { shiftClock } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import { accountRow, invited, newColleague, secretFor } from "../support/colleagues";
import { newDraft, newModerator, newOfferor, type Offeror, rowOf, termId } from "../support/people";

const { removeColleague, transferRole } = management;
const inviteColleague = (viewer: Viewer, input: Invitation) =>
  invitations.invite(viewer, "structure", input);
const resendInvitation = (viewer: Viewer, accountId: string) =>
  invitations.resendInvitation(viewer, "structure", accountId);
const cancelInvitation = (viewer: Viewer, accountId: string) =>
  invitations.cancelInvitation(viewer, "structure", accountId);
const changeRole = (viewer: Viewer, input: { accountId: string; role: MemberRole }) =>
  management.changeRole(viewer, "structure", input);
const joinStructure = (input: Joining) => join("structure", input);
const colleaguesOf = (viewer: Viewer) => members.membersOf(viewer, "structure");
const managedColleague = (viewer: Viewer, accountId: string) =>
  members.managedMember(viewer, "structure", accountId);
const invitationOf = (secret: string) => members.invitationOf("structure", secret);
const person = {
  lastName: "Klein",
  firstName: "Paul",
  function: "CPE",
  phone: "+33329000001",
  password: "Prevention1",
};
const invitation = (email: string) => ({
  email,
  firstName: "",
  lastName: "",
  role: "editor" as const,
});

async function administrators(structureId: string): Promise<number> {
  return db.$count(
    account,
    and(
      eq(account.structureId, structureId),
      eq(account.role, "administrator"),
      eq(account.state, "active"),
      isNotNull(account.passwordHash),
    ),
  );
}

describe("colleagues", () => {
  let administrator: Offeror;
  let editor: Offeror;
  let stranger: Offeror;
  let moderator: Viewer;
  beforeAll(async () => {
    administrator = await newOfferor();
    [editor, stranger, moderator] = [
      await newColleague(administrator),
      await newOfferor(),
      await newModerator(),
    ];
  });

  it(
    "every command denies an anonymous visitor, a moderator, an editor and another " +
      "structure, and changes nothing",
    async () => {
      const target = await newColleague(administrator);
      const waiting = await invited(administrator);
      const deniers: Viewer[] = [{ kind: "anonymous" }, moderator, editor, stranger];
      for (const viewer of deniers) {
        expect(
          await changeRole(viewer, { accountId: target.accountId, role: "administrator" }),
        ).toMatchObject({ code: "notFound" });
        for (const command of [transferRole, removeColleague])
          expect(await command(viewer, target.accountId)).toMatchObject({ code: "notFound" });
        for (const command of [resendInvitation, cancelInvitation])
          expect(await command(viewer, waiting)).toMatchObject({ code: "notFound" });
        expect(await managedColleague(viewer, target.accountId)).toBeNull();
      }
      for (const viewer of deniers.slice(0, 3))
        expect(await inviteColleague(viewer, invitation("x@exemple.fr"))).toMatchObject({
          code: "notFound",
        });
      for (const command of [transferRole, removeColleague, cancelInvitation])
        expect(await command(administrator, newId())).toMatchObject({ code: "notFound" });
      expect(await accountRow(target.accountId)).toMatchObject({ role: "editor", state: "active" });
      expect(await accountRow(waiting)).toMatchObject({ passwordHash: null, state: "active" });
    },
  );

  it("lists the people of one's own structure to its people, and to nobody else", async () => {
    const seen = await colleaguesOf(editor);
    expect(seen.map(({ id }) => id)).toEqual(
      expect.arrayContaining([administrator.accountId, editor.accountId]),
    );
    expect(seen.find(({ id }) => id === editor.accountId)).toMatchObject({
      isSelf: true,
      standing: "joined",
      addressConfirmed: true,
      role: "editor",
    });
    expect(seen.find(({ id }) => id === editor.accountId)?.lastSeenAt).toBeInstanceOf(Date);
    expect((await colleaguesOf(stranger)).map(({ id }) => id)).toEqual([stranger.accountId]);
    for (const viewer of [moderator, { kind: "anonymous" } as const])
      expect(await colleaguesOf(viewer)).toEqual([]);
  });

  it("an invitation is one link that serves once; sent again, the earlier one is dead", async () => {
    const accountId = await invited(administrator);
    const first = await secretFor(accountId, "joinStructure");
    expect(await invitationOf(first)).toMatchObject({ role: "editor" });
    expect((await resendInvitation(administrator, accountId)).ok).toBe(true);
    expect(await invitationOf(first)).toBeNull();
    expect(await joinStructure({ ...person, token: first })).toMatchObject({
      code: "linkUnusable",
    });
    const second = await secretFor(accountId, "joinStructure");
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => joinStructure({ ...person, token: second })),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await accountRow(accountId))?.emailConfirmedAt).not.toBeNull();
    expect(await resendInvitation(administrator, accountId)).toMatchObject({
      code: "alreadyJoined",
    });
    expect(await cancelInvitation(administrator, accountId)).toMatchObject({
      code: "alreadyJoined",
    });
  });

  it("a cancelled invitation opens nothing and leaves no address behind", async () => {
    const email = `annule.${newId()}@exemple.fr`;
    const accountId = await invited(administrator, "editor", email);
    const secret = await secretFor(accountId, "joinStructure");
    expect((await cancelInvitation(administrator, accountId)).ok).toBe(true);
    expect(await joinStructure({ ...person, token: secret })).toMatchObject({
      code: "linkUnusable",
    });
    expect(await accountRow(accountId)).toBeUndefined();
    expect(await db.$count(mail, eq(mail.recipient, email))).toBe(0);
  });

  it(
    "refuses an address that has an account, or that was invited already, and does not " +
      "touch that account",
    async () => {
      const before = await accountRow(stranger.accountId);
      expect(await inviteColleague(administrator, invitation(before?.email ?? ""))).toMatchObject({
        code: "emailTaken",
        field: "email",
      });
      expect(await accountRow(stranger.accountId)).toEqual(before);
      const email = `deux.${newId()}@exemple.fr`;
      await invited(administrator, "editor", email);
      expect(await inviteColleague(administrator, invitation(email))).toMatchObject({
        code: "alreadyInvited",
      });
      expect(await inviteColleague(stranger, invitation(email))).toMatchObject({
        code: "emailTaken",
      });
    },
  );

  it(
    "an invitation that ran out frees its address; a forgotten password brings it back " +
      "instead of a password",
    async () => {
      const by = await newOfferor();
      const email = `expire.${newId()}@exemple.fr`;
      const accountId = await invited(by, "editor", email);
      await forgotPassword(email);
      expect(await secretFor(accountId, "choosePassword")).toBe("");
      expect(
        await db.$count(mail, and(eq(mail.recipient, email), eq(mail.kind, "joinStructure"))),
      ).toBe(2);
      const structure = {
        name: "S",
        street: "1 rue",
        postcode: "88000",
        commune: "88160",
        typeId: await termId("structureType", "Collège"),
        representativeName: "A",
        representativeFunction: "B",
      };
      expect(await register(structure, { ...person, email })).toMatchObject({ code: "emailTaken" });
      shiftClock(8 * 24 * 3600_000);
      try {
        expect(
          (await colleaguesOf(by)).find(({ id }) => id === accountId)?.standing ?? "signed out",
        ).toBe("invitationExpired");
        expect((await register(structure, { ...person, email })).ok).toBe(true);
      } finally {
        shiftClock(0);
      }
    },
  );

  it("throttles invitations", async () => {
    const by = await newOfferor();
    const outcomes = [];
    for (let index = 0; index < 31; index++)
      outcomes.push(await inviteColleague(by, invitation(`f${index}.${newId()}@exemple.fr`)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(30);
    expect(outcomes.at(-1)).toMatchObject({ code: "tooManyInvitations" });
  });

  it(
    "removing someone passes their offers on, ends their sessions at once and takes the " +
      "person out",
    async () => {
      const by = await newOfferor();
      const leaving = await newColleague(by);
      const offerId = await newDraft(leaving);
      const email = (await accountRow(leaving.accountId))?.email ?? "";
      expect(await removeColleague(by, by.accountId)).toMatchObject({ code: "yourself" });
      expect((await removeColleague(by, leaving.accountId)).ok).toBe(true);
      expect((await rowOf(offerId)).accountId).toBe(by.accountId);
      expect(await viewerOf(leaving.sessionId)).toEqual({ kind: "anonymous" });
      expect(await accountRow(leaving.accountId)).toMatchObject({
        state: "closed",
        phone: "",
        passwordHash: null,
      });
      expect((await inviteColleague(by, invitation(email))).ok).toBe(true);
    },
  );

  it("a change of role refuses the old cookie on the next request", async () => {
    const by = await newOfferor();
    const other = await newColleague(by);
    expect((await changeRole(by, { accountId: other.accountId, role: "administrator" })).ok).toBe(
      true,
    );
    expect(await viewerOf(other.sessionId)).toEqual({ kind: "anonymous" });
    const transferred = await transferRole(by, other.accountId);
    expect(await viewerOf(by.sessionId)).toEqual({ kind: "anonymous" });
    expect(await viewerOf(transferred.ok ? transferred.data.sessionId : "")).toMatchObject({
      role: "editor",
      accountId: by.accountId,
    });
    // The viewer a page was rendered for has the role no more, whatever it says.
    expect(await removeColleague(by, other.accountId)).toMatchObject({ code: "notFound" });
  });

  it("keeps an administrator through a storm of transfers, removals, demotions and closings", async () => {
    for (let round = 0; round < 5; round++) {
      const first = await newOfferor();
      const second = await newColleague(first, "administrator");
      const third = await newColleague(first, "administrator");
      const all = [first, second, third];
      const deeds = all.flatMap((actor, index) => {
        const [one, two] = [all[(index + 1) % 3] ?? actor, all[(index + 2) % 3] ?? actor];
        return [
          () => transferRole(actor, one.accountId),
          () => removeColleague(actor, two.accountId),
          () => changeRole(actor, { accountId: one.accountId, role: "editor" }),
          () => closeAccount(actor, "Prevention1"),
        ];
      });
      await Promise.all(deeds.sort(() => Math.random() - 0.5).map((deed) => deed()));
      const people = await db.$count(
        account,
        and(eq(account.structureId, first.structureId), eq(account.state, "active")),
      );
      if (people > 0) expect(await administrators(first.structureId)).toBeGreaterThan(0);
    }
  });

  it("tells each who did what, page by page, and nothing to another structure", async () => {
    const by = await newOfferor();
    const other = await newColleague(by);
    const offerId = await newDraft(other);
    for (let index = 0; index < 40; index++) await newDraft(by);
    const first = await activityOf(other);
    expect(first.entries).toHaveLength(30);
    const rest = await activityOf(other, first.next ?? "");
    const entries = [...first.entries, ...rest.entries];
    expect(rest.next).toBeNull();
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    expect(entries.find((entry) => entry.offer?.id === offerId)).toMatchObject({
      deed: "offer:create",
      actor: { kind: "colleague", name: "Paul Klein" },
      offer: { title: "Prévention de l’obésité" },
    });
    expect(entries.filter(({ deed }) => deed === "colleague:invite")).toMatchObject([
      { about: "Paul Klein", actor: { name: "Claire Martin" } },
    ]);
    expect((await activityOf(stranger)).entries.every(({ offer }) => offer?.id !== offerId)).toBe(
      true,
    );
    for (const viewer of [moderator, { kind: "anonymous" } as const])
      expect(await activityOf(viewer)).toEqual({ entries: [], next: null });
    expect((await activityOf(other, "------------------------------------")).entries).toHaveLength(
      30,
    );
  });
});

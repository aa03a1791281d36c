import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { account } from "@/db/schema/account";
import { mail } from "@/db/schema/mail";
import { switchAccount } from "@/lib/agency/help-desk/commands/switch-account";
import { liftSuspension, suspend } from "@/lib/agency/suspension/commands/suspend";
import { compose } from "@/lib/mails/compose";
import { suspensionOf } from "@/lib/offer/suspended/queries";
import type { SuspendedThing } from "@/lib/offer/suspended/rules";
import { db } from "@/lib/platform/database/client";
import { invited, newColleague } from "../support/colleagues";
import { approved, newModerator, newOfferor, type Offeror } from "../support/people";

const message = "Le terrain n’accueille plus d’étudiants.";
const set = (accountId: string, values: Partial<typeof account.$inferInsert>) =>
  db.update(account).set(values).where(eq(account.id, accountId));

const cases: Record<
  string,
  {
    thing: SuspendedThing;
    of: (owner: Offeror) => string | Promise<string>;
    values?: Partial<typeof account.$inferInsert>;
    told: number;
  }
> = {
  "the owner of an account": { thing: "account", of: (owner) => owner.accountId, told: 1 },
  "nobody of an account that was disabled": {
    thing: "account",
    of: (owner) => owner.accountId,
    values: { state: "disabled" },
    told: 0,
  },
  "nobody of an account whose address was not confirmed: its letter would not leave": {
    thing: "account",
    of: (owner) => owner.accountId,
    values: { emailConfirmedAt: null },
    told: 0,
  },
  "nobody of an account that was invited": {
    thing: "account",
    of: (owner) => invited(owner),
    told: 0,
  },
  "nobody of an offer whose depositor was disabled": {
    thing: "offer",
    of: approved,
    values: { state: "disabled" },
    told: 0,
  },
  "each administrator of a structure": {
    thing: "structure",
    of: async (owner) => {
      const colleague = await newColleague(owner, "administrator");
      await set(colleague.accountId, { emailConfirmedAt: new Date() });
      return owner.structureId;
    },
    told: 2,
  },
  "nobody of a structure whose only administrator was disabled": {
    thing: "structure",
    of: (owner) => owner.structureId,
    values: { state: "disabled" },
    told: 0,
  },
};

it.each(Object.entries(cases))(
  "who suspends and lifts knows that it tells %s",
  async (_, { thing, of, values, told }) => {
    const [moderator, owner] = [await newModerator(), await newOfferor()];
    const id = await of(owner);
    if (values) await set(owner.accountId, values);
    expect(await suspend(moderator, { thing, id, message })).toEqual({
      ok: true,
      data: { thing, id, told },
    });
    const suspensionId = (await suspensionOf(db, thing, id))?.id ?? "";
    const letters = () => db.$count(mail, sql`${mail.params}->>'suspensionId' = ${suspensionId}`);
    expect(await letters()).toBe(told);
    expect(await liftSuspension(moderator, { thing, id, suspensionId })).toEqual({
      ok: true,
      data: { thing, id, told },
    });
    expect(await letters()).toBe(2 * told);
  },
);

it("who is reactivated reads what the public sees of their offers, a suspension included", async () => {
  const [moderator, owner] = [await newModerator(), await newOfferor()];
  const { accountId } = owner;
  const letter = async () =>
    ((await compose("accountSwitched", { accountId }))?.text ?? "").replaceAll(/\s+/g, " ");
  const reactivated = async () => {
    for (const command of ["deactivate", "reactivate"] as const)
      expect(await switchAccount(moderator, accountId, command)).toMatchObject({ ok: true });
    return letter();
  };
  expect(await reactivated()).not.toMatch(/visible/i);
  await approved(owner);
  expect(await reactivated()).toContain("Visible dans le catalogue.");
  await suspend(moderator, { thing: "account", id: accountId, message });
  const words = await reactivated();
  expect(words).toContain("Pas visible : l’agence a suspendu votre compte.");
  expect(words).not.toMatch(/de nouveau visibles|Visible dans le catalogue/);
});

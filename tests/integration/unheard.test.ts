import { and, eq, like, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { account, token } from "@/db/schema/account";
import { mail } from "@/db/schema/mail";
import { structure } from "@/db/schema/structure";
import { offer } from "@/lib/offer/content/tables";
import {
  departmentsNobodyFollows,
  departmentsNobodyFollowsFor,
  moderatorAddresses,
} from "@/lib/offer/lifecycle/queries/addresses";
import { inviteModerator } from "@/lib/people/account/commands/links";
import type { Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { env, OperatorError } from "@/lib/platform/environment/env";
import { enqueueMail } from "@/lib/platform/outbox/enqueue";
import { newId } from "@/lib/platform/values/id";
import { seedDemo } from "@/lib/start/seed/demo";
import { demoFates } from "@/lib/start/seed/demo-offers";
import { newOfferor } from "../support/people";

const region = () => env.agency.departments;
const set = (values: Partial<typeof account.$inferInsert>) =>
  db.update(account).set(values).where(eq(account.role, "moderator"));

describe("offers that nobody would hear of", () => {
  it("are all, while nobody moderates", async () => {
    expect(await departmentsNobodyFollows()).toEqual(region());
  });

  it.each([
    ["invited, without a password yet", { passwordHash: null }, () => region()],
    ["who hears of everything", { passwordHash: "x" }, () => []],
    ["who stopped all mails", { digest: "never" }, () => region()],
    ["with a digest a week", { digest: "weekly" }, () => []],
    [
      "who follows two departments",
      { digest: "atOnce", followedDepartments: ["54", "88"] },
      () => region().filter((code) => code !== "54" && code !== "88"),
    ],
    ["who was disabled", { state: "disabled", followedDepartments: [] }, () => region()],
  ] as const)("are told from the moderator %s", async (_, values, unheard) => {
    await inviteModerator({ email: "seule@ars.example" });
    await set({
      ...values,
      followedDepartments: [...("followedDepartments" in values ? values.followedDepartments : [])],
    });
    expect(await departmentsNobodyFollows()).toEqual(unheard());
  });
});

describe("the demonstration on a portal that others use", () => {
  const found = async () => [
    await db.select().from(account),
    await db.$count(structure),
    await db.$count(mail),
    await db.$count(token),
  ];

  it("is refused, and adds and deletes nothing", async () => {
    await inviteModerator({ email: "quelquun@ars.example" });
    await db.transaction((tx) =>
      enqueueMail(tx, "passwordChanged", "quelquun@ars.example", { accountId: newId() }),
    );
    const before = await found();
    await expect(seedDemo({ structures: 1, offers: 1 })).rejects.toThrow(OperatorError);
    expect(await found()).toEqual(before);
  });
});

describe("the demonstration", () => {
  let links: { role: string; link: string }[];
  let owner: string;
  beforeAll(async () => {
    await db.execute(sql`truncate account, structure, mail cascade`);
    links = await seedDemo({ structures: 2, offers: 4 });
    const [first] = await db
      .select()
      .from(account)
      .where(eq(account.role, "administrator"))
      .orderBy(account.id)
      .limit(1);
    owner = first?.id ?? "";
  });

  it("has somebody who hears of submissions, and who administers the portal", async () => {
    expect(links.map(({ role }) => role)).toEqual(["offreur", "modération ARS"]);
    expect(await departmentsNobodyFollows()).toEqual([]);
    expect(await moderatorAddresses(db, ["54"])).toEqual(["moderation@demonstration.example"]);
    const [moderator] = await db
      .select()
      .from(account)
      .where(eq(account.email, "moderation@demonstration.example"));
    expect(moderator?.portalAdministrator).toBe(true);
  });

  it("gives its offeror an offer in every state", async () => {
    const offers = await db.select().from(offer).where(eq(offer.accountId, owner));
    expect(offers.length).toBeGreaterThanOrEqual(demoFates.length);
    const has = (is: (row: (typeof offers)[number]) => boolean) => offers.some(is);
    for (const state of ["draft", "pending", "changesRequested", "refused", "approved"] as const) {
      expect(
        has((row) => row.validation === state),
        state,
      ).toBe(true);
    }
    const isLive = (row: (typeof offers)[number]) =>
      row.validation === "approved" && row.deletedAt === null && row.archivedAt === null;
    expect(
      has((row) => isLive(row) && row.publication === "published" && row.pausedUntil === null),
    ).toBe(true);
    expect(has((row) => isLive(row) && row.publication === "unpublished")).toBe(true);
    expect(has((row) => row.pausedUntil !== null)).toBe(true);
    expect(has((row) => row.archivedAt !== null)).toBe(true);
    expect(has((row) => row.deletedAt !== null)).toBe(true);
    expect(has((row) => row.validation === "pending" && row.approvedRevisionId !== null)).toBe(
      true,
    );
  });

  it("makes links for its own accounts, whoever else comes", async () => {
    const ownAccounts = and(
      like(account.email, "offreur%@demonstration.example"),
      eq(account.state, "active"),
    );
    await db.update(account).set({ role: "editor" }).where(ownAccounts);
    const visitor = await newOfferor();
    const again = await seedDemo({ structures: 2, offers: 4 });
    await db.update(account).set({ role: "administrator" }).where(ownAccounts);
    expect(again.map(({ role }) => role)).toEqual(["modération ARS"]);
    expect(await db.$count(structure)).toBe(3);
    expect(
      await db.$count(
        token,
        and(eq(token.purpose, "demoSignIn"), eq(token.accountId, visitor.accountId)),
      ),
    ).toBe(0);
  });

  it("tells a structure, too, when nobody would hear of its offers", async () => {
    const [row] = await db.select().from(account).where(eq(account.id, owner));
    const viewer: Viewer = {
      kind: "offeror",
      accountId: owner,
      sessionId: "",
      structureId: row?.structureId ?? "",
      role: "administrator",
      name: "",
      addressConfirmed: true,
      readOnly: false,
    };
    expect(await departmentsNobodyFollowsFor(viewer)).toEqual([]);
    await set({ digest: "never" });
    expect(await departmentsNobodyFollowsFor(viewer)).toHaveLength(1);
    expect(await departmentsNobodyFollowsFor({ kind: "anonymous" })).toEqual([]);
  });
});

import { randomUUID } from "node:crypto";
import { and, eq, inArray, isNull, like, sql } from "drizzle-orm";
import { account } from "@/db/schema/account";
import { commune } from "@/db/schema/commune";
import { mail } from "@/db/schema/mail";
import { structure } from "@/db/schema/structure";
import { vocabularyTerm } from "@/db/schema/vocabulary";
import { inviteModerator } from "@/lib/people/account/commands/links";
import { makeStructure } from "@/lib/people/account/commands/register";
import { createToken } from "@/lib/people/account/commands/tokens";
import { hashPassword } from "@/lib/people/account/password";
import type { Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { env, OperatorError } from "@/lib/platform/environment/env";
import { now } from "@/lib/platform/values/clock";
import { linkFor } from "@/lib/platform/visitor/token";
import { firstNames, functions, lastNames, streets, structureKinds } from "./demo-data/structures";
import { demoFates, depositDemoOffer, fateOf } from "./demo-offers";

/** How much of a region there is. */
const whole = { structures: 60, offers: 150 };
const domain = "@demonstration.example";
const moderatorAddress = `moderation${domain}`;

/**
 * Fills an empty portal with a believable region, through the portal's own commands, and makes a
 * sign-in link for one of its accounts of each role. On a portal that was filled so before it only
 * makes the links.
 * @throws OperatorError when the portal is not the demonstration's: its first account is another
 */
export async function seedDemo(size = whole): Promise<{ role: string; link: string }[]> {
  const [first] = await db
    .select({ email: account.email })
    .from(account)
    .orderBy(account.id)
    .limit(1);
  if (first && first.email !== moderatorAddress) {
    throw new OperatorError(
      "Cette base sert déjà : la démonstration n’y publie pas d’offres inventées. Retirez " +
        "--demo, ou donnez une base vide.",
    );
  }
  if ((await db.$count(structure)) === 0) await fill(size);
  // Nobody types it: who has a password hears of submissions, who has none was only invited.
  const passwordHash = await hashPassword(randomUUID());
  await db
    .update(account)
    .set({ passwordHash, emailConfirmedAt: now() })
    .where(and(eq(account.email, moderatorAddress), isNull(account.passwordHash)));
  const [moderator] = await db
    .select()
    .from(account)
    .where(and(eq(account.email, moderatorAddress), eq(account.state, "active")));
  const [offeror] = await db
    .select()
    .from(account)
    .where(and(eq(account.role, "administrator"), like(account.email, `%${domain}`)))
    .orderBy(account.id)
    .limit(1);
  const links: { role: string; link: string }[] = [];
  for (const [role, who] of [
    ["offreur", offeror],
    ["modération ARS", moderator],
  ] as const) {
    if (!who) continue;
    const id = await db.transaction((tx) => createToken(tx, who.id, "demoSignIn"));
    links.push({ role, link: linkFor({ id, purpose: "demoSignIn" }) });
  }
  return links;
}

async function fill(size: typeof whole): Promise<void> {
  // Where nobody administers the portal yet, this one does.
  await inviteModerator({ email: moderatorAddress, firstName: "Camille", lastName: "Moreau" });
  const [moderator] = await db.select().from(account).where(eq(account.email, moderatorAddress));
  if (!moderator) return;
  const terms = new Map(
    (await db.select().from(vocabularyTerm)).map((term) => [`${term.kind}:${term.label}`, term.id]),
  );
  const towns = await townsOfRegion();
  const viewers: Extract<Viewer, { kind: "offeror" }>[] = [];
  for (let index = 0; index < size.structures; index++)
    viewers.push(await registerDemoStructure(index, towns, terms));
  const deciding: Viewer = {
    kind: "moderator",
    accountId: moderator.id,
    sessionId: "",
    role: "moderator",
    name: "",
  };
  for (let index = 0; index < size.offers; index++) {
    const viewer = viewers[index % viewers.length];
    if (viewer)
      await depositDemoOffer({
        index,
        fate: fateOf(index),
        viewer,
        moderator: deciding,
        kind: kindOf(index % viewers.length),
        terms,
      });
  }
  // Whoever signs in as the offeror sees every state there is.
  const [shown] = viewers;
  for (const [index, fate] of demoFates.entries()) {
    if (shown)
      await depositDemoOffer({
        index: index + 1,
        fate,
        viewer: shown,
        moderator: deciding,
        kind: kindOf(0),
        terms,
      });
  }
  // Hundreds of messages about invented events would hide the ones that a visitor causes.
  await db.delete(mail);
}

function kindOf(index: number) {
  const kind = structureKinds[index % structureKinds.length];
  if (!kind) throw new Error("No kind of structure.");
  return kind;
}

async function townsOfRegion() {
  return db
    .select()
    .from(commune)
    .where(inArray(commune.department, env.agency.departments))
    .orderBy(sql`md5(${commune.code})`)
    .limit(whole.structures);
}

async function registerDemoStructure(
  index: number,
  towns: Awaited<ReturnType<typeof townsOfRegion>>,
  terms: ReadonlyMap<string, string>,
): Promise<Extract<Viewer, { kind: "offeror" }>> {
  const kind = kindOf(index);
  const town = towns[index % towns.length];
  if (!town) throw new Error("The region has no commune: load the reference data first.");
  const pick = <T>(list: readonly T[], shift = 0): T =>
    list[(index * 7 + shift) % list.length] as T;
  const firstName = pick(firstNames);
  const lastName = pick(lastNames, 3);
  const email = `offreur${index + 1}${domain}`;
  const registered = await makeStructure(
    {
      name:
        `${kind.names[Math.floor(index / structureKinds.length) % kind.names.length]} – ` +
        town.name,
      street: `${(index % 40) + 1} ${pick(streets)}`,
      postcode: town.postcodes[0] ?? "",
      commune: town.code,
      typeId: terms.get(`structureType:${kind.type}`) ?? "",
      representativeName: `${pick(firstNames, 5)} ${pick(lastNames, 1)}`,
      representativeFunction: kind.representative,
    },
    {
      lastName,
      firstName,
      function: pick(functions),
      phone: `+3338300${String(1000 + index)}`,
      email,
      password: `${randomUUID()}A`,
    },
  );
  if (!registered.ok) throw new Error(`Demo structure ${index}: ${registered.code}`);
  // One in twelve has not confirmed its address: that state has to be seen too.
  const [row] = await db
    .update(account)
    .set(index % 12 === 11 ? { emailConfirmedAt: null } : { emailConfirmedAt: new Date() })
    .where(eq(account.email, email))
    .returning({ id: account.id, structureId: account.structureId });
  return {
    kind: "offeror",
    accountId: row?.id ?? "",
    sessionId: "",
    structureId: row?.structureId ?? "",
    role: "administrator",
    name: "",
    addressConfirmed: true,
    readOnly: false,
  };
}

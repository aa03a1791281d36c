import { and, desc, eq } from "drizzle-orm";
import { account, token } from "@/db/schema/account";
import { invite } from "@/lib/people/membership/commands/invite";
import { join } from "@/lib/people/membership/commands/join";
import type { StructureRole } from "@/lib/platform/access/policy";
import { viewerOf } from "@/lib/platform/access/session";
import { db } from "@/lib/platform/database/client";
import { linkFor, type TokenPurpose } from "@/lib/platform/visitor/token";
import type { Offeror } from "./people";

let made = 0;

/** The secret of the last link made for an account: what its mail carries. */
export async function secretFor(accountId: string, purpose: TokenPurpose): Promise<string> {
  const [row] = await db
    .select({ id: token.id })
    .from(token)
    .where(and(eq(token.accountId, accountId), eq(token.purpose, purpose)))
    .orderBy(desc(token.createdAt), desc(token.id))
    .limit(1);
  return row ? (linkFor({ id: row.id, purpose }).split("/").at(-1) ?? "") : "";
}

export async function invited(
  by: Offeror,
  role: StructureRole = "editor",
  email = "",
): Promise<string> {
  made += 1;
  const outcome = await invite(by, "structure", {
    email: email || `collegue${made}.${by.structureId}@exemple.fr`,
    firstName: "",
    lastName: "",
    role,
  });
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.data.accountId;
}

/** Someone who was invited and has joined, signed in, by the real commands. */
export async function newColleague(by: Offeror, role: StructureRole = "editor"): Promise<Offeror> {
  const accountId = await invited(by, role);
  const joined = await join("structure", {
    token: await secretFor(accountId, "joinStructure"),
    lastName: "Klein",
    firstName: "Paul",
    function: "CPE",
    phone: "+33329000001",
    password: "Prevention1",
  });
  if (!joined.ok) throw new Error(joined.code);
  const viewer = await viewerOf(joined.data.sessionId);
  if (viewer.kind !== "offeror") throw new Error("not signed in");
  return viewer;
}

export async function accountRow(id: string) {
  const [row] = await db.select().from(account).where(eq(account.id, id));
  return row;
}

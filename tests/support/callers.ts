import { eq } from "drizzle-orm";
import { account } from "@/db/schema/account";
import type { ContactInput } from "@/lib/catalogue/contact/schema";
import { db } from "@/lib/platform/database/client";
import { newId } from "@/lib/platform/values/id";
import { type Caller, unknownCaller } from "@/lib/platform/visitor/caller";
import type { Offeror } from "./people";

let made = 0;
/** A visitor of a network nobody else of these tests comes from. */
export function elsewhere(): Caller {
  made += 1;
  return { ...unknownCaller, network: `198.51.100.${made}` };
}

export const emailOf = async ({ accountId }: Offeror) =>
  (await db.select({ email: account.email }).from(account).where(eq(account.id, accountId)))[0]
    ?.email ?? "";
export const newAddress = () => `${newId()}@exemple.fr`;

/** What somebody writes to the structure of an offer. */
export const messageTo = (reference: string): ContactInput => ({
  reference,
  name: "Inès Morel",
  email: newAddress(),
  establishment: "IFSI d’Épinal",
  students: 2,
  disciplines: ["nursing", "medicine"],
  months: [3],
  halfDays: ["thursday-pm"],
  words: "Est-ce possible à deux ?",
});
export const codeOf = (outcome: { ok: boolean; code?: string }) =>
  outcome.ok ? "ok" : (outcome.code ?? "");

import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { account } from "@/db/schema/account";
import { signIn } from "@/lib/account/commands/sign-in";
import { isBusy } from "@/lib/platform/busy";
import { hashing } from "@/lib/platform/lane";
import { filled } from "../support/filled";
import { newOfferor } from "../support/people";

it("turns away who signs in when too many passwords are being computed, known or not, and lets in the next", async () => {
  const { accountId } = await newOfferor();
  const [known] = await db.select({ email: account.email }).from(account).where(eq(account.id, accountId));
  const email = known?.email ?? "";
  const ask = (address: string) => signIn({ email: address, password: "Prevention1" });
  const leave = await filled(hashing);
  const outcomes = await Promise.allSettled([ask(email), ask("personne@exemple.fr")]);
  expect(outcomes.map((each) => each.status === "rejected" && isBusy(each.reason))).toEqual([true, true]);
  await leave();
  expect(await ask(email)).toMatchObject({ ok: true });
  expect(await ask("personne@exemple.fr")).toMatchObject({ code: "badCredentials" });
});

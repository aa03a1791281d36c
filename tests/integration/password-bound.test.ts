import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { account, throttle } from "@/db/schema/account";
import { choosePassword } from "@/lib/people/account/commands/links";
import { signIn } from "@/lib/people/account/commands/sign-in";
import { join } from "@/lib/people/membership/commands/join";
import { db } from "@/lib/platform/database/client";
import { isBusy } from "@/lib/platform/load/busy";
import { hashing } from "@/lib/platform/load/lane";
import { newId } from "@/lib/platform/values/id";
import { signedToken } from "@/lib/platform/visitor/signed-link";
import { filled } from "../support/filled";
import { newOfferor } from "../support/people";

it(
  "turns away who signs in when too many passwords are being computed, known or not, and " +
    "lets in the next",
  async () => {
    const { accountId } = await newOfferor();
    const [known] = await db
      .select({ email: account.email })
      .from(account)
      .where(eq(account.id, accountId));
    const email = known?.email ?? "";
    const ask = (address: string) => signIn({ email: address, password: "Prevention1" });
    const counted = await db.select().from(throttle);
    const leave = await filled(hashing);
    const outcomes = await Promise.allSettled([ask(email), ask("personne@exemple.fr")]);
    expect(outcomes.map((each) => each.status === "rejected" && isBusy(each.reason))).toEqual([
      true,
      true,
    ]);
    await leave();
    // Nothing was counted against the owner: as many attempts are left as before.
    expect(await db.select().from(throttle)).toEqual(counted);
    expect(await ask(email)).toMatchObject({ ok: true });
    expect(await ask("personne@exemple.fr")).toMatchObject({ code: "badCredentials" });
  },
);

it("computes nothing for a link that was never made, or opens nothing any more", async () => {
  const person = { firstName: "Léa", lastName: "Partie", function: "CPE", phone: "0329000000" };
  const leave = await filled(hashing);
  for (const token of ["invente", signedToken("token", newId())]) {
    const input = { token, password: "Prevention1" };
    expect(await choosePassword(input)).toMatchObject({ code: "linkUnusable" });
    expect(await join("structure", { ...person, ...input })).toMatchObject({
      code: "linkUnusable",
    });
  }
  await leave();
});

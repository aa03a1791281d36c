// Covers: lib/people/account/ lib/platform/visitor/limits.ts lib/platform/visitor/throttle.ts
// Covers: lib/platform/visitor/network.ts
import { and, eq, isNull } from "drizzle-orm";
import { afterEach, expect, it, vi } from "vitest";
import { throttle, token } from "@/db/schema/account";
import { choosePassword, forgotPassword } from "@/lib/people/account/commands/links";
import { signIn } from "@/lib/people/account/commands/sign-in";
import { db } from "@/lib/platform/database/client";
import { shiftClock } from "@/lib/platform/values/clock";
import { newId } from "@/lib/platform/values/id";
import { unknownCaller } from "@/lib/platform/visitor/caller";
import { networkOf } from "@/lib/platform/visitor/network";
import { linkFor } from "@/lib/platform/visitor/token";
import { codeOf, elsewhere, emailOf } from "../support/callers";
import { newOfferor } from "../support/people";

const hour = 3_600_000;
const password = "Prevention1";

// What one network may do is raised for the other tests; here it is what a portal is installed
// with.
vi.hoisted(() => {
  process.env.NETWORK_LIMIT_FACTOR = "1";
});
afterEach(() => shiftClock(0));

it(
  "a password is evaluated 25 times a day at most, whatever addresses are forged; the " +
    "owner signs in and recovers (S6)",
  async () => {
    const viewer = await newOfferor();
    const email = await emailOf(viewer);
    const evaluated = { forged: 0, botnet: 0 };
    // A day of guesses, from addresses that are made up before the one the relay saw.
    const forged = async (turn: number) => {
      const network = networkOf(
        new Headers({ "x-forwarded-for": `203.0.${turn % 250}.${turn % 199}, 192.0.2.66` }),
        1,
        "",
      );
      if (
        codeOf(await signIn({ email, password: "faux" }, { ...unknownCaller, network })) ===
        "badCredentials"
      )
        evaluated.forged += 1;
    };
    const [started, rounds, each] = [Date.now(), 200, 50];
    for (let round = 0; round < rounds; round++) {
      shiftClock(Math.floor((round / rounds) * 24 * hour) - (Date.now() - started));
      await Promise.all(Array.from({ length: each }, (_, turn) => forged(round * each + turn)));
    }
    shiftClock(0);
    await db.delete(throttle);
    for (let turn = 0; turn < 200; turn++) {
      if (codeOf(await signIn({ email, password: "faux" }, elsewhere())) === "badCredentials")
        evaluated.botnet += 1;
    }
    expect(evaluated.forged).toBeGreaterThan(5);
    expect(evaluated.forged).toBeLessThanOrEqual(25);
    expect(evaluated.botnet).toBe(25);
    const owner = { ...elsewhere(), device: { id: newId(), accountIds: [viewer.accountId] } };
    expect(await signIn({ email, password }, elsewhere())).toMatchObject({
      code: "tooManyAttempts",
    });
    expect(await signIn({ email, password }, owner)).toMatchObject({ ok: true });
    expect(await forgotPassword(email, elsewhere())).toMatchObject({ ok: true });
    const [link] = await db
      .select()
      .from(token)
      .where(
        and(
          eq(token.accountId, viewer.accountId),
          eq(token.purpose, "choosePassword"),
          isNull(token.usedAt),
        ),
      );
    const secret =
      linkFor({ id: link?.id ?? "", purpose: "choosePassword" })
        .split("/")
        .at(-1) ?? "";
    expect(
      await choosePassword({ token: secret, password: "Nouveau1" }, elsewhere()),
    ).toMatchObject({
      ok: true,
    });
    expect(await signIn({ email, password: "Nouveau1" }, elsewhere())).toMatchObject({ ok: true });
  },
  120_000,
);

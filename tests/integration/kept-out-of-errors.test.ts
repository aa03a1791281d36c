import { inspect } from "node:util";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { account } from "@/db/schema/account";
import { offer } from "@/lib/offer/content/tables";
import { saveDraft } from "@/lib/offer/draft/commands/save-draft";
import { offerForm } from "@/lib/offer/draft/queries/offer-form";
import { db, driver } from "@/lib/platform/database/client";
import { isUniqueViolation } from "@/lib/platform/database/errors";
import { withoutValues } from "@/lib/platform/database/failed-query";
import { newDraft, newOfferor, rowOf } from "../support/people";

const canary = "canari.martin@exemple.fr";

/** Everything of an error that a careless printer shows: hidden fields and causes included. */
const allOf = (error: unknown) =>
  inspect(error, { depth: 10, showHidden: true }) +
  (error instanceof Error ? (error.stack ?? "") : "");

async function thrownBy(promise: Promise<unknown>): Promise<Error> {
  const thrown = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof Error)) throw new Error("nothing was thrown");
  return thrown;
}

describe("errors of statements", () => {
  it.each([
    [
      "a value of the wrong type",
      () => db.select().from(account).where(eq(account.id, canary)),
      "22P02",
    ],
    [
      "a value of the wrong type, in words of SQL",
      () => db.execute(sql`select ${canary}::int`),
      "22P02",
    ],
    ["a date that is none", () => db.execute(sql`select ${`2026-13-45 ${canary}`}::date`), "22023"],
    [
      "a number that is too large",
      () => db.execute(sql`select ${"99999999999"}::int, ${canary}::text`),
      "22003",
    ],
    [
      "an exception that a statement raises",
      () => db.execute(sql.raw(`do $$ begin raise exception 'bad row: ${canary}'; end $$`)),
      "P0001",
    ],
    [
      "a statement inside a transaction",
      () => db.transaction((tx) => tx.select().from(account).where(eq(account.id, canary))),
      "22P02",
    ],
  ] as [string, () => PromiseLike<unknown>, string][])(
    "%s: the code stays, the value does not",
    async (_, run, code) => {
      const error = await thrownBy(Promise.resolve().then(run));
      expect(error.cause).toMatchObject({ name: "PostgresError", code });
      expect(allOf(error.cause)).not.toContain("canari");
      if (code !== "P0001") expect(allOf(error)).not.toContain("canari");
      expect(error.stack).toContain("kept-out-of-errors.test.ts");
    },
  );

  it("a value that is there already is told by its constraint, without its row", async () => {
    const [claire, other] = [await newOfferor(), await newOfferor()];
    await db.update(account).set({ email: canary }).where(eq(account.id, claire.accountId));
    const error = await thrownBy(
      Promise.resolve(
        db.update(account).set({ email: canary }).where(eq(account.id, other.accountId)),
      ),
    );
    expect(allOf(error)).not.toContain("canari");
    const { constraint_name: constraint } = error.cause as { constraint_name: string };
    expect(isUniqueViolation(error, constraint)).toBe(true);
  });

  it("what the driver itself throws is told likewise", async () => {
    const error = await thrownBy(driver().unsafe("select $1::int", [canary]).then());
    expect(allOf(error)).toContain("canari");
    expect(allOf(withoutValues(error))).not.toContain("canari");
    expect(withoutValues(error)).toMatchObject({ code: "22P02" });
  });
});

describe("what Postgres stores in no text", () => {
  it("is left out of texts, of lists of them and of documents", async () => {
    const [row] = await db.execute<{ text: string; list: string[]; document: unknown }>(
      sql`select ${"a\u0000b"}::text as text, ${sql.param(["c\u0000d"])}::text[] as list, ${JSON.stringify({ "k\u0000": ["e\u0000f \\u0000 \ud800 \ud83d\ude00"] })}::jsonb as document`,
    );
    expect(row).toEqual({
      text: "ab",
      list: ["cd"],
      document: { k: ["ef \\u0000  \ud83d\ude00"] },
    });
  });

  it("keeps no draft from being stored", async () => {
    const claire = await newOfferor();
    const offerId = await newDraft(claire);
    const { draft } = await rowOf(offerId);
    const values = { ...draft?.values, title: "a\u0000b\ud800c", description: "\\u0000" };
    expect(await saveDraft(claire, { offerId, page: "informations", values })).toMatchObject({
      ok: true,
    });
    expect((await offerForm(claire, offerId))?.draft.values).toMatchObject({
      title: "abc",
      description: "\\u0000",
    });
    expect(
      await db.select({ id: offer.id }).from(offer).where(eq(offer.reference, "\u0000")),
    ).toEqual([]);
  });
});

import { and, eq, ne, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { hintsFor } from "@/lib/agency/moderation/queries/hints-for";
import { addTerm, mergeTerm } from "@/lib/agency/vocabulary/commands/terms";
import { offer } from "@/lib/offer/content/tables";
import { db } from "@/lib/platform/database/client";
import { asked } from "../support/asked";
import {
  type Moderator,
  newModerator,
  newOfferor,
  type Offeror,
  submitted,
  termId,
} from "../support/people";

/**
 * Offers of a structure that wait, alike but for what is said of each.
 * @param change what becomes of the content of the offer of this number, `n`, 1 for the first
 * @returns their ids, by number
 */
async function alikeBut(owner: Offeror, many: number, change: string): Promise<string[]> {
  const first = await submitted(owner);
  await db.execute(
    sql.raw(`with made as (
      select n, gen_random_uuid() as id, gen_random_uuid() as revision from generate_series(1, ${many}) n
    ), offers as (
      insert into offer (id, reference, structure_id, account_id, campaign, validation, submitted_at, current_revision_id, created_at, updated_at)
      select made.id, 'n' || lpad(n::text, 3, '0') || made.id, structure_id, account_id, campaign, validation, submitted_at, revision, created_at, updated_at
      from made, offer where offer.id = '${first}'
    )
    insert into offer_revision (id, offer_id, number, content, content_hash, submitted_by, submitted_at)
    select revision, made.id, 1, content || (${change}), content_hash, submitted_by, submitted_at
    from made, offer_revision where offer_id = '${first}'`),
  );
  // Only what it was copied for.
  await db.update(offer).set({ deletedAt: new Date() }).where(eq(offer.id, first));
  const rows = await db
    .select({ id: offer.id })
    .from(offer)
    .where(and(eq(offer.structureId, owner.structureId), ne(offer.id, first)))
    .orderBy(offer.reference);
  return rows.map(({ id }) => id);
}

describe("hints on many offers at once", () => {
  let moderator: Moderator;
  const duplicatesOf = async (ids: readonly string[]) => {
    const hints = await hintsFor(moderator, ids);
    return ids.map((id) =>
      (hints.get(id) ?? []).flatMap((hint) =>
        hint.code === "possibleDuplicate" ? [hint.offerId] : [],
      ),
    );
  };

  beforeAll(async () => {
    moderator = await newModerator();
  });

  it("read each text once, and of its structure no more than what may be the same", async () => {
    const audience = await termId("audience", "Étudiants");
    const ids = await alikeBut(
      await newOfferor(),
      200,
      `case when n % 20 = 1 then '{}'
        else jsonb_build_object('audienceIds', jsonb_build_array('${audience}'), 'description', md5(n::text) || ' ' || md5('b' || n)) end`,
    );
    let found: string[][] = [];
    const count = await asked(async () => (found = await duplicatesOf(ids.slice(0, 30))));
    expect(count.statements).toBe(2);
    // Those that are looked at, and all the others at most.
    expect(count.rows).toBeLessThanOrEqual(30 + 200);
    expect(found[0]).toHaveLength(9);
    const alone = await asked(() => duplicatesOf(ids.slice(0, 1)));
    expect(alone).toEqual({ statements: 2, rows: 1 + 9 });
  });

  it("find the same place, people and themes, merged ones too, whatever their order", async () => {
    const [nutrition, sleep, all, students] = [
      await termId("theme", "Alimentation / Nutrition"),
      await termId("theme", "Sommeil"),
      await termId("audience", "Tout public"),
      await termId("audience", "Étudiants"),
    ];
    const merged = await addTerm(moderator, { kind: "theme", label: "Bien dormir" });
    if (!merged.ok) throw new Error(merged.code);
    const { termId: mergedId } = merged.data;
    const changes = [
      { themeIds: [nutrition, sleep] },
      { themeIds: [sleep, nutrition] },
      { themeIds: [mergedId, nutrition] },
      { themeIds: [nutrition] },
      { themeIds: [nutrition, sleep], audienceIds: [all, students] },
      { themeIds: [nutrition, sleep], site: { communeCode: "54395", department: "54" } },
      { themeIds: [nutrition, sleep], description: "Une journée de dépistage au marché." },
    ];
    const ids = await alikeBut(
      await newOfferor(),
      changes.length,
      `'${JSON.stringify(changes)}'::jsonb -> (n - 1)`,
    );
    expect(await mergeTerm(moderator, { termId: mergedId, targetId: sleep })).toMatchObject({
      ok: true,
    });
    const [a, b, c, ...others] = ids as [string, string, string];
    expect((await duplicatesOf(ids)).map((found) => found.sort())).toEqual([
      [b, c].sort(),
      [a, c].sort(),
      [a, b].sort(),
      ...others.map(() => []),
    ]);
  });
});

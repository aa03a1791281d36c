import { eq, sql } from "drizzle-orm";
import readXlsxFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { account } from "@/db/schema/account";
import { journalColumns } from "@/lib/audit/export-columns";
import { journalPage, journalPages } from "@/lib/audit/queries/journal";
import { type JournalFilter, journalFilterSchema } from "@/lib/audit/schema";
import { exportResponse } from "@/lib/export/respond";
import { decideOffer } from "@/lib/offer/commands/decide-offer";
import { newModerator, newOfferor, submitted, rowOf } from "../support/people";

const filter = (given: Partial<JournalFilter> = {}): JournalFilter =>
  journalFilterSchema.parse(given);

describe("the log", () => {
  it("is for the ARS alone", async () => {
    const [offeror, moderator] = [await newOfferor(), await newModerator()];
    await submitted(offeror);
    expect((await journalPage(moderator, filter())).entries.length).toBeGreaterThan(0);
    for (const viewer of [offeror, { kind: "anonymous" } as const]) {
      expect(await journalPage(viewer, filter())).toEqual({ entries: [], next: null });
      expect((await journalPages(viewer, filter()).next()).done).toBe(true);
    }
  });

  it("finds by person, deed, reference, structure and day", async () => {
    const [offeror, moderator] = [await newOfferor(), await newModerator()];
    const offerId = await submitted(offeror);
    const row = await rowOf(offerId);
    await decideOffer(moderator, {
      offerId,
      revisionId: row.currentRevisionId ?? "",
      decision: "approve",
      reason: "",
    });
    const deeds = async (given: Partial<JournalFilter>) =>
      (await journalPage(moderator, filter(given))).entries.map(({ deed }) => deed);
    expect(await deeds({ objet: row.reference })).toEqual(
      expect.arrayContaining(["offer:approve", "offer:submit"]),
    );
    expect(await deeds({ objet: row.reference })).toContain("offer:approve");
    expect(await deeds({ objet: row.reference, quoi: "account" })).toEqual([]);
    expect(await deeds({ objet: row.reference, au: "2020-01-01" })).toEqual([]);
    expect(await deeds({ objet: row.reference, du: "2020-01-01" })).toContain("offer:approve");
    expect(await deeds({ objet: row.reference, du: "2999-01-01" })).toEqual([]);
    expect(await deeds({ objet: "%" })).toEqual([]);
    expect(journalFilterSchema.parse({ du: "hier", quoi: "DROP", qui: ["a", "b"] })).toEqual(
      filter(),
    );
  });

  it("is walked page by page without a gap or a repetition, and never through the whole of it", async () => {
    const moderator = await newModerator();
    const [person] = await db
      .select({ email: account.email })
      .from(account)
      .where(eq(account.id, moderator.accountId));
    await db.execute(sql`
      insert into audit_entry (id, at, actor_id, deed, object_kind, object_id, detail)
      select encode(substring(int8send((extract(epoch from now()) * 1000)::bigint - n) from 3) || decode('7000', 'hex') || decode('8000', 'hex') || int4send(n) || decode('0000', 'hex'), 'hex')::uuid,
        now() - n * interval '1 millisecond', ${moderator.accountId}, 'offer:submit', 'offer', gen_random_uuid(), '{}'
      from generate_series(1, 50000) n`);
    await db.execute(sql`analyze audit_entry`);
    const first = await journalPage(moderator, filter());
    const second = await journalPage(moderator, filter(), first.next ?? "");
    const ids = [...first.entries, ...second.entries].map(({ id }) => id);
    expect(new Set(ids).size).toBe(100);
    expect(ids).toEqual([...ids].sort().reverse());
    const plan = JSON.stringify(
      await db.execute(
        sql`explain (format json) select * from audit_entry where id < ${first.next} order by id desc limit 51`,
      ),
    );
    expect(plan).not.toContain("Seq Scan");

    for (const format of ["csv", "xlsx"] as const) {
      globalThis.gc?.();
      const [before, started] = [process.memoryUsage().rss, performance.now()];
      let most = before;
      let size = 0;
      const chunks: Uint8Array[] = [];
      const response = exportResponse(
        "journal",
        new URLSearchParams({ format }),
        journalColumns,
        journalPages(moderator, filter({ qui: person?.email })),
      );
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
        most = Math.max(most, process.memoryUsage().rss);
        size += chunk.length;
        chunks.push(chunk);
      }
      console.log(
        `${format}: 50 000 rows, ${Math.round(performance.now() - started)} ms, ${Math.round(size / 1024)} kB, ${Math.round((most - before) / 1024 / 1024)} MB more`,
      );
      const file = Buffer.concat(chunks);
      if (format === "csv")
        expect(file.toString("utf8").trimEnd().split("\r\n")).toHaveLength(50_001);
      else expect((await readXlsxFile(file))[0]?.data).toHaveLength(50_001);
    }
  });
});

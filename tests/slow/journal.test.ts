// Covers: lib/platform/audit/ lib/agency/journal/ lib/platform/formats/ db/schema/audit.ts
import { eq, sql } from "drizzle-orm";
import readXlsxFile from "read-excel-file/node";
import { expect, it } from "vitest";
import { account } from "@/db/schema/account";
import { journalColumns } from "@/lib/agency/journal/export-columns";
import { journalPage, journalPages } from "@/lib/agency/journal/queries/journal";
import { type JournalFilter, journalFilterSchema } from "@/lib/agency/journal/schema";
import { db } from "@/lib/platform/database/client";
import { exportResponse } from "@/lib/platform/formats/respond";
import { newModerator } from "../support/people";

const filter = (given: Partial<JournalFilter> = {}): JournalFilter =>
  journalFilterSchema.parse(given);

it(
  "the log is walked page by page without a gap or a repetition, and never through the " +
    "whole of it",
  async () => {
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
        journalPages(moderator, filter({ qui: person?.email ?? "" })),
      );
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
        most = Math.max(most, process.memoryUsage().rss);
        size += chunk.length;
        chunks.push(chunk);
      }
      console.log(
        `${format}: 50 000 rows, ${Math.round(performance.now() - started)} ms, ` +
          `${Math.round(size / 1024)} kB, ${Math.round((most - before) / 1024 / 1024)} MB ` +
          "more",
      );
      const file = Buffer.concat(chunks);
      if (format === "csv")
        expect(file.toString("utf8").trimEnd().split("\r\n")).toHaveLength(50_001);
      else expect((await readXlsxFile(file))[0]?.data).toHaveLength(50_001);
    }
  },
);

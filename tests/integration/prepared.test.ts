import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/lib/platform/database/client";

const probe = (number: number) =>
  db.execute<{ value: unknown }>(sql`select value from prepared_probe where number = ${number}`);
const values = async () => (await probe(1)).map(({ value }) => value);

beforeAll(async () => {
  await db.execute(sql`create table prepared_probe (number int, value int)`);
  await db.execute(sql`insert into prepared_probe values (1, 7)`);
});
afterAll(async () => {
  await db.execute(sql`drop table prepared_probe`);
});

it("prepares what is asked often, and asks it anew when its columns have changed", async () => {
  for (let turn = 0; turn < 6; turn++) await Promise.all(Array.from({ length: 10 }, values));
  const [prepared] = await db.execute<{ times: number }>(
    sql`select count(*)::int as times from pg_prepared_statements where statement like 'select value from prepared_probe%'`,
  );
  expect(prepared?.times).toBe(1);
  expect(await values()).toEqual([7]);
  // What another release's migration does under a portal that runs.
  await db.execute(sql`alter table prepared_probe alter column value type text`);
  expect(await Promise.all(Array.from({ length: 30 }, values))).toEqual(
    Array.from({ length: 30 }, () => ["7"]),
  );
});

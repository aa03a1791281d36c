import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { db, type Executor } from "@/lib/platform/database/client";

const valuesIn = async (asked: Executor) => {
  const rows = await asked.execute<{ value: unknown }>(
    sql`select value from prepared_probe where number = ${1}`,
  );
  return rows.map(({ value }) => value);
};
const values = () => valuesIn(db);
const within = () => db.transaction(async (tx) => [await valuesIn(tx), await valuesIn(tx)]);
const abreast = <T>(ask: () => Promise<T>) => Promise.all(Array.from({ length: 10 }, ask));

beforeAll(async () => {
  await db.execute(sql`create table prepared_probe (number int, value int)`);
  await db.execute(sql`insert into prepared_probe values (1, 7)`);
});
afterAll(async () => {
  await db.execute(sql`drop table prepared_probe`);
});

it("prepares what is asked often, and asks it anew when its columns have changed", async () => {
  for (let turn = 0; turn < 6; turn++) await abreast(values);
  const [prepared] = await db.execute<{ times: number }>(
    sql`select count(*)::int as times from pg_prepared_statements where statement like 'select value from prepared_probe%'`,
  );
  expect(prepared?.times).toBe(1);
  expect(await values()).toEqual([7]);
  // What another release's migration does under a portal that runs.
  await db.execute(sql`alter table prepared_probe alter column value type text`);
  for (const given of await abreast(values)) expect(given).toEqual(["7"]);
});

it("begins a transaction anew that meets what has changed", async () => {
  for (let turn = 0; turn < 6; turn++) await abreast(within);
  await db.execute(sql`alter table prepared_probe alter column value type int using value::int`);
  for (const given of await abreast(within)) expect(given).toEqual([[7], [7]]);
});

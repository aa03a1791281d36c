import { vi } from "vitest";
import { driver } from "@/lib/platform/database/client";

/** What the database is asked and gives while something is done, transactions left out. */
export async function asked(
  work: () => Promise<unknown>,
): Promise<{ statements: number; rows: number }> {
  const count = { statements: 0, rows: 0 };
  const real = driver();
  const ask = real.unsafe.bind(real);
  const spy = vi.spyOn(real, "unsafe").mockImplementation(((...given: Parameters<typeof ask>) => {
    count.statements += 1;
    const noted = async (answer: Promise<readonly unknown[]>) => {
      const rows = await answer;
      count.rows += rows.length;
      return rows;
    };
    const query = ask(...given);
    return {
      values: () => noted(query.values()),
      then: (...next: Parameters<Promise<unknown>["then"]>) => noted(query).then(...next),
    };
  }) as unknown as typeof real.unsafe);
  await work();
  spy.mockRestore();
  return count;
}

import { randomBytes, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { document } from "@/db/schema/document";
import { db } from "@/lib/platform/database/client";
import { copyRow } from "@/lib/platform/database/copy-row";
import { newDraft, newOfferor } from "../support/people";

const rowOf = (offerId: string, content: Buffer) => ({
  id: randomUUID(),
  offerId,
  name: "Œuvre «\u0000 ≥ 3 »\t\\N.pdf",
  mediaType: "application/pdf",
  size: content.length,
  sha256: "0".repeat(64),
  content,
  createdAt: new Date("1999-12-31T23:59:59.123Z"),
});
const stored = (id: string) => db.select().from(document).where(eq(document.id, id));

it("stores a row as it is, whatever its size, from shared memory too", async () => {
  const offerId = await newDraft(await newOfferor());
  const shared = Buffer.from(new SharedArrayBuffer(5 * 1024 * 1024 + 1));
  randomBytes(shared.length).copy(shared);
  for (const content of [Buffer.alloc(0), randomBytes(64 * 1024), shared]) {
    const row = rowOf(offerId, content);
    await db.transaction((tx) => copyRow(tx, document, row));
    const [found] = await stored(row.id);
    expect(found).toEqual({
      ...row,
      name: row.name.replace("\u0000", ""),
      content: expect.any(Buffer) as Buffer,
    });
    expect(found?.content.equals(content)).toBe(true);
  }
});

it("fails with its transaction where Postgres refuses the row, and the connection goes on", async () => {
  const own = await newDraft(await newOfferor());
  for (const size of [10, 5 * 1024 * 1024]) {
    const [good, bad] = [own, randomUUID()].map((id) => rowOf(id, randomBytes(size)));
    if (!good || !bad) throw new Error("Two rows were made.");
    const refused = db.transaction(async (tx) => {
      await copyRow(tx, document, good);
      await copyRow(tx, document, bad);
    });
    await expect(refused).rejects.toThrow();
    expect(await stored(good.id)).toEqual([]);
  }
  const later = rowOf(own, randomBytes(10));
  await db.transaction((tx) => copyRow(tx, document, later));
  expect(await stored(later.id)).toHaveLength(1);
});

// Covers: lib/offer/import/
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { runImport } from "@/lib/offer/import/commands/run-import";
import { startImport } from "@/lib/offer/import/commands/start-import";
import { importOf } from "@/lib/offer/import/queries";
import { offerImport } from "@/lib/offer/import/tables";
import { db } from "@/lib/platform/database/client";
import { changed, choices, csv, offersOf, prepared } from "../support/import-rows";
import { newOfferor } from "../support/people";

it("writes 500 rows once, goes on where it was cut off, and says how long it takes", async () => {
  const viewer = await newOfferor();
  const content = csv(
    Array.from({ length: 500 }, (_, index) => changed({ title: `Atelier ${index}` })),
  );
  const started = performance.now();
  const importId = await prepared(viewer, content);
  expect(await prepared(viewer, content)).toBe(importId);
  const read = performance.now();
  const twice = await Promise.all(
    [1, 2].map(() =>
      startImport(viewer, { importId, choices: { ...choices, submit: true, publish: true } }),
    ),
  );
  expect(twice.map(({ ok }) => ok)).toEqual([true, true]);
  const job = { importId, accountId: viewer.accountId, ...choices, submit: true, publish: true };
  // Two workers at once, as after a worker that was taken for dead.
  await Promise.all([runImport(job), runImport(job)]);
  console.info(
    `import of 500 rows: read ${Math.round(read - started)} ms (twice), written and ` +
      `submitted ${Math.round(performance.now() - read)} ms`,
  );
  await runImport(job);
  const offers = await offersOf(viewer);
  expect(offers).toHaveLength(500);
  expect(new Set(offers.map((row) => `${row.validation} ${row.publication}`))).toEqual(
    new Set(["pending onApproval"]),
  );
  expect(await importOf(viewer, importId)).toMatchObject({ state: "done", written: 500 });

  // As a process killed between two batches leaves it.
  await db
    .update(offerImport)
    .set({ state: "running", written: 480 })
    .where(eq(offerImport.id, importId));
  await runImport(job);
  expect(await offersOf(viewer)).toHaveLength(500);
}, 120_000);

// Covers: lib/offer/import/ lib/start/jobs/ tests/support/import-child.ts
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { and, eq, inArray } from "drizzle-orm";
import { expect, it } from "vitest";
import { auditEntry } from "@/db/schema/audit";
import { mail } from "@/db/schema/mail";
import { offer, offerRevision } from "@/lib/offer/content/tables";
import { importColumns } from "@/lib/offer/import/columns";
import { prepareImport } from "@/lib/offer/import/commands/prepare-import";
import { runImport } from "@/lib/offer/import/commands/run-import";
import { startImport } from "@/lib/offer/import/commands/start-import";
import { offerImport } from "@/lib/offer/import/tables";
import { db } from "@/lib/platform/database/client";
import { csvLines } from "@/lib/platform/formats/csv";
import { newModerator, newOfferor } from "../support/people";

const rows = 300;
const kills = 6;

it(
  `an import of ${rows} rows whose process is killed ${kills} times goes on where it was, ` +
    "with each offer, and each mail, once",
  async () => {
    const [viewer] = [await newOfferor(), await newModerator()];
    const example = Object.fromEntries(
      importColumns.map(({ field, example: text }) => [field, text]),
    );
    const lines = Array.from({ length: rows }, (_, index) =>
      importColumns.map(({ field }) =>
        field === "title" ? `Atelier ${index}` : (example[field] ?? ""),
      ),
    );
    const content = Buffer.from(csvLines([importColumns.map(({ heading }) => heading), ...lines]));
    const prepared = await prepareImport(viewer, { name: "offres.csv", content });
    const importId = prepared.ok ? prepared.data.importId : "";
    const choices = { keepIncomplete: false, submit: true, publish: true };
    expect(await startImport(viewer, { importId, choices })).toMatchObject({ ok: true });
    const job = { importId, accountId: viewer.accountId, ...choices };

    const written = async () =>
      (
        await db
          .select({ written: offerImport.written })
          .from(offerImport)
          .where(eq(offerImport.id, importId))
      )[0]?.written ?? 0;
    /**
     * Once whatever the dead process had begun is undone: its transaction holds the import's row
     * until then.
     */
    const settled = () =>
      db.transaction(
        async (tx) =>
          (await tx.select().from(offerImport).where(eq(offerImport.id, importId)).for("update"))[0]
            ?.written ?? 0,
      );
    const stopped: string[] = [];
    let killed = 0;
    for (let round = 0; round < kills && (await written()) < rows; round++) {
      const before = await written();
      const child = spawn(
        process.execPath,
        [
          "--conditions=react-server",
          "--import",
          "tsx",
          "tests/support/import-child.ts",
          JSON.stringify(job),
        ],
        { stdio: "ignore", env: process.env },
      );
      const exit = once(child, "exit");
      // Under way for certain, then anywhere in the next batches.
      while ((await written()) === before && child.exitCode === null) await pause(5);
      const delay = Math.random() * 900;
      await pause(delay);
      child.kill("SIGKILL");
      const [, signal] = (await exit) as [number | null, string | null];
      if (signal === "SIGKILL") killed += 1;
      const done = await settled();
      stopped.push(`${Math.round(delay)} ms: ${done}`);
      const offers = await db
        .select({ id: offer.id, validation: offer.validation })
        .from(offer)
        .where(eq(offer.structureId, viewer.structureId));
      const ids = offers.map(({ id }) => id);
      expect({
        offers: ids.length,
        pending: offers.filter(({ validation }) => validation === "pending").length,
      }).toEqual({ offers: done, pending: done });
      expect(await db.$count(offerRevision, inArray(offerRevision.offerId, ids))).toBe(done);
    }
    console.info(`import killed after its first batch and ${stopped.join(", ")} rows`);
    expect(killed).toBeGreaterThan(1);

    await runImport(job);
    const offers = await db
      .select({ id: offer.id })
      .from(offer)
      .where(eq(offer.structureId, viewer.structureId));
    const ids = offers.map(({ id }) => id);
    const contents = await db
      .select({ content: offerRevision.content })
      .from(offerRevision)
      .where(inArray(offerRevision.offerId, ids));
    expect(new Set(contents.map(({ content }) => content.title)).size).toBe(rows);
    expect([
      offers.length,
      contents.length,
      await db.$count(
        auditEntry,
        and(eq(auditEntry.deed, "offer:import"), inArray(auditEntry.objectId, ids)),
      ),
    ]).toEqual([rows, rows, rows]);
    const mails = await db
      .select({ kind: mail.kind })
      .from(mail)
      .where(
        inArray(mail.kind, [
          "offersReceived",
          "offersToModerate",
          "offerReceived",
          "offerToModerate",
        ]),
      );
    expect(mails.map(({ kind }) => kind).sort()).toEqual(["offersReceived", "offersToModerate"]);
  },
  300_000,
);

import type { ImportJob } from "@/lib/offer/import/commands/run-import";

/** Writes an import in a process of its own, for a test that kills it. */
const job = JSON.parse(process.argv[2] ?? "{}") as ImportJob;
const { runImport } = await import("@/lib/offer/import/commands/run-import");
const { closeDatabase } = await import("@/lib/platform/database/client");
await runImport(job);
await closeDatabase();

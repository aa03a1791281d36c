import type { ImportJob } from "@/lib/import/commands/run-import";

/** Writes an import in a process of its own, for a test that kills it. */
const job = JSON.parse(process.argv[2] ?? "{}") as ImportJob;
const { runImport } = await import("@/lib/import/commands/run-import");
const { closeDatabase } = await import("@/db/client");
await runImport(job);
await closeDatabase();

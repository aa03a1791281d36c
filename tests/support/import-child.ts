import type { Jobs } from "@/lib/platform/jobs";

/** Writes an import in a process of its own, for a test that kills it. */
const job = JSON.parse(process.argv[2] ?? "{}") as Jobs["importOffers"];
const { runImport } = await import("@/lib/import/commands/run-import");
const { closeDatabase } = await import("@/db/client");
await runImport(job);
await closeDatabase();

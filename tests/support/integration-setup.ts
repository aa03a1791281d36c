import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll } from "vitest";
import { environment } from "./database";

// A database of its own for each test file, copied from the migrated template, before anything
// reads the environment.
const serverUrl = process.env.TEST_SERVER_URL ?? "";
const name = `test_${randomUUID().replaceAll("-", "")}`;
const sql = postgres(serverUrl, { max: 1, onnotice: () => undefined });
for (let attempt = 0; ; attempt++) {
  try {
    await sql.unsafe(`create database ${name} template template_portail`);
    break;
  } catch (error) {
    // Two files copying at the same moment: the template takes one at a time.
    if (attempt > 50) throw error;
    await new Promise((later) => setTimeout(later, 100));
  }
}
await sql.end();
const url = new URL(serverUrl);
url.pathname = `/${name}`;
Object.assign(process.env, environment(url.href));

afterAll(async () => {
  const { closeDatabase } = await import("@/lib/platform/database/client");
  await closeDatabase();
});

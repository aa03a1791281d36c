import { defineConfig } from "drizzle-kit";

// `npm run db:generate` compares db/schema with the last snapshot; it needs no database.
export default defineConfig({
  dialect: "postgresql",
  schema: "./db/schema/index.ts",
  out: "./drizzle",
});

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Danger, dangersOf } from "./migration-lint";

const files = readdirSync("drizzle").filter((name) => name.endsWith(".sql"));

/** They landed before there was a lint, and a migration that landed is never edited. */
const before = files.filter((name) => name < "0013");

const cases: [string, Danger["rule"] | null][] = [
  [`ALTER TABLE "offer" ADD COLUMN "note" text`, null],
  [`ALTER TABLE "offer" ADD COLUMN "note" text DEFAULT '' NOT NULL`, null],
  [`ALTER TABLE "offer" ADD COLUMN "at" timestamptz DEFAULT now() NOT NULL`, null],
  [`ALTER TABLE "offer" ADD COLUMN "note" text NOT NULL`, "notNull"],
  [`ALTER TABLE "offer" ALTER COLUMN "note" SET NOT NULL`, "notNull"],
  [`ALTER TABLE "offer" ADD COLUMN "key" uuid DEFAULT gen_random_uuid()`, "rewrite"],
  [`ALTER TABLE "offer" ADD COLUMN "n" integer GENERATED ALWAYS AS IDENTITY`, "rewrite"],
  [`ALTER TABLE "offer" ADD COLUMN "n" serial`, "rewrite"],
  [`ALTER TABLE "offer" ADD COLUMN "n" int GENERATED ALWAYS AS (places * 2) STORED`, "rewrite"],
  [`ALTER TABLE "offer" ALTER COLUMN "note" SET DATA TYPE integer`, "rewrite"],
  [`CREATE INDEX "i" ON "offer" ("title")`, "index"],
  [`CREATE TABLE "t" ("a" int);--> statement-breakpoint\nCREATE INDEX "i" ON "t" ("a")`, null],
  [`ALTER TABLE "offer" ADD CONSTRAINT "c" CHECK (places > 0)`, "validated"],
  [`ALTER TABLE "offer" ADD CONSTRAINT "c" CHECK (places > 0) NOT VALID`, null],
  [`ALTER TABLE "offer" ADD CONSTRAINT "f" FOREIGN KEY ("a") REFERENCES "b" ("id")`, "validated"],
  [
    `ALTER TABLE "offer" ADD COLUMN "a" uuid;--> statement-breakpoint
ALTER TABLE "offer" ADD CONSTRAINT "f" FOREIGN KEY ("a") REFERENCES "b" ("id")`,
    null,
  ],
  [`ALTER TABLE "offer" DROP COLUMN "title"`, "removed"],
  [`ALTER TABLE "offer" RENAME COLUMN "title" TO "name"`, "removed"],
  [`ALTER TABLE "offer" RENAME TO "proposal"`, "removed"],
  [`DROP TABLE "offer"`, "removed"],
  [`LOCK TABLE "offer"`, "lock"],
  [`SET lock_timeout = 0`, "lock"],
  [`ALTER TYPE "role" ADD VALUE 'editor'`, null],
  [
    `ALTER TYPE "role" ADD VALUE 'editor';--> statement-breakpoint
UPDATE "account" SET "role" = 'editor'`,
    "enumValueUsed",
  ],
  [
    `ALTER TYPE "role" ADD VALUE 'editor';--> statement-breakpoint
CREATE INDEX "i" ON "account" ("id") WHERE role = 'editor'`,
    "enumValueUsed",
  ],
  [`-- accepted: index, fewer than 50 rows\nCREATE INDEX "i" ON "vocabulary_term" ("label")`, null],
  [`-- accepted: rewrite, not the rule at hand\nCREATE INDEX "i" ON "offer" ("title")`, "index"],
  [`-- accepted: index,\nCREATE INDEX "i" ON "offer" ("title")`, "index"],
];

describe("what is refused of a migration", () => {
  it.each(cases)("%s → %s", async (statement, rule) => {
    const found = (await dangersOf(statement)).map((danger) => danger.rule);
    if (rule === null) expect(found).toEqual([]);
    else expect(found).toContain(rule);
  });

  it("a value of an enum used at once is found in the one file where it happened", async () => {
    const [tables, next] = ["0002", "0007"].map(
      (number) => files.find((name) => name.startsWith(number)) ?? "",
    );
    const together = [tables, next]
      .map((name) => readFileSync(`drizzle/${name}`, "utf8"))
      .join("--> statement-breakpoint\n");
    expect((await dangersOf(together)).map(({ rule }) => rule)).toContain("enumValueUsed");
    for (const name of before) {
      const found = await dangersOf(readFileSync(`drizzle/${name}`, "utf8"));
      expect(
        found.filter(({ rule }) => rule === "enumValueUsed"),
        name,
      ).toEqual([]);
    }
  });
});

describe("the migrations of drizzle/", () => {
  it.each(files.filter((name) => !before.includes(name)).concat("none yet"))("%s", async (name) => {
    if (name === "none yet") expect(before.length).toBe(13);
    else expect(await dangersOf(readFileSync(`drizzle/${name}`, "utf8"))).toEqual([]);
  });
});

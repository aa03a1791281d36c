import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { documentSizeLimit, documentsPerOffer } from "@/lib/offer/documents/rules";

/** What the pages for who runs the portal say of its limits is what stands in the code. */
const operations = readFileSync("docs/operations.md", "utf8");
const server = readFileSync("lib/start/serve.ts", "utf8");

const mebibyte = 1024 * 1024;
const numbers = (text: string, pattern: RegExp) => pattern.exec(text)?.slice(1).map(Number);

it("how many requests are answered at once, and how many wait", () => {
  const [atWork, waiting, patience = 0] =
    numbers(server, /work: \{ atWork: (\d+), waiting: (\d+), patience: (\d+)/) ?? [];
  expect(operations).toContain(
    `${atWork} demandes à la fois, ${waiting} en attente pendant ` +
      `${(patience / 1000).toLocaleString("fr-FR")} s au plus`,
  );
  expect(numbers(operations, /un envoi de fichiers en a d’autres \((\d+)\)/)).toEqual(
    numbers(server, /uploads: \{ atWork: (\d+)/),
  );
});

it("what is kept in memory", () => {
  const sources = readdirSync("lib", { recursive: true, encoding: "utf8" })
    .filter((file) => /(?<!\.test)\.ts$/.test(file))
    .map((file) => readFileSync(`lib/${file}`, "utf8"))
    .join("\n");
  const stores = [...sources.matchAll(/= store\("\w+", ([\d* ]+)\)/g)].map(([, product = ""]) =>
    product.split("*").reduce((bytes, factor) => bytes * Number(factor), 1),
  );
  const [pages = NaN] = numbers(server, /madeOnce: \{\s+bytes: (\d+) \* mebibyte/) ?? [];
  const all = stores.reduce((sum, bytes) => sum + bytes, 0) / mebibyte + pages;
  expect(numbers(operations, /(\d+) Mio en mémoire/)).toEqual([all]);
  expect(numbers(readFileSync("docs/decisions/0016-made-once.md", "utf8"), /(\d+) MiB in/)).toEqual(
    [all],
  );
});

it("what a relay has to let through", () => {
  expect(numbers(operations, /client_max_body_size (\d+)m/)).toEqual([
    (documentSizeLimit * documentsPerOffer) / mebibyte + 1,
  ]);
});

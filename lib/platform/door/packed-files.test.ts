import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import { filePaths, packedFiles, packFiles } from "./packed-files";

const script = "console.log('bonjour');".repeat(200);
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "static-"));
  await mkdir(join(folder, "chunks"));
  await writeFile(join(folder, "chunks", "a.js"), script);
  await writeFile(join(folder, "font.woff2"), "already packed");
});
afterEach(() => rm(folder, { recursive: true }));

/** @returns the address that is answered, and the headers of the answer */
function led(url: string, encodings?: string) {
  const request = { url, headers: { "accept-encoding": encodings } };
  const headers: Record<string, string> = {};
  packedFiles(filePaths("/_next/static/", folder))(
    request as unknown as IncomingMessage,
    {
      setHeader: (name: string, value: string) => (headers[name] = value),
    } as unknown as ServerResponse,
    url.split("?", 1)[0] ?? "",
  );
  return { url: request.url, headers };
}

const asItIs = (url: string) => ({ url, headers: {} });

it("packs a script beside itself, and leads those to it who can unpack it", async () => {
  await packFiles(folder);
  expect(led("/_next/static/chunks/a.js?dpl=1", "gzip, br")).toEqual({
    url: "/_next/static/chunks/a.js.br",
    headers: {
      "Content-Type": "application/javascript; charset=UTF-8",
      "Content-Encoding": "br",
    },
  });
  const packed = await readFile(join(folder, "chunks", "a.js.br"));
  expect(packed.byteLength).toBeLessThan(script.length / 10);
  expect(brotliDecompressSync(packed).toString()).toBe(script);
});

it("leads nobody who cannot unpack it, and to nothing that was not packed", async () => {
  const [a, font] = ["/_next/static/chunks/a.js", "/_next/static/font.woff2"];
  expect(led(a, "br")).toEqual(asItIs(a));
  await packFiles(folder);
  for (const encodings of [undefined, "gzip", "br;q=0, gzip"])
    expect(led(a, encodings)).toEqual(asItIs(a));
  for (const url of [font, `${a}.br`, "/_next/static/chunks/b.js", "/chunks/a.js"])
    expect(led(url, "br")).toEqual(asItIs(url));
});

it("knows the paths of all files of a folder", async () => {
  await packFiles(folder);
  expect(filePaths("/_next/static/", folder).sort()).toEqual([
    "/_next/static/chunks/a.js",
    "/_next/static/chunks/a.js.br",
    "/_next/static/font.woff2",
  ]);
});

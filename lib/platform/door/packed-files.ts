import { readdirSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { accepts } from "./accepted-encoding";

const types: Readonly<Record<string, string>> = {
  js: "application/javascript; charset=UTF-8",
  css: "text/css; charset=UTF-8",
  svg: "image/svg+xml",
};
const packed = ".br";

/**
 * Packs the scripts, styles and drawings of a build as small as it gets, each beside itself: it
 * takes a second for some of them, which no request could wait for.
 * @param folder what is served as `/_next/static`
 */
export async function packFiles(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  const pack = promisify<Buffer, object, Buffer>(brotliCompress);
  await Promise.all(
    names.filter(typeOf).map(async (name) => {
      const file = join(folder, name);
      const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
      await writeFile(file + packed, await pack(await readFile(file), { params }));
    }),
  );
}

/**
 * Leads a request for a file of the build to the packed one.
 * @param paths of its files ({@link filePaths}); a build that was not packed is served as it is
 */
export function packedFiles(paths: readonly string[]) {
  const known = new Set(
    paths.filter((path) => path.endsWith(packed)).map((path) => path.slice(0, -packed.length)),
  );
  return (request: IncomingMessage, response: ServerResponse, path: string): void => {
    const type = typeOf(path);
    if (type === undefined || !known.has(path) || !accepts(request, "br")) return;
    response.setHeader("Content-Type", type);
    response.setHeader("Content-Encoding", "br");
    request.url = path + packed;
  };
}

/**
 * Paths of the files in a folder and below it.
 * @param path it is served at, with its slash
 */
export function filePaths(path: string, folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path + relative(folder, join(entry.parentPath, entry.name)))
    .map((name) => name.split(sep).join("/"));
}

function typeOf(name: string): string | undefined {
  return types[name.slice(name.lastIndexOf(".") + 1)];
}

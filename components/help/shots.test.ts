import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { shotAlts, shotDensity, shotLimit, shotNames, shotPath, shotSizes } from "./shots";

const folder = "public/aide";

/** Width and height of a WebP file, from its first chunk: lossy, or extended. */
function webpSize(file: Buffer): { width: number; height: number } {
  expect(`${file.toString("latin1", 0, 4)} ${file.toString("latin1", 8, 12)}`).toBe("RIFF WEBP");
  if (file.toString("latin1", 12, 16) === "VP8X")
    return { width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 };
  expect(file.toString("latin1", 12, 16)).toBe("VP8 ");
  return { width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff };
}

describe("the pictures of the guide", () => {
  test.each(shotNames)(
    "%s is there, light, of the size the page keeps for it, and said in words",
    (name) => {
      const file = readFileSync(`public${shotPath(name)}`);
      const { width, height } = shotSizes[name];
      expect(webpSize(file)).toEqual({ width: width * shotDensity, height: height * shotDensity });
      expect(file.length).toBeLessThanOrEqual(shotLimit);
      expect(shotAlts[name].length).toBeGreaterThan(30);
    },
  );

  test("no other file stands beside them, and each is shown once", () => {
    expect(readdirSync(folder).sort()).toEqual(shotNames.map((name) => `${name}.webp`).sort());
    const topics = readdirSync("components/help/topics")
      .map((file) => readFileSync(`components/help/topics/${file}`, "utf8"))
      .join("\n");
    const shown = [...topics.matchAll(/<Shot name="([^"]+)"/g)].map(([, name]) => name);
    expect(shown.sort()).toEqual([...shotNames].sort());
  });
});

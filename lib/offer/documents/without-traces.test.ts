import { readFileSync } from "node:fs";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { finelyCutPictures } from "@/tests/support/hostile-files";
import { acceptedTypes } from "./rules";
import { withoutTraces } from "./without-traces";

const gps = { IFD3: { GPSLatitudeRef: "N", GPSLatitude: "48/1 41/1 0/1" } };
const camera = { IFD0: { Make: "Telephone-A", Artist: "Paul Klein" }, ...gps };

async function picture(format: "jpeg" | "png" | "webp", options = {}) {
  const source = sharp({ create: { width: 40, height: 20, channels: 3, background: "#c03" } });
  return source
    .composite([
      {
        input: { create: { width: 9, height: 9, channels: 3, background: "#0c3" } },
        left: 1,
        top: 1,
      },
    ])
    .withExif(camera)
    .withMetadata({ orientation: 6 })
    .withExifMerge(camera)
    .toFormat(format, options)
    .toBuffer();
}

describe.each([
  ["jpeg", {}],
  ["jpeg", { progressive: true }],
  ["png", {}],
  ["webp", {}],
  ["webp", { lossless: true }],
] as const)("a picture in %s %j", (format, options) => {
  it("loses its place and its camera, not its pixels nor its direction", async () => {
    const before = await picture(format, options);
    const after = withoutTraces(before, `image/${format}`);
    expect(before.includes("Telephone-A")).toBe(true);
    expect(after.includes("Telephone-A")).toBe(false);
    expect(after.includes("Paul Klein")).toBe(false);
    const [was, is] = await Promise.all([before, after].map((each) => sharp(each).metadata()));
    expect(was?.orientation).toBe(6);
    expect(is?.orientation).toBe(6);
    expect(is?.exif?.length).toBeLessThan(60);
    expect(await sharp(after).raw().toBuffer()).toEqual(await sharp(before).raw().toBuffer());
    // Once more changes nothing.
    expect(withoutTraces(after, `image/${format}`)).toEqual(after);
  });

  it("that is cut comes back as it is", async () => {
    const before = await picture(format, options);
    for (const size of [1, 12, 30, 60, before.length - 3]) {
      const cut = before.subarray(0, size);
      expect(withoutTraces(cut, `image/${format}`).length).toBeLessThanOrEqual(size);
    }
  });
});

it("what follows a picture goes with its traces, colours stay", async () => {
  const before = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#c03" } })
    .withIccProfile("p3")
    .jpeg()
    .toBuffer();
  const after = withoutTraces(Buffer.concat([before, Buffer.from("another")]), "image/jpeg");
  expect((await sharp(after).metadata()).icc).toBeDefined();
  expect(after.includes("another")).toBe(false);
});

it("a document is not touched", () => {
  const content = readFileSync("package.json");
  expect(withoutTraces(content, "application/pdf")).toBe(content);
});

describe("a picture cut as finely as its format allows", () => {
  const typeOf = (ending: string) =>
    Object.entries(acceptedTypes).find(([, known]) => known === ending)?.[0] ?? "";

  it.each(finelyCutPictures)(
    "%s takes the time and the memory of any other",
    (_, content, ending) => {
      const [before, heap] = [process.cpuUsage(), process.memoryUsage().heapUsed];
      const after = withoutTraces(content, typeOf(ending));
      expect(process.memoryUsage().heapUsed - heap).toBeLessThan(16 * 1024 * 1024);
      expect(process.cpuUsage(before).user).toBeLessThan(300_000);
      expect(after.length).toBeLessThanOrEqual(content.length);
    },
  );
});

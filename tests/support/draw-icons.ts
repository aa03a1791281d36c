import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import sharp from "sharp";

/**
 * `npm run icons`: draws, from app/icon.svg, the pictures of it that telephones ask for. The
 * corners of those that a system cuts itself are filled, and the cross stands in the middle four
 * fifths that no mask touches (W3C, Web Application Manifest, «safe zone»).
 */
const rounded = readFileSync("app/icon.svg", "utf8");
const whole = rounded.replace(/ rx="\d+"/, "");
if (whole === rounded) throw new Error("app/icon.svg has no rounded corners any more.");

mkdirSync("public/icons", { recursive: true });
const pictures = [
  { file: "app/apple-icon.png", size: 180, svg: whole },
  { file: "public/icons/icon-192.png", size: 192, svg: rounded },
  { file: "public/icons/icon-512.png", size: 512, svg: rounded },
  { file: "public/icons/maskable-512.png", size: 512, svg: whole },
];
for (const { file, size, svg } of pictures) writeFileSync(file, await pngOf(svg, size));

// Asked for at this address by what reads no page; in `public`, so that no page points to it.
writeFileSync("public/favicon.ico", iconFile(await pngOf(rounded, 32), 32));

function pngOf(svg: string, size: number): Promise<Buffer> {
  // A dot of the drawing is 1/72 inch: this density draws it at its own size.
  return sharp(Buffer.from(svg), { density: (72 * size) / 44 })
    .resize(size, size)
    .png({ palette: true, compressionLevel: 9, effort: 10 })
    .toBuffer();
}

/** An .ico that holds one PNG: a header of 6 bytes, an entry of 16, the picture. */
function iconFile(png: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

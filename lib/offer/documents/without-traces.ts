import { crc32 } from "node:zlib";

/**
 * A picture without what its camera wrote beside it: place, time, device, owner, preview. Not a
 * pixel is touched, nor what says how they are shown: colours, and which way is up. What is not
 * built as its format says comes back as it is.
 * @param type as it was told from the content; what is no picture comes back as it is
 */
export function withoutTraces(content: Buffer, type: string): Buffer {
  if (type === "image/jpeg") return jpegWithoutTraces(content);
  if (type === "image/png") return pngWithoutTraces(content);
  return type === "image/webp" ? webpWithoutTraces(content) : content;
}

function jpegWithoutTraces(content: Buffer): Buffer {
  const kept: Buffer[] = [];
  let orientation = 1;
  for (let at = 2; at + 1 < content.length;) {
    if (content[at] !== 0xff) return content;
    const marker = content[at + 1] ?? 0;
    const end = endOfSegment(content, at);
    if (marker === 0xe1 && orientation === 1)
      orientation = orientationIn(content.subarray(at + 10, end));
    if (!isTrace(marker, content.subarray(at + 4, end))) kept.push(content.subarray(at, end));
    at = end;
    // What follows is another picture: a preview, a gain map.
    if (marker === 0xd9) {
      const upright = orientation > 1 ? [exifSegment(orientation)] : [];
      return Buffer.concat([content.subarray(0, 2), ...upright, ...kept]);
    }
  }
  return content;
}

/** Exif and XMP, previews, words: all that an application may write, but for how colours are. */
function isTrace(marker: number, body: Buffer): boolean {
  if (marker === 0xe2) return body.subarray(0, 11).toString("latin1") !== "ICC_PROFILE";
  return marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xee);
}

/** A scan goes on to the next marker that is none of its own. */
function endOfSegment(content: Buffer, at: number): number {
  const marker = content[at + 1] ?? 0;
  if (marker === 0xff) return at + 1;
  if (marker === 0xd9 || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) return at + 2;
  let end = at + 4 > content.length ? content.length : at + 2 + content.readUInt16BE(at + 2);
  if (marker === 0xda)
    for (; end < content.length; end += 2) {
      end = content.indexOf(0xff, end);
      if (end < 0) return content.length;
      const next = content[end + 1] ?? 0;
      if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) break;
    }
  return end;
}

/** Which way is up, from 1 to 8, in a TIFF block; 1 where it does not say. */
function orientationIn(tiff: Buffer): number {
  const little = tiff.subarray(0, 2).toString("latin1") === "II";
  if (tiff.length < 14 || (!little && tiff.subarray(0, 2).toString("latin1") !== "MM")) return 1;
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (first + 2 > tiff.length) return 1;
  const entries = short(first);
  for (let at = first + 2; at < first + 2 + entries * 12 && at + 12 <= tiff.length; at += 12)
    if (short(at) === 0x0112) return short(at + 8) >= 1 && short(at + 8) <= 8 ? short(at + 8) : 1;
  return 1;
}

/** A TIFF block that says which way is up, and nothing else. */
function tiffOf(orientation: number): Buffer {
  const entry = `0112000300000001000${orientation}0000`;
  return Buffer.from(`4d4d002a000000080001${entry}00000000`, "hex");
}

function exifSegment(orientation: number): Buffer {
  const body = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiffOf(orientation)]);
  const head = Buffer.from("ffe10000", "hex");
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** Chunks of a PNG that say something of its making: Exif, words, time. */
const pngTraces = new Set(["eXIf", "tEXt", "zTXt", "iTXt", "tIME"]);

function pngWithoutTraces(content: Buffer): Buffer {
  const kept: Buffer[] = [content.subarray(0, 8)];
  for (let at = 8; at + 12 <= content.length;) {
    const end = at + 12 + content.readUInt32BE(at);
    const name = content.subarray(at + 4, at + 8).toString("latin1");
    if (end > content.length) return content;
    if (!pngTraces.has(name)) kept.push(content.subarray(at, end));
    const orientation = name === "eXIf" ? orientationIn(content.subarray(at + 8, end - 4)) : 1;
    if (orientation > 1) kept.push(exifChunk(orientation));
    at = end;
    if (name === "IEND") return Buffer.concat(kept);
  }
  return content;
}

function exifChunk(orientation: number): Buffer {
  const named = Buffer.concat([Buffer.from("eXIf"), tiffOf(orientation)]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(named.length - 4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** Bits of a WebP's first chunk that announce the two that are taken out. */
const webpBits: Readonly<Record<string, number>> = { EXIF: 0x08, "XMP ": 0x04 };

function webpWithoutTraces(content: Buffer): Buffer {
  const kept: Buffer[] = [];
  let taken = 0;
  let orientation = 1;
  for (let at = 12; at + 8 <= content.length;) {
    const name = content.subarray(at, at + 4).toString("latin1");
    const size = content.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (end > content.length) break;
    const bit = webpBits[name];
    if (bit === undefined) kept.push(Buffer.from(content.subarray(at, end)));
    if (name === "EXIF") {
      const body = content.subarray(at + 8, end);
      const isPrefixed = body.subarray(0, 4).toString("latin1") === "Exif";
      orientation = orientationIn(isPrefixed ? body.subarray(6) : body);
    }
    taken |= bit ?? 0;
    at = end;
  }
  const [first] = kept;
  if (!taken || first?.subarray(0, 4).toString("latin1") !== "VP8X") return content;
  if (orientation > 1) {
    const tiff = tiffOf(orientation);
    const head = Buffer.from("EXIF\0\0\0\0", "latin1");
    head.writeUInt32LE(tiff.length, 4);
    kept.push(head, tiff);
    taken &= ~(webpBits.EXIF ?? 0);
  }
  first[8] = (first[8] ?? 0) & ~taken;
  const all = Buffer.concat([content.subarray(0, 12), ...kept]);
  all.writeUInt32LE(all.length - 8, 4);
  return all;
}

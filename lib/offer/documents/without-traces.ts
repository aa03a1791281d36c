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

/**
 * What is kept of a picture: moved as often as something is left out and not once a segment, for it
 * may be cut into millions.
 */
class Kept {
  readonly #copy: Buffer;
  #size = 0;
  #from = 0;
  #to: number;

  /** @param head size of what stands before the first segment */
  constructor(content: Buffer, head: number) {
    this.#copy = Buffer.from(content);
    this.#to = head;
  }

  add(from: number, to: number): void {
    if (from !== this.#to) {
      this.#take();
      this.#from = from;
    }
    this.#to = to;
  }

  /** @param upright the segment that says which way is up, and where it stands */
  whole(upright: Buffer | null, at?: number): Buffer {
    this.#take();
    const whole = this.#copy.subarray(0, this.#size);
    const [before, after] = [whole.subarray(0, at), whole.subarray(at ?? this.#size)];
    return upright ? Buffer.concat([before, upright, after]) : whole;
  }

  /** Moves what was kept to the front, over what is left out. */
  #take(): void {
    this.#copy.copyWithin(this.#size, this.#from, this.#to);
    this.#size += this.#to - this.#from;
  }
}

function jpegWithoutTraces(content: Buffer): Buffer {
  const kept = new Kept(content, 2);
  let orientation = 1;
  for (let at = 2; at + 1 < content.length;) {
    if (content[at] !== 0xff) return content;
    const marker = content[at + 1] ?? 0;
    const end = endOfSegment(content, at);
    if (marker === 0xe1 && orientation === 1) orientation = orientationIn(content, at + 10, end);
    if (!isTrace(content, at)) kept.add(at, end);
    at = end;
    // What follows is another picture: a preview, a gain map.
    if (marker === 0xd9) return kept.whole(exifSegment(orientation), 2);
  }
  return content;
}

/** Exif and XMP, previews, words: all that an application may write, but for how colours are. */
function isTrace(content: Buffer, at: number): boolean {
  const marker = content[at + 1] ?? 0;
  if (marker === 0xe2) return content.toString("latin1", at + 4, at + 15) !== "ICC_PROFILE";
  return marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xee);
}

/** A scan goes on to the next marker that is none of its own. */
function endOfSegment(content: Buffer, at: number): number {
  const marker = content[at + 1] ?? 0;
  if (marker === 0xff) return at + 1;
  if (marker === 0xd9 || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) return at + 2;
  let end = at + 4 > content.length ? content.length : at + 2 + content.readUInt16BE(at + 2);
  if (marker === 0xda)
    for (; end < content.length; end++) {
      const next = content[end] === 0xff ? (content[end + 1] ?? 0) : 0;
      if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) break;
    }
  return end;
}

/** Which way is up, from 1 to 8, in a TIFF block; 1 where it does not say. */
function orientationIn(content: Buffer, from: number, to: number): number {
  if (to - from < 14) return 1;
  const tiff = content.subarray(from, to);
  const order = tiff.toString("latin1", 0, 2);
  const little = order === "II";
  if (!little && order !== "MM") return 1;
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

function exifSegment(orientation: number): Buffer | null {
  if (orientation === 1) return null;
  const body = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiffOf(orientation)]);
  const head = Buffer.from("ffe10000", "hex");
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

const code = (name: string) => Buffer.from(name, "latin1").readUInt32BE();

/** Chunks of a PNG that say something of its making: Exif, words, time. */
const pngTraces = new Set(["eXIf", "tEXt", "zTXt", "iTXt", "tIME"].map(code));
const [pngExif, pngEnd] = [code("eXIf"), code("IEND")];

function pngWithoutTraces(content: Buffer): Buffer {
  const kept = new Kept(content, 8);
  let orientation = 1;
  for (let at = 8; at + 12 <= content.length;) {
    const end = at + 12 + content.readUInt32BE(at);
    const name = content.readUInt32BE(at + 4);
    if (end > content.length) return content;
    if (!pngTraces.has(name)) kept.add(at, end);
    if (name === pngExif && orientation === 1)
      orientation = orientationIn(content, at + 8, end - 4);
    at = end;
    // Behind the chunk that is first in every PNG, and as long.
    if (name === pngEnd) return kept.whole(exifChunk(orientation), 33);
  }
  return content;
}

function exifChunk(orientation: number): Buffer | null {
  if (orientation === 1) return null;
  const named = Buffer.concat([Buffer.from("eXIf"), tiffOf(orientation)]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(named.length - 4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

const [webpExif, webpXmp, webpHead] = [code("EXIF"), code("XMP "), code("VP8X")];
/** Bits of a WebP's first chunk that announce the two that are taken out. */
const webpBits = new Map([
  [webpExif, 0x08],
  [webpXmp, 0x04],
]);

function webpWithoutTraces(content: Buffer): Buffer {
  const kept = new Kept(content, 12);
  let taken = 0;
  let orientation = 1;
  for (let at = 12; at + 8 <= content.length;) {
    const name = content.readUInt32BE(at);
    const size = content.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (end > content.length) break;
    const bit = webpBits.get(name) ?? 0;
    if (bit === 0) kept.add(at, end);
    if (name === webpExif && orientation === 1) {
      const isPrefixed = size >= 6 && content.toString("latin1", at + 8, at + 12) === "Exif";
      orientation = orientationIn(content, at + (isPrefixed ? 14 : 8), end);
    }
    taken |= bit;
    at = end;
  }
  const whole = kept.whole(exifOf(orientation));
  if (!taken || whole.length < 21 || whole.readUInt32BE(12) !== webpHead) return content;
  if (orientation > 1) taken &= ~0x08;
  whole.writeUInt8(whole.readUInt8(20) & ~taken, 20);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
}

function exifOf(orientation: number): Buffer | null {
  if (orientation === 1) return null;
  const tiff = tiffOf(orientation);
  const head = Buffer.from("EXIF\0\0\0\0", "latin1");
  head.writeUInt32LE(tiff.length, 4);
  return Buffer.concat([head, tiff]);
}

import { inflateRawSync } from "node:zlib";
import { done, type Outcome, refused } from "@/lib/platform/action-result";

/** Bytes of a workbook once unpacked; 500 offers take less than one million. */
const unpackedLimit = 40 * 1024 * 1024;
const entryLimit = 500;

interface Opened {
  /** Every name in the archive. */
  names: string[];
  /** Content of the wanted files. */
  files: Record<string, Uint8Array>;
}

/**
 * Unpacks a zip without believing it: each file is inflated into what is left of the limit and not one byte more,
 * whatever sizes its headers tell.
 */
export function readZip(content: Buffer, wanted: (name: string) => boolean): Outcome<Opened, "bomb" | "unreadable" | "oldExcel"> {
  try {
    return unpack(content, wanted);
  } catch (error) {
    const tooLarge = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    return refused(tooLarge ? "bomb" : "unreadable");
  }
}

function unpack(content: Buffer, wanted: (name: string) => boolean): Outcome<Opened, "bomb" | "unreadable" | "oldExcel"> {
  const end = content.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0) return refused("unreadable");
  const count = content.readUInt16LE(end + 10);
  if (count > entryLimit) return refused("bomb");
  const opened: Opened = { names: [], files: {} };
  let left = unpackedLimit;
  let at = content.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry++) {
    if (content.readUInt32LE(at) !== 0x02014b50) return refused("unreadable");
    const nameLength = content.readUInt16LE(at + 28);
    const name = content.toString("utf8", at + 46, at + 46 + nameLength);
    opened.names.push(name);
    if (content.readUInt16LE(at + 8) & 1) return refused("oldExcel");
    if (wanted(name) && name !== "__proto__") {
      const file = bytesOf(content, at, left);
      left -= file.length;
      if (left <= 0) return refused("bomb");
      opened.files[name] = file;
    }
    at += 46 + nameLength + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32);
  }
  return done(opened);
}

/** @param at where the entry stands in the central directory @param limit bytes at most */
function bytesOf(content: Buffer, at: number, limit: number): Uint8Array {
  const method = content.readUInt16LE(at + 10);
  const local = content.readUInt32LE(at + 42);
  const start = local + 30 + content.readUInt16LE(local + 26) + content.readUInt16LE(local + 28);
  const packed = content.subarray(start, start + content.readUInt32LE(at + 20));
  if (method === 0) return packed;
  if (method !== 8) throw new Error("unknown compression");
  return inflateRawSync(packed, { maxOutputLength: Math.max(limit, 1) });
}

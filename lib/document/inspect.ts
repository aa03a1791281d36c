import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";

const inflate = promisify(inflateRaw);

/** Bytes an office document may unfold to, in all and counted as it unfolds: what it says of itself is not believed. */
const unfoldedLimit = 64 * 1024 * 1024;
const entryLimit = 2_000;

export type OfficeFault = "broken" | "encrypted" | "macros" | "bomb" | "notOffice";

const wanted = {
  docx: { required: "word/document.xml", ending: "docx" },
  odt: { required: "content.xml", ending: "odt" },
} as const;

/** Parts of a document that run: macros, controls, embedded programs. */
const running = /(^|\/)(vbaproject\.bin|vbadata\.xml|basic\/|scripts\/|activex\/|object ?[\w -]*\/.*\.(exe|dll|js|vbs)$|attachedtoolbars\.bin)/i;
const embeddedProgram = /\.(bin|exe|dll|js|jse|vbs|vbe|hta|jar|scr|bat|cmd|ps1|lnk|svg|html?)$/i;

/** A macro document whose macros were given another name still says what it is, in one of these parts. */
const declares = /^(\[content_types\]\.xml|meta-inf\/manifest\.xml|word\/_rels\/.*\.rels)$/i;
const macros = /macroEnabled|vbaProject|application\/binary|attachedTemplate"[^>]*TargetMode="External"/i;

interface ZipEntry {
  name: string;
  method: number;
  start: number;
  packed: number;
}

/**
 * Looks into a DOCX or ODT, which are zips, without writing anything: its parts must be named plainly, unfold to a
 * bounded size and run nothing.
 * @returns null when there is nothing to say against it
 */
export async function officeFault(content: Buffer, kind: keyof typeof wanted): Promise<OfficeFault | null> {
  const entries = entriesOf(content);
  if (typeof entries === "string") return entries;
  const names = entries.map(({ name }) => name);
  if (!names.includes(wanted[kind].required)) return "notOffice";
  if (names.some((name) => running.test(name) || embeddedProgram.test(name))) return "macros";
  let left = unfoldedLimit;
  for (const entry of entries) {
    const bytes = await unfold(content, entry, left);
    if (typeof bytes === "string") return bytes;
    left -= bytes.length;
    if (declares.test(entry.name) && macros.test(bytes.toString("utf8"))) return "macros";
  }
  return null;
}

/** Reads the central directory, as every office program does: an entry that is only in front of it does not exist. */
function entriesOf(content: Buffer): ZipEntry[] | OfficeFault {
  const end = content.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  // What follows the directory, and what stands before the first entry, belongs to another format.
  if (end < 0 || end + 22 + content.readUInt16LE(Math.min(end + 20, content.length - 2)) !== content.length) return "broken";
  if (content.readUInt32LE(0) !== 0x04034b50) return "broken";
  const count = content.readUInt16LE(end + 10);
  let at = content.readUInt32LE(end + 16);
  if (count === 0 || count > entryLimit) return count > entryLimit ? "bomb" : "broken";
  const entries: ZipEntry[] = [];
  const seen = new Set<string>();
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || content.readUInt32LE(at) !== 0x02014b50) return "broken";
    if (content.readUInt16LE(at + 8) & 0x2041) return "encrypted";
    const [packed, nameLength] = [content.readUInt32LE(at + 20), content.readUInt16LE(at + 28)];
    const name = content.toString("utf8", at + 46, at + 46 + nameLength);
    const local = content.readUInt32LE(at + 42);
    if (local + 30 > content.length || content.readUInt32LE(local) !== 0x04034b50) return "broken";
    const start = local + 30 + content.readUInt16LE(local + 26) + content.readUInt16LE(local + 28);
    if (start + packed > content.length || !isPlain(name) || seen.has(name.toLowerCase())) return "broken";
    seen.add(name.toLowerCase());
    entries.push({ name, method: content.readUInt16LE(at + 10), start, packed });
    at += 46 + nameLength + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32);
  }
  return entries;
}

function isPlain(name: string): boolean {
  return name !== "" && !/^[/\\]|\\|(^|\/)\.\.(\/|$)|[\p{Cc}\p{Cf}]|^[a-z]:/iu.test(name);
}

/** One part, as long as it is shorter than what is left of the limit. */
async function unfold(content: Buffer, entry: ZipEntry, left: number): Promise<Buffer | OfficeFault> {
  const packed = content.subarray(entry.start, entry.start + entry.packed);
  if (entry.method === 0) return packed.length > left ? "bomb" : packed;
  if (entry.method !== 8) return "broken";
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    return error instanceof RangeError ? "bomb" : "broken";
  }
}

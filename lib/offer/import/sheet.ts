import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import {
  FileFault,
  type FileFaultCode,
  openZip,
  readWhole,
  type Zip,
} from "@/lib/platform/formats/read-zip";
import { readXml } from "@/lib/platform/formats/xml";
import type { SheetLine } from "./cells";
import { columnsOf } from "./columns";
import { readCsv } from "./csv";
import { decodeCsv } from "./decode";
import type { ImportRefusal } from "./labels";
import { importSizeLimit } from "./schema";
import { readWorkbook } from "./workbook";

/** Bytes of a workbook's parts once unpacked; 500 offers take less than one million. */
const zipLimits = { parts: 500, unfolded: 16 * 1024 * 1024 };

const refusals: Record<FileFaultCode, ImportRefusal> = {
  broken: "unreadable",
  encrypted: "encrypted",
  tooLarge: "bomb",
  tooMany: "tooManyRows",
};

/**
 * The lines of the first sheet of a workbook, or of a csv, line 1 first. What it is is told from
 * its content. Everything is counted while it is read: what a file holds more than a list of offers
 * can is never in memory.
 */
export async function readTable(content: Buffer): Promise<Outcome<SheetLine[], ImportRefusal>> {
  if (content.length === 0) return refused("empty");
  if (content.length > importSizeLimit) return refused("tooLarge");
  if (startsWith(content, 0xd0, 0xcf, 0x11, 0xe0)) return refused(compoundFile(content));
  try {
    return startsWith(content, 0x50, 0x4b, 0x03, 0x04)
      ? await readArchive(content)
      : readText(content);
  } catch (error) {
    if (error instanceof FileFault) return refused(refusals[error.code]);
    throw error;
  }
}

/** What the format of Office before 2007, and of its passwords since, holds by its names. */
function compoundFile(content: Buffer): ImportRefusal {
  const has = (name: string) => content.includes(Buffer.from(name, "utf16le"));
  if (has("EncryptedPackage")) return "encrypted";
  return has("WordDocument") || has("PowerPoint Document") ? "wrongType" : "oldExcel";
}

async function readArchive(content: Buffer): Promise<Outcome<SheetLine[], ImportRefusal>> {
  const zip = await openZip(content, zipLimits);
  const has = (pattern: RegExp) => zip.names.some((name) => pattern.test(name));
  if (has(/vbaProject\.bin$|^xl\/macrosheets\//i)) return refused("macros");
  if (has(/^xl\/workbook\.bin$/i)) return refused("binaryExcel");
  if (has(/^Index\/Document\.iwa$/i)) return refused("numbers");
  if (
    has(/^mimetype$/) &&
    /opendocument\.spreadsheet/.test((await readWhole(zip, "mimetype", 100)).toString("latin1"))
  )
    return refused("openDocument");
  const workbook = await workbookOf(zip);
  return workbook === null ? refused("wrongType") : done(await readWorkbook(zip, workbook));
}

/** The main part of a workbook; null for an archive that is something else. */
async function workbookOf(zip: Zip): Promise<string | null> {
  const names = new Set(zip.names.map((name) => name.toLowerCase()));
  let main = "xl/workbook.xml";
  if (!names.has("[content_types].xml")) return null;
  if (names.has("_rels/.rels")) {
    await readXml(zip.read("_rels/.rels"), {
      open: (name, { Type = "", Target = "" }) => {
        if (name === "Relationship" && Type.endsWith("/officeDocument"))
          main = Target.replace(/^\//, "");
      },
    });
  }
  return names.has(main.toLowerCase()) && !/^word\/|^ppt\//i.test(main) ? main : null;
}

function readText(content: Buffer): Outcome<SheetLine[], ImportRefusal> {
  const { text, delimiter } = decodeCsv(content);
  // No text has such characters; pictures, programs and PDF do.
  if (text.includes("\u0000") || startsWith(content, 0x25, 0x50, 0x44, 0x46))
    return refused("wrongType");
  const beginning = text.slice(0, 2_000);
  if (/^\s*<\?xml[\s\S]*(?:Excel\.Sheet|<\w*:?Workbook)/i.test(beginning))
    return refused("oldExcel");
  if (/^\s*<\?xml[\s\S]*opendocument/i.test(beginning)) return refused("openDocument");
  if (/^\s*<(?:!doctype|html|head|meta|table|style)\b/i.test(beginning)) return refused("webPage");
  // A file without its headings is not read further.
  return done(
    readCsv(
      text,
      delimiter ?? delimiterOf(text),
      ({ cells }) => columnsOf(cells).missing.length === 0,
    ),
  );
}

/** The separator of the line of headings: the one that makes most of them known. */
function delimiterOf(text: string): string {
  const first = text.slice(0, 10_000).split(/[\r\n]/)[0] ?? "";
  const counted = [";", ",", "\t", "|"].map((delimiter) => {
    const cells = first.split(delimiter).map((cell) => cell.replace(/^"(.*)"$/, "$1"));
    return { delimiter, known: columnsOf(cells).positions.size, cells: cells.length };
  });
  return counted.reduce((best, next) =>
    (next.known - best.known || next.cells - best.cells) > 0 ? next : best,
  ).delimiter;
}

function startsWith(content: Buffer, ...bytes: number[]): boolean {
  return bytes.every((byte, index) => content[index] === byte);
}

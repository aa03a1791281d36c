import { Readable } from "node:stream";
import { fileTypeFromBuffer } from "file-type";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { FileFault, type FileFaultCode, openZip, type Zip } from "@/lib/platform/formats/read-zip";
import { readXml } from "@/lib/platform/formats/xml";
import type { DocumentRefusal } from "./labels";
import { isPdf, pdfFault } from "./pdf";
import { type AcceptedType, acceptedTypes, documentSizeLimit, isAcceptedType } from "./rules";

/** Parts of an office document, and bytes they may unfold to in all. */
const zipLimits = { parts: 2_000, unfolded: 64 * 1024 * 1024 };
/** Bytes of a part that says what the document is made of. */
const declarationLimit = 2 * 1024 * 1024;

const required = { docx: "word/document.xml", odt: "content.xml" } as const;

/** Parts of a document that run: macros, controls. What LibreOffice writes without them is not. */
const macroParts = [
  /(^|\/)(vbaproject\.bin|vbadata\.xml|attachedtoolbars\.bin|(activex|scripts)\/.+)$/i,
  /(^|\/)(basic|dialogs)\/(?!.*(script|dialog)-l[bc]\.xml$).+$/i,
];
const macroType = /macroEnabled|vbaProject/i;
/** Programs and pages in a document. A drawing is never run: a download is not shown. */
const programPart =
  /\.(exe|dll|js|jse|vbs|vbe|hta|jar|scr|bat|cmd|com|ps1|lnk|msi|html?|xht(ml)?|mht(ml)?)$/i;
/** An object of another program; one of an equation or a drawing runs nothing. */
const objectPart = /\.bin$/i;
const harmlessObject = /(^|\/)(printersettings\d*|layout-cache)(\.bin)?$/i;
const declarationPart = /^(\[content_types\]\.xml|meta-inf\/manifest\.xml)$|\.rels$/i;

/** What a file is by its content, if it may be attached to an offer. */
export async function judgeDocument(
  content: Buffer,
): Promise<Outcome<AcceptedType, DocumentRefusal>> {
  if (content.length === 0) return refused("empty");
  if (content.length > documentSizeLimit) return refused("tooLarge");
  if (isPdf(content)) {
    const fault = pdfFault(content);
    return fault ? refused(fault) : done("application/pdf");
  }
  const type = (await fileTypeFromBuffer(content).catch(() => undefined))?.mime;
  if (!isAcceptedType(type)) return refused(whatItIs(type, content));
  const kind = acceptedTypes[type];
  if (kind !== "docx" && kind !== "odt") return done(type);
  try {
    const fault = await officeFault(await openZip(content, zipLimits), kind);
    return fault ? refused(fault) : done(type);
  } catch (error) {
    if (error instanceof FileFault) return refused(faults[error.code]);
    throw error;
  }
}

const faults: Record<FileFaultCode, DocumentRefusal> = {
  broken: "damaged",
  encrypted: "encrypted",
  tooLarge: "tooHeavy",
  tooMany: "tooHeavy",
};

/** Why a file of a known kind is not taken, whatever its name. */
function whatItIs(type: string | undefined, content: Buffer): DocumentRefusal {
  if (type === undefined) return "wrongType";
  if (/^image\/hei[cf]/.test(type)) return "heic";
  if (/^image\/(?!svg)/.test(type)) return "picture";
  if (/macroenabled/i.test(type)) return "macros";
  if (type !== "application/x-cfb") return "wrongType";
  const has = (name: string) => content.includes(Buffer.from(name, "utf16le"));
  if (has("EncryptedPackage")) return "encrypted";
  return has("WordDocument") ? "oldWord" : "wrongType";
}

/**
 * Looks into a DOCX or ODT without writing anything: its parts must unfold to a bounded size, run
 * nothing, and load nothing from elsewhere.
 * @throws FileFault
 */
async function officeFault(zip: Zip, kind: keyof typeof required): Promise<DocumentRefusal | null> {
  if (!zip.names.includes(required[kind])) return "wrongType";
  if (zip.names.some((name) => macroParts.some((part) => part.test(name)))) return "macros";
  if (zip.names.some((name) => programPart.test(name))) return "program";
  for (const name of zip.names) {
    const isDeclaration = declarationPart.test(name);
    const isObject = objectPart.test(name) && !harmlessObject.test(name);
    const pieces: Uint8Array[] = [];
    let size = 0;
    for await (const piece of zip.read(name)) {
      size += piece.length;
      if (isDeclaration && size > declarationLimit) throw new FileFault("tooLarge");
      if (isDeclaration || isObject) pieces.push(piece);
    }
    const content = Buffer.concat(pieces);
    const fault = isDeclaration
      ? await declarationFault(content)
      : isObject
        ? objectFault(content)
        : null;
    if (fault) return fault;
  }
  return null;
}

/**
 * A macro document whose macros were given another name still says what it is. A template on the
 * writer's own disk is never looked for elsewhere; one on a server would be loaded by who opens the
 * document.
 */
async function declarationFault(content: Buffer): Promise<DocumentRefusal | null> {
  const faults: DocumentRefusal[] = [];
  await readXml(Readable.from([content]), {
    open: (_name, { Type = "", Target = "", TargetMode = "", ContentType = "" }) => {
      if (macroType.test(`${Type} ${ContentType}`)) faults.push("macros");
      const loaded = /\/(attachedTemplate|oleObject|frame|subDocument|altChunk|aFChunk)$/i.test(
        Type,
      );
      if (loaded && TargetMode.toLowerCase() === "external" && isElsewhere(Target))
        faults.push("remoteTemplate");
    },
  });
  return faults[0] ?? null;
}

/** Whether an address leads to another machine: `http://`, `\\\\server`, `file://server`. */
function isElsewhere(target: string): boolean {
  const plain = decodeLoosely(target).trim().replaceAll("\\", "/");
  if (/^file:/i.test(plain))
    return !/^file:\/{0,3}(?:localhost\/)?[a-z]:|^file:\/{1}(?!\/)|^file:\/{3}(?!\/)/i.test(plain);
  return /^\/\/|^[a-z][a-z\d+.-]+:/i.test(plain);
}

function decodeLoosely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** An embedded object: a file packed in one may be a program, and some have macros of their own. */
function objectFault(content: Buffer): DocumentRefusal | null {
  if (!content.subarray(0, 4).equals(Buffer.from("d0cf11e0", "hex"))) return "program";
  const has = (name: string) => content.includes(Buffer.from(name, "utf16le"));
  if (has("_VBA_PROJECT")) return "macros";
  return has("\u0001Ole10Native") ? "program" : null;
}

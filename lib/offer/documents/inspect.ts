import { fileTypeFromBuffer } from "file-type";
import { done, type Outcome, refused } from "@/lib/platform/form/action-result";
import { FileFault, openZip, type Zip } from "@/lib/platform/formats/read-zip";
import type { DocumentRefusal } from "./labels";
import { type AcceptedType, acceptedTypes, documentSizeLimit, isAcceptedType } from "./rules";

/** Parts of an office document, and bytes they may unfold to in all. */
const zipLimits = { parts: 2_000, unfolded: 64 * 1024 * 1024 };
/** Bytes of a part that says what the document is made of. */
const declarationLimit = 2 * 1024 * 1024;

const required = { docx: "word/document.xml", odt: "content.xml" } as const;

/** Parts of a document that run: macros, controls, embedded programs. */
const running =
  /(^|\/)(vbaproject\.bin|vbadata\.xml|basic\/|scripts\/|activex\/|object ?[\w -]*\/.*\.(exe|dll|js|vbs)$|attachedtoolbars\.bin)/i;
const embeddedProgram = /\.(bin|exe|dll|js|jse|vbs|vbe|hta|jar|scr|bat|cmd|ps1|lnk|svg|html?)$/i;

/**
 * A macro document whose macros were given another name still says what it is, in one of these
 * parts.
 */
const declares = /^(\[content_types\]\.xml|meta-inf\/manifest\.xml|word\/_rels\/.*\.rels)$/i;
const macros =
  /macroEnabled|vbaProject|application\/binary|attachedTemplate"[^>]*TargetMode="External"/i;

/** What a file is by its content, if it may be attached to an offer. */
export async function judgeDocument(
  content: Buffer,
): Promise<Outcome<AcceptedType, DocumentRefusal>> {
  if (content.length === 0) return refused("empty");
  if (content.length > documentSizeLimit) return refused("tooLarge");
  const type = (await fileTypeFromBuffer(content).catch(() => undefined))?.mime;
  if (!isAcceptedType(type)) return refused("wrongType");
  const kind = acceptedTypes[type];
  if (kind !== "docx" && kind !== "odt") return done(type);
  try {
    const fault = await officeFault(await openZip(content, zipLimits), kind);
    return fault ? refused(fault) : done(type);
  } catch (error) {
    if (error instanceof FileFault)
      return refused(error.code === "encrypted" ? "encrypted" : "wrongType");
    throw error;
  }
}

/**
 * Looks into a DOCX or ODT without writing anything: its parts must unfold to a bounded size and
 * run nothing.
 * @throws FileFault
 */
async function officeFault(zip: Zip, kind: keyof typeof required): Promise<DocumentRefusal | null> {
  if (!zip.names.includes(required[kind])) return "wrongType";
  if (zip.names.some((name) => running.test(name) || embeddedProgram.test(name))) return "macros";
  for (const name of zip.names) {
    const declared: Uint8Array[] = [];
    let size = 0;
    for await (const piece of zip.read(name)) {
      size += piece.length;
      if (!declares.test(name)) continue;
      if (size > declarationLimit) throw new FileFault("tooLarge");
      declared.push(piece);
    }
    if (macros.test(Buffer.concat(declared).toString("utf8"))) return "macros";
  }
  return null;
}

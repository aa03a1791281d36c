/** What may be attached to an offer; told from the content of the file, never from its name. */
export const acceptedTypes = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.oasis.opendocument.text": "odt",
} as const;

export type AcceptedType = keyof typeof acceptedTypes;

export function isAcceptedType(type: string | undefined): type is AcceptedType {
  return type !== undefined && Object.hasOwn(acceptedTypes, type);
}

/** What a browser proposes where a file is chosen; a JPEG has two endings. */
export const pickedEndings = [...Object.values(acceptedTypes), "jpeg"]
  .map((ending) => `.${ending}`)
  .join();

/** Bytes. */
export const documentSizeLimit = 5 * 1024 * 1024;
export const documentsPerOffer = 10;

const megabyte = 1024 * 1024;

/**
 * What the documents of all offers of one structure may come to, and what its accounts may attach
 * in a day.
 */
export const structureQuota = { documents: Infinity, bytes: 1000 * megabyte };
export const dailyQuota = { documents: 200, bytes: 500 * megabyte };
/** The same for all its documents, as long as the sender's address is not confirmed. */
export const unconfirmedQuota = { documents: 5, bytes: 10 * megabyte };

/**
 * A name that is safe to show and to save: no path, no control or direction characters, the ending
 * its content asks for.
 * @param name as the browser sent it
 */
export function safeName(name: string, type: AcceptedType): string {
  const last = name.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const stem = last
    .replaceAll(/[\p{Cc}\p{Cf}<>:"|?*]/gu, "")
    .replace(/\.[^.]*$/, "")
    .replaceAll(/\s+/g, " ")
    .replace(/^[.\s]+/, "")
    .trim();
  // Whole characters: half of one cannot be stored.
  return `${[...stem].slice(0, 100).join("") || "document"}.${acceptedTypes[type]}`;
}

/**
 * What a person typed to rename a document, as a name it can have; null when nothing is left of it.
 */
export function newName(typed: string, type: AcceptedType): string | null {
  const ending = `.${acceptedTypes[type]}`;
  const stem = typed.trim().replace(new RegExp(`\\${ending}$`, "i"), "");
  const name = safeName(`${stem}${ending}`, type);
  return /[\p{L}\p{N}]/u.test(stem) ? name : null;
}

/** The name without its ending, which a person does not change. */
export function stemOf(name: string): string {
  return name.replace(/\.[^.]*$/, "");
}

/** Types a browser may show by itself: it decodes them and runs nothing of them. */
export function isPicture(type: string): boolean {
  return type.startsWith("image/") && isAcceptedType(type);
}

/** What may be attached to an offer; told from the content of the file, never from its name. */
export const acceptedTypes = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.oasis.opendocument.text": "odt",
} as const;

export type AcceptedType = keyof typeof acceptedTypes;

export function isAcceptedType(type: string | undefined): type is AcceptedType {
  return type !== undefined && Object.hasOwn(acceptedTypes, type);
}

/** Bytes. */
export const documentSizeLimit = 5 * 1024 * 1024;
export const documentsPerOffer = 10;

/**
 * A name that is safe to show and to save: no path, no control or direction characters, the ending its content asks for.
 * @param name as the browser sent it
 */
export function safeName(name: string, type: AcceptedType): string {
  const last = name.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const stem = last
    .replaceAll(/[\p{Cc}\p{Cf}<>:"|?*]/gu, "")
    .replace(/\.[^.]*$/, "")
    .replaceAll(/\s+/g, " ")
    .replace(/^[.\s]+/, "")
    .trim()
    .slice(0, 100);
  return `${stem || "document"}.${acceptedTypes[type]}`;
}

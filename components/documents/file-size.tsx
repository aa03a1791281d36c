import { sizeInWords } from "@/lib/offer/documents/size";

/** @param bytes size of a file */
export function FileSize({ bytes }: { bytes: number }) {
  return <span className="text-sm text-muted">{sizeInWords(bytes)}</span>;
}

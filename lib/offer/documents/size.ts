import { inFigures } from "@/lib/platform/values/french";
/** «1,2 Mo», «340 ko». @param bytes size of a file */
export function sizeInWords(bytes: number): string {
  // A small file is not nothing.
  const [value, unit] =
    bytes >= 1_000_000 ? [bytes / 1_000_000, "Mo"] : [Math.max(1, bytes / 1000), "ko"];
  return `${inFigures(value, unit === "Mo" ? 1 : 0)} ` + unit;
}

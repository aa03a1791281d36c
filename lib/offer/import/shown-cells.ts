import { createHash } from "node:crypto";

/** Hidden fields of the page: what each cell said when the page was made. */
export const shownField = "shown";

/** Names what a cell says: a page need not say all of it twice. */
export function markOf(cell: string): string {
  return createHash("sha256").update(cell).digest("hex").slice(0, 8);
}

/** @param cells by `cellName` */
export function shownCells(cells: readonly (readonly [name: string, cell: string])[]): string {
  return new URLSearchParams(cells.map(([name, cell]) => [name, markOf(cell)])).toString();
}

/** The marks of cells by name, as a page sends them; none from a page that was made before. */
export function readShown(sent: string | string[] = []): URLSearchParams {
  return new URLSearchParams([sent].flat().join("&"));
}

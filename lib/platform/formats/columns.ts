/** What a cell may hold; its type is kept where the format has types. */
export type CellValue = string | number | Date | null;

/** One column of a list that can be saved. */
export interface ExportColumn<Row> {
  /** Names it in an address. */
  key: string;
  heading: string;
  /** Characters, for a workbook. */
  width: number;
  value: (row: Row) => CellValue;
}

export const exportFormats = ["xlsx", "csv"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const mediaTypes: Record<ExportFormat, string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

/**
 * @param keys columns asked for
 * @returns those that exist, in the order of the list; all of them when none was asked for
 */
export function chosenColumns<Row>(
  columns: readonly ExportColumn<Row>[],
  keys: readonly string[],
): ExportColumn<Row>[] {
  const chosen = columns.filter(({ key }) => keys.includes(key));
  return chosen.length > 0 ? chosen : [...columns];
}

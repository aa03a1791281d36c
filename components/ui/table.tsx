import type { ReactNode } from "react";
import { ScrollRegion } from "./scroll-region";

interface Row {
  key: string;
  /** One cell a column, in their order. */
  cells: readonly ReactNode[];
}

interface Props {
  /** Names the table for those who do not see it. */
  caption: string;
  columns: readonly string[];
  rows: readonly Row[];
  /** Whether the first cell of a row names it. */
  named?: boolean;
}

/**
 * Rows that are compared column by column. On a narrow screen it scrolls inside its frame, by
 * keyboard too.
 */
export function Table({ caption, columns, rows, named = false }: Props) {
  return (
    <ScrollRegion label={caption} className="rounded-lg border border-line bg-surface">
      <table className="w-full text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line">
            {columns.map((column) => (
              <th key={column} scope="col" className="p-3">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key} className="border-b border-line last:border-0">
              {cells.map((cell, index) => {
                const Cell = named && index === 0 ? "th" : "td";
                return (
                  <Cell
                    key={columns[index]}
                    scope={Cell === "th" ? "row" : undefined}
                    className="min-w-24 p-3"
                  >
                    {cell}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

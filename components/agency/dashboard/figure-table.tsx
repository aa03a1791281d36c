import type { ReactNode } from "react";
import { ScrollRegion } from "@/components/ui/scroll-region";

interface Props {
  caption: string;
  /** Heads the column of row names. */
  corner: string;
  columns: readonly string[];
  rows: readonly { key: string; head: ReactNode; cells: readonly ReactNode[] }[];
}

/** Numbers with a head for each row and each column. */
export function FigureTable({ caption, corner, columns, rows }: Props) {
  return (
    <ScrollRegion label={caption} className="rounded-lg border border-line bg-surface">
      <table className="w-full text-left text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line align-bottom">
            <th scope="col" className="p-2">
              {corner}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="p-2 text-right">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, head, cells }) => (
            <tr key={key} className="border-b border-line last:border-0">
              <th scope="row" className="p-2 font-normal print:py-0.5">
                {head}
              </th>
              {cells.map((cell, index) => (
                <td key={columns[index]} className="p-2 text-right tabular-nums print:py-0.5">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

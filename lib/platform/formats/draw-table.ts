import "server-only";
import { bodyWidth, line, page, type SheetWriter, type TextStyle } from "./sheet-writer";

type Element = PDFKit.PDFStructureElement;

export interface SheetTable {
  columns: readonly {
    heading: string;
    /** Share of the width. */ share: number;
    numeric?: boolean;
  }[];
  rows: readonly (readonly string[])[];
  /** Draws a row's number as a bar behind its last cell; same length as `rows`. */
  bars?: readonly number[];
  /** Shades each cell but a row's first by its number; same shape as `rows` without their first. */
  shades?: readonly (readonly number[])[];
}

const head: TextStyle = { size: 9, bold: true };
const cell: TextStyle = { size: 9.5 };
const gap = 6;

/** A table with its head again on each page it runs over. */
export function drawTable(
  writer: SheetWriter,
  parent: Element,
  { columns, rows, bars = [], shades = [] }: SheetTable,
  accent: string,
): void {
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (bodyWidth * share) / total);
  const lefts = widths.map(
    (_, index) => page.left + widths.slice(0, index).reduce((sum, width) => sum + width, 0),
  );
  const table = writer.element(parent, "Table");
  const most = Math.max(1, ...bars, ...shades.flat());
  const placed = (text: string, index: number, style: TextStyle) => {
    const room = (widths[index] ?? 0) - gap;
    const lines = writer.lines(text, room, style);
    return {
      lines,
      xOf: (words: string) =>
        (lefts[index] ?? 0) +
        (columns[index]?.numeric
          ? room - writer.width(words, style)
          : bars.length > 0 && index === columns.length - 1
            ? 4
            : 0),
    };
  };
  const put = (element: Element, tag: string, text: string, index: number, style: TextStyle) => {
    const { lines, xOf } = placed(text, index, style);
    writer.content(element, tag, () =>
      lines.forEach((words, place) =>
        writer.draw(words, xOf(words), writer.y + 3 + place * style.size * 1.3, style),
      ),
    );
  };
  const heightOf = (texts: readonly string[], style: TextStyle) =>
    Math.max(...texts.map((text, index) => placed(text, index, style).lines.length)) *
      style.size *
      1.3 +
    6;
  const headings = columns.map(({ heading }) => heading);
  const titles = (asArtifact: boolean) => {
    const height = heightOf(headings, head);
    if (asArtifact)
      writer.artifact(() =>
        headings.forEach((text, index) =>
          placed(text, index, head).lines.forEach((words, place) =>
            writer.draw(
              words,
              placed(text, index, head).xOf(words),
              writer.y + 3 + place * 11.7,
              head,
            ),
          ),
        ),
      );
    else {
      const row = writer.element(table, "TR");
      headings.forEach((text, index) =>
        put(writer.element(row, "TH", { scope: "Column" }), "TH", text, index, head),
      );
    }
    writer.y += height;
    rule(writer);
  };
  const needed = heightOf(headings, head);
  writer.ensure(needed + 40);
  titles(false);
  rows.forEach((texts, place) => {
    const height = heightOf(texts, cell);
    if (height > writer.left) {
      writer.newPage();
      titles(true);
    }
    writer.artifact(() => {
      const last = widths.length - 1;
      const length = ((bars[place] ?? 0) / most) * ((widths[last] ?? 0) - gap);
      if (length > 0)
        writer.pdf
          .opacity(0.22)
          .rect(lefts[last] ?? 0, writer.y + 2, length, height - 4)
          .fill(accent)
          .opacity(1);
      shades[place]?.forEach((value, index) => {
        if (value > 0)
          writer.pdf
            .opacity(0.1 + 0.5 * (value / most))
            .rect(
              (lefts[index + 1] ?? 0) + 1,
              writer.y + 1,
              (widths[index + 1] ?? 0) - 2,
              height - 2,
            )
            .fill(accent)
            .opacity(1);
      });
    });
    const row = writer.element(table, "TR");
    texts.forEach((text, index) =>
      index === 0
        ? put(writer.element(row, "TH", { scope: "Row" }), "TH", text, index, cell)
        : put(writer.element(row, "TD"), "TD", text, index, cell),
    );
    writer.y += height;
    rule(writer);
  });
}

function rule(writer: SheetWriter): void {
  writer.artifact(() =>
    writer.pdf
      .lineWidth(0.4)
      .moveTo(page.left, writer.y)
      .lineTo(page.width - page.right, writer.y)
      .stroke(line),
  );
}

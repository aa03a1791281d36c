import "server-only";
import {
  type Availability,
  days,
  halfDaysOf,
  type Month,
  monthsOf,
  periods,
} from "@/lib/offer/availability/availability";
import { dayLabels, halfDayLabel, monthLabels } from "@/lib/offer/availability/availability-words";
import {
  bodyWidth,
  line,
  muted,
  page,
  type SheetWriter,
  type TextStyle,
} from "@/lib/platform/formats/sheet-writer";

type Element = PDFKit.PDFStructureElement;

const shortMonths: Record<Month, string> = {
  1: "Janv.",
  2: "Févr.",
  3: "Mars",
  4: "Avr.",
  5: "Mai",
  6: "Juin",
  7: "Juil.",
  8: "Août",
  9: "Sept.",
  10: "Oct.",
  11: "Nov.",
  12: "Déc.",
};
const periodLabels = { am: "A.M", pm: "P.M" } as const;

const head: TextStyle = { size: 9, bold: true };
const dayStyle: TextStyle = { size: 9.5, bold: true };
const periodStyle: TextStyle = { size: 8.5, colour: muted };
const sizes = { head: 22, row: 16, day: 70, period: 36, cell: 56 } as const;

/**
 * The week by months, as the portal's grid: what is open is filled and ticked, so that it does not
 * hang on colour.
 */
export function drawSlots(
  writer: SheetWriter,
  parent: Element,
  availability: Availability,
  accent: string,
): void {
  const months = monthsOf(availability);
  if (months.length === 0) return;
  const start = page.left + sizes.day + sizes.period;
  const cell = Math.min(sizes.cell, (bodyWidth - sizes.day - sizes.period) / months.length);
  writer.ensure(sizes.head + 14 * sizes.row);
  const table = writer.element(parent, "Table");
  const titles = writer.element(table, "TR");
  writer.put(
    writer.element(titles, "TH", { scope: "Column" }),
    "TH",
    ["Semaine"],
    page.left,
    writer.y + 6,
    head,
  );
  months.forEach((month, index) => {
    const title = writer.element(titles, "TH", { scope: "Column", expanded: monthLabels[month] });
    const x = start + index * cell + (cell - writer.width(shortMonths[month], head)) / 2;
    writer.put(title, "TH", [shortMonths[month]], x, writer.y + 6, head);
  });
  writer.y += sizes.head;
  const right = start + months.length * cell;
  for (const day of days) {
    writer.artifact(() =>
      writer.pdf.lineWidth(0.6).moveTo(page.left, writer.y).lineTo(right, writer.y).stroke(line),
    );
    for (const period of periods) {
      const row = writer.element(table, "TR");
      const title = writer.element(row, "TH", {
        scope: "Row",
        actual: halfDayLabel(`${day}-${period}`),
      });
      if (period === "am")
        writer.put(title, "TH", [dayLabels[day]], page.left, writer.y + 3, dayStyle);
      writer.put(
        title,
        "TH",
        [periodLabels[period]],
        page.left + sizes.day,
        writer.y + 3.5,
        periodStyle,
      );
      months.forEach((month, index) => {
        const open = halfDaysOf(availability, month).includes(`${day}-${period}`);
        const box = {
          x: start + index * cell + 2,
          y: writer.y + 1.5,
          width: cell - 4,
          height: sizes.row - 3,
        };
        writer.content(writer.element(row, "TD", { actual: open ? "possible" : "non" }), "TD", () =>
          drawCell(writer, box, open, accent),
        );
      });
      writer.y += sizes.row;
    }
  }
  writer.artifact(() =>
    writer.pdf.lineWidth(0.6).moveTo(page.left, writer.y).lineTo(right, writer.y).stroke(line),
  );
}

function drawCell(
  writer: SheetWriter,
  box: { x: number; y: number; width: number; height: number },
  open: boolean,
  accent: string,
): void {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  if (!open) {
    writer.pdf.circle(x, y, 1.1).fill(muted);
    return;
  }
  writer.pdf.roundedRect(box.x, box.y, box.width, box.height, 2.5).fill(accent);
  writer.pdf
    .lineWidth(1.5)
    .lineCap("round")
    .lineJoin("round")
    .moveTo(x - 3.6, y + 0.2)
    .lineTo(x - 1, y + 2.8)
    .lineTo(x + 3.8, y - 2.8)
    .stroke("#ffffff");
}

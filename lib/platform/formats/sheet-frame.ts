import "server-only";
import { bodyWidth, line, muted, page, type SheetWriter, type TextStyle } from "./sheet-writer";

interface Head {
  agencyName: string;
  /** `#rrggbb`. */
  accent: string;
  /** What kind of sheet it is, in one line. */
  kind: string;
  title: string;
  lead: string;
  identity: string;
}

/** The head of the first page of whatever the portal prints. */
export function drawHead(
  writer: SheetWriter,
  { agencyName, accent, kind, title, lead, identity }: Head,
): void {
  const agency: TextStyle = { size: 11, bold: true, colour: accent };
  const paragraph = (text: string, style: TextStyle, gap: number) => {
    writer.flow(
      writer.element(writer.root, "P"),
      "P",
      writer.lines(text, bodyWidth, style),
      page.left,
      style,
    );
    writer.y += gap;
  };
  writer.artifact(() => writer.pdf.rect(0, 0, page.width, 8).fill(accent));
  writer.y = 34;
  paragraph(agencyName, agency, 0);
  paragraph(kind, { size: 10, colour: muted }, 18);
  const titleStyle: TextStyle = { size: 22, bold: true, leading: 1.2 };
  writer.flow(
    writer.element(writer.root, "H1"),
    "H1",
    writer.lines(title, bodyWidth, titleStyle),
    page.left,
    titleStyle,
  );
  writer.y += 6;
  paragraph(lead, { size: 12 }, 2);
  paragraph(identity, { size: 10, colour: muted }, 16);
}

/** The title of a section, underlined. @returns the section's element */
export function drawHeading(
  writer: SheetWriter,
  title: string,
  accent: string,
): PDFKit.PDFStructureElement {
  const style: TextStyle = { size: 14, bold: true, colour: accent };
  // A title never stands alone at the foot of a page.
  writer.ensure(80);
  const element = writer.element(writer.root, "Sect");
  writer.flow(
    writer.element(element, "H2"),
    "H2",
    writer.lines(title, bodyWidth, style),
    page.left,
    style,
  );
  writer.artifact(() => {
    writer.pdf
      .lineWidth(0.8)
      .moveTo(page.left, writer.y + 2)
      .lineTo(page.width - page.right, writer.y + 2)
      .stroke(line);
  });
  writer.y += 11;
  return element;
}

/** Foot of each page, and its head from the second on. */
export function furnish(
  writer: SheetWriter,
  { foot: words, title }: { foot: string; title: string },
  number: number,
  count: number,
): void {
  const small: TextStyle = { size: 8.5, colour: muted };
  const foot = page.height - 40;
  const right = `Page ${number} sur ${count}`;
  writer.pdf
    .lineWidth(0.5)
    .moveTo(page.left, foot - 8)
    .lineTo(page.width - page.right, foot - 8)
    .stroke(line);
  writer.draw(firstLine(writer, words, bodyWidth - 90, small), page.left, foot, small);
  writer.draw(right, page.width - page.right - writer.width(right, small), foot, small);
  if (number > 1) writer.draw(firstLine(writer, title, bodyWidth, small), page.left, 30, small);
}

function firstLine(writer: SheetWriter, text: string, width: number, style: TextStyle): string {
  const [first = "", ...rest] = writer.lines(text, width - 10, style);
  return rest.length > 0 ? `${first}…` : first;
}

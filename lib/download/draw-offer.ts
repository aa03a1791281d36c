import "server-only";
import { availabilityWords } from "@/lib/offer/availability-words";
import { drawSlots } from "./draw-slots";
import type { OfferSheet, SheetFact, SheetPart } from "./offer-sheet";
import { printable } from "./printable";
import { bodyWidth, line, muted, page, SheetWriter, type TextStyle } from "./sheet-writer";

type Element = PDFKit.PDFStructureElement;

const body: TextStyle = { size: 10.5 };
const name: TextStyle = { size: 10.5, bold: true, colour: muted };
const nameWidth = 150;
const valueX = page.left + nameWidth + 18;
const valueWidth = bodyWidth - nameWidth - 18;
/** A row up to this height goes whole to the next page; only a taller one may run over. */
const wholeRow = 240;

/** The offer as a tagged A4 document. */
export async function drawOffer(sheet: OfferSheet): Promise<Buffer> {
  const writer = new SheetWriter({
    title: printable(sheet.title).replaceAll("\n", " "),
    author: sheet.agencyName,
    subject: "Offre de stage du service sanitaire des étudiants en santé",
    madeAt: sheet.madeAt,
  });
  drawHead(writer, sheet);
  for (const section of sheet.sections) drawSection(writer, sheet, section);
  return writer.finish((number, count) => furnish(writer, sheet, number, count));
}

function drawHead(writer: SheetWriter, sheet: OfferSheet): void {
  const agency: TextStyle = { size: 11, bold: true, colour: sheet.accent };
  const paragraph = (text: string, style: TextStyle, gap: number) => {
    writer.flow(writer.element(writer.root, "P"), "P", writer.lines(text, bodyWidth, style), page.left, style);
    writer.y += gap;
  };
  writer.artifact(() => writer.pdf.rect(0, 0, page.width, 8).fill(sheet.accent));
  writer.y = 34;
  paragraph(sheet.agencyName, agency, 0);
  paragraph("Service sanitaire des étudiants en santé : offre de stage", { size: 10, colour: muted }, 18);
  const title: TextStyle = { size: 22, bold: true, leading: 1.2 };
  writer.flow(writer.element(writer.root, "H1"), "H1", writer.lines(sheet.title, bodyWidth, title), page.left, title);
  writer.y += 6;
  paragraph(sheet.lead, { size: 12 }, 2);
  paragraph(sheet.identity, { size: 10, colour: muted }, 16);
}

function drawSection(writer: SheetWriter, sheet: OfferSheet, section: OfferSheet["sections"][number]): void {
  const style: TextStyle = { size: 14, bold: true, colour: sheet.accent };
  // A title never stands alone at the foot of a page.
  writer.ensure(80);
  const element = writer.element(writer.root, "Sect");
  writer.flow(writer.element(element, "H2"), "H2", writer.lines(section.title, bodyWidth, style), page.left, style);
  writer.artifact(() => {
    writer.pdf.lineWidth(0.8).moveTo(page.left, writer.y + 2).lineTo(page.width - page.right, writer.y + 2).stroke(line);
  });
  writer.y += 11;
  for (const part of section.parts) drawPart(writer, element, sheet, part);
  writer.y += 14;
}

function drawPart(writer: SheetWriter, parent: Element, sheet: OfferSheet, part: SheetPart): void {
  switch (part.kind) {
    case "facts": {
      const list = writer.element(parent, "L");
      for (const fact of part.facts) drawFact(writer, list, fact);
      return;
    }
    case "list":
      return drawList(writer, parent, part.items);
    case "note":
      writer.flow(writer.element(parent, "P"), "P", writer.lines(part.text, bodyWidth, body), page.left, body);
      return;
    case "slots":
      drawList(writer, parent, availabilityWords(part.availability));
      writer.y += 8;
      drawSlots(writer, parent, part.availability, sheet.accent);
  }
}

function drawFact(writer: SheetWriter, list: Element, [label, value]: SheetFact): void {
  const labelLines = writer.lines(label, nameWidth, name);
  const valueLines = writer.lines(value || "Non renseigné", valueWidth, body);
  const height = Math.max(writer.height(labelLines, name), writer.height(valueLines, body));
  writer.ensure(height <= wholeRow ? height : writer.height(labelLines, name));
  const item = writer.element(list, "LI");
  const top = writer.y;
  writer.put(writer.element(item, "Lbl"), "Lbl", labelLines, page.left, top, name);
  writer.flow(writer.element(item, "LBody"), "LBody", valueLines, valueX, body);
  writer.y = writer.y >= top ? Math.max(writer.y, top + writer.height(labelLines, name)) : writer.y;
  writer.y += 4;
}

function drawList(writer: SheetWriter, parent: Element, items: readonly string[]): void {
  const list = writer.element(parent, "L");
  for (const text of items) {
    const lines = writer.lines(text, bodyWidth - 14, body);
    writer.ensure(Math.min(writer.height(lines, body), wholeRow));
    const item = writer.element(list, "LI");
    writer.put(writer.element(item, "Lbl"), "Lbl", ["•"], page.left, writer.y, body);
    writer.flow(writer.element(item, "LBody"), "LBody", lines, page.left + 14, body);
    writer.y += 2;
  }
}

/** Foot of each page, and its head from the second on. */
function furnish(writer: SheetWriter, sheet: OfferSheet, number: number, count: number): void {
  const small: TextStyle = { size: 8.5, colour: muted };
  const foot = page.height - 40;
  const right = `Page ${number} sur ${count}`;
  writer.pdf.lineWidth(0.5).moveTo(page.left, foot - 8).lineTo(page.width - page.right, foot - 8).stroke(line);
  writer.draw(firstLine(writer, `${sheet.agencyName} · référence ${sheet.reference}`, bodyWidth - 90, small), page.left, foot, small);
  writer.draw(right, page.width - page.right - writer.width(right, small), foot, small);
  if (number > 1) writer.draw(firstLine(writer, sheet.title, bodyWidth, small), page.left, 30, small);
}

function firstLine(writer: SheetWriter, text: string, width: number, style: TextStyle): string {
  const [first = "", ...rest] = writer.lines(text, width - 10, style);
  return rest.length > 0 ? `${first}…` : first;
}

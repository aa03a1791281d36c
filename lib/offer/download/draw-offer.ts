import "server-only";
import { availabilityWords } from "@/lib/offer/availability/availability-words";
import { drawable } from "@/lib/platform/formats/fonts";
import { drawHead, drawHeading, furnish } from "@/lib/platform/formats/sheet-frame";
import {
  bodyWidth,
  muted,
  page,
  SheetWriter,
  type TextStyle,
} from "@/lib/platform/formats/sheet-writer";
import { drawSlots } from "./draw-slots";
import type { OfferSheet, SheetFact, SheetPart } from "./offer-sheet";

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
    title: drawable(sheet.title).replaceAll("\n", " "),
    author: sheet.agencyName,
    subject: "Offre de stage du service sanitaire des étudiants en santé",
    madeAt: sheet.madeAt,
  });
  drawHead(writer, { ...sheet, kind: "Service sanitaire des étudiants en santé : offre de stage" });
  for (const section of sheet.sections) drawSection(writer, sheet, section);
  return writer.finish((number, count) =>
    furnish(
      writer,
      { foot: `${sheet.agencyName} · référence ${sheet.reference}`, title: sheet.title },
      number,
      count,
    ),
  );
}

function drawSection(
  writer: SheetWriter,
  sheet: OfferSheet,
  section: OfferSheet["sections"][number],
): void {
  const element = drawHeading(writer, section.title, sheet.accent);
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
    case "list": {
      drawList(writer, parent, part.items);
      return;
    }
    case "note":
      writer.flow(
        writer.element(parent, "P"),
        "P",
        writer.lines(part.text, bodyWidth, body),
        page.left,
        body,
      );
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

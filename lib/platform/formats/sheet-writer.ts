import "server-only";
import { readFileSync } from "node:fs";
import path from "node:path";
import PDFDocument from "pdfkit";
import { printable } from "./printable";

type Element = PDFKit.PDFStructureElement;

export interface TextStyle {
  size: number;
  bold?: boolean;
  colour?: string;
  /** Points between the lines' feet, as a factor of the size. */
  leading?: number;
}

/** A4 in points. */
export const page = {
  width: 595.28,
  height: 841.89,
  left: 48,
  right: 48,
  top: 60,
  bottom: 64,
} as const;
export const bodyWidth = page.width - page.left - page.right;
const ink = "#16242b";
export const muted = "#4c5b62";
export const line = "#c9d3d6";

// Read from where the server was started: next.config.ts has a build that stands alone take the
// folder along.
const fontFolder = path.join(process.cwd(), "lib/platform/formats/fonts");
const fonts = {
  regular: "AtkinsonHyperlegibleNext-Regular.ttf",
  bold: "AtkinsonHyperlegibleNext-Bold.ttf",
} as const;
const loaded = new Map<string, Buffer>();

function fontFile(name: keyof typeof fonts): Buffer {
  const known = loaded.get(name) ?? readFileSync(path.join(fontFolder, fonts[name]));
  loaded.set(name, known);
  return known;
}

/**
 * A tagged PDF that is written from top to bottom. It breaks its own lines and pages, so that a
 * page ends between two lines and never inside a row, and every mark on it is either in the
 * structure or an artifact.
 */
export class SheetWriter {
  readonly pdf: PDFKit.PDFDocument;
  readonly root: Element;
  /** Foot of what is written so far. */
  y: number = page.top;
  private measured: Promise<Buffer> | undefined;

  constructor(info: { title: string; author: string; subject: string; madeAt: Date }) {
    const options = {
      size: "A4",
      autoFirstPage: false,
      bufferPages: true,
      margins: { left: 0, right: 0, top: 0, bottom: 0 },
      pdfVersion: "1.7",
      subset: "PDF/UA",
      tagged: true,
      lang: "fr-FR",
      displayTitle: true,
      // Not Helvetica, which would not be embedded.
      font: "",
      info: {
        Title: info.title,
        Author: info.author,
        Subject: info.subject,
        CreationDate: info.madeAt,
        ModDate: info.madeAt,
        Creator: info.author,
      },
    };
    // The types do not know PDF/UA yet.
    this.pdf = new PDFDocument(options as PDFKit.PDFDocumentOptions);
    this.pdf.registerFont("regular", fontFile("regular"));
    this.pdf.registerFont("bold", fontFile("bold"));
    const chunks: Buffer[] = [];
    this.measured = new Promise((resolve, reject) => {
      this.pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
      this.pdf.on("end", () => resolve(Buffer.concat(chunks)));
      this.pdf.on("error", reject);
    });
    this.root = this.pdf.struct("Document");
    this.pdf.addStructure(this.root);
    this.newPage();
  }

  get left(): number {
    return page.height - page.bottom - this.y;
  }

  newPage(): void {
    this.pdf.addPage();
    this.y = page.top;
  }

  /** Starts a page when this height does not fit on the current one any more. */
  ensure(height: number): void {
    if (height > this.left && this.y > page.top) this.newPage();
  }

  element(
    parent: Element,
    type: string,
    options: { expanded?: string; actual?: string; scope?: "Row" | "Column" } = {},
  ): Element {
    const made = this.pdf.struct(type, options);
    parent.add(made);
    return made;
  }

  /** What is drawn within belongs to this element. */
  content(element: Element, tag: string, draw: () => void): void {
    const content = this.pdf.markStructureContent(tag);
    draw();
    this.pdf.endMarkedContent();
    element.add(content);
  }

  /** What is drawn within is decoration: assistive technologies pass over it. */
  artifact(draw: () => void, type: "Layout" | "Pagination" = "Layout"): void {
    this.pdf.markContent("Artifact", { type });
    draw();
    this.pdf.endMarkedContent();
  }

  lines(text: string, width: number, style: TextStyle): string[] {
    this.use(style);
    return printable(text)
      .split("\n")
      .flatMap((paragraph) => this.broken(paragraph, width));
  }

  height(lines: readonly string[], style: TextStyle): number {
    return lines.length * style.size * (style.leading ?? 1.4);
  }

  /** Lines of one element at a place of the current page; the caller has seen that they fit. */
  put(
    element: Element,
    tag: string,
    lines: readonly string[],
    x: number,
    y: number,
    style: TextStyle,
  ): void {
    const step = style.size * (style.leading ?? 1.4);
    this.content(element, tag, () => {
      // The blank at the end keeps words apart for whoever reads the lines as one text.
      lines.forEach((text, index) =>
        this.draw(index < lines.length - 1 ? `${text} ` : text, x, y + index * step, style),
      );
    });
  }

  /** Lines of one element from here on, over as many pages as they take. */
  flow(element: Element, tag: string, lines: readonly string[], x: number, style: TextStyle): void {
    const step = style.size * (style.leading ?? 1.4);
    let rest = lines;
    while (rest.length > 0) {
      this.ensure(step);
      const fitting = rest.slice(0, Math.max(1, Math.floor(this.left / step)));
      this.put(element, tag, fitting, x, this.y, style);
      this.y += fitting.length * step;
      rest = rest.slice(fitting.length);
    }
  }

  /** One line, nothing more: no wrapping and no page of its own. */
  draw(text: string, x: number, y: number, style: TextStyle): void {
    this.use(style);
    this.pdf.fillColor(style.colour ?? ink).text(text, x, y, { lineBreak: false });
  }

  width(text: string, style: TextStyle): number {
    this.use(style);
    return this.pdf.widthOfString(text);
  }

  /** The whole file, each page with what `furnish` draws on it as an artifact. */
  async finish(furnish: (number: number, count: number) => void): Promise<Buffer> {
    const { count } = this.pdf.bufferedPageRange();
    for (let index = 0; index < count; index++) {
      this.pdf.switchToPage(index);
      this.artifact(() => furnish(index + 1, count), "Pagination");
    }
    this.root.end();
    this.pdf.end();
    return (await this.measured) ?? Buffer.alloc(0);
  }

  private use(style: TextStyle): void {
    this.pdf.font(style.bold ? "bold" : "regular").fontSize(style.size);
  }

  private broken(paragraph: string, width: number): string[] {
    const lines: string[] = [];
    let current = "";
    for (const word of paragraph.split(/ +/).flatMap((text) => this.cut(text, width))) {
      const longer = current ? `${current} ${word}` : word;
      if (current && this.pdf.widthOfString(longer) > width) {
        lines.push(current);
        current = word;
      } else current = longer;
    }
    return [...lines, current];
  }

  /** A word wider than its column, in pieces that fit. */
  private cut(word: string, width: number): string[] {
    if (this.pdf.widthOfString(word) <= width) return [word];
    const pieces: string[] = [];
    let piece = "";
    for (const char of word) {
      if (piece && this.pdf.widthOfString(piece + char) > width) {
        pieces.push(piece);
        piece = "";
      }
      piece += char;
    }
    return [...pieces, piece];
  }
}

import "server-only";
import PDFDocument from "pdfkit";
import { drawable, type FontFamily, fontFile, type Run, runsOf } from "./fonts";

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

/** Height of the main font over its foot, as a factor of the size: others stand on that foot. */
const ascent = 0.984;
/** Widths of the signs of the other fonts, as factors of the size, by weight and sign. */
const advances = new Map<string, number>();

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
  private readonly registered = new Set<string>();

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
    return drawable(text)
      .split("\n")
      .flatMap((paragraph) => this.broken(paragraph, width, style));
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
    let at = x;
    for (const run of runsOf(text)) {
      this.use(style, run.family);
      this.pdf
        .fillColor(style.colour ?? ink)
        .text(run.text, at, y + ascent * style.size, { lineBreak: false, baseline: "alphabetic" });
      at += this.runWidth(run, style);
    }
  }

  width(text: string, style: TextStyle): number {
    return runsOf(text).reduce((sum, run) => sum + this.runWidth(run, style), 0);
  }

  /** Other fonts are measured sign by sign, once: laying their lines out anew takes long. */
  private runWidth({ family, text }: Run, style: TextStyle): number {
    if (family === "main") {
      this.use(style, family);
      return this.pdf.widthOfString(text);
    }
    let sum = 0;
    for (const char of text) {
      const key = `${style.bold ? "bold" : "regular"}-${char}`;
      let advance = advances.get(key);
      if (advance === undefined) {
        this.use({ ...style, size: 1000 }, family);
        advance = this.pdf.widthOfString(char) / 1000;
        advances.set(key, advance);
      }
      sum += advance * style.size;
    }
    return sum;
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

  private use(style: TextStyle, family: FontFamily): void {
    const weight = style.bold ? "bold" : "regular";
    const name = `${family}-${weight}`;
    if (!this.registered.has(name)) this.pdf.registerFont(name, fontFile(family, weight));
    this.registered.add(name);
    this.pdf.font(name).fontSize(style.size);
  }

  private broken(paragraph: string, width: number, style: TextStyle): string[] {
    const lines: string[] = [];
    let current = "";
    for (const word of paragraph.split(/ +/).flatMap((text) => this.cut(text, width, style))) {
      const longer = current ? `${current} ${word}` : word;
      if (current && this.width(longer, style) > width) {
        lines.push(current);
        current = word;
      } else current = longer;
    }
    return [...lines, current];
  }

  /** A word wider than its column, in pieces that fit. */
  private cut(word: string, width: number, style: TextStyle): string[] {
    if (this.width(word, style) <= width) return [word];
    const pieces: string[] = [];
    let piece = "";
    let taken = 0;
    for (const char of word) {
      const advance = this.width(char, style);
      if (piece && taken + advance > width) {
        pieces.push(piece);
        [piece, taken] = ["", 0];
      }
      piece += char;
      taken += advance;
    }
    return [...pieces, piece];
  }
}

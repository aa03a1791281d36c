import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PDFDocumentProxy } from "pdfjs-dist/types/src/display/api";

interface StructNode {
  role?: string;
  children?: StructNode[];
  type?: string;
}

export async function open(content: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: new Uint8Array(content), isEvalSupported: false }).promise;
}

export async function rolesOf(read: PDFDocumentProxy): Promise<Map<string, number>> {
  const roles = new Map<string, number>();
  // The tree of a page repeats elements that stand on another one, empty.
  const walk = (node: StructNode): boolean => {
    const filled = node.type === "content" || (node.children ?? []).map(walk).some(Boolean);
    if (node.role && filled) roles.set(node.role, (roles.get(node.role) ?? 0) + 1);
    return filled;
  };
  for (let number = 1; number <= read.numPages; number++) {
    const tree = (await (await read.getPage(number)).getStructTree()) as StructNode | null;
    if (tree) walk(tree);
  }
  return roles;
}

export async function textOf(read: PDFDocumentProxy): Promise<string> {
  const pages: string[] = [];
  for (let number = 1; number <= read.numPages; number++) {
    const { items } = await (await read.getPage(number)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str : "")).join(""));
  }
  return pages.join("\n");
}

/**
 * Text that stands outside of any structure element and is not an artifact would be read by nobody.
 */
export async function untagged(read: PDFDocumentProxy): Promise<string[]> {
  const stray: string[] = [];
  for (let number = 1; number <= read.numPages; number++) {
    let depth = 0;
    const { items } = await (
      await read.getPage(number)
    ).getTextContent({ includeMarkedContent: true });
    for (const item of items) {
      if ("str" in item) {
        if (depth === 0 && item.str.trim()) stray.push(item.str);
      } else depth += item.type === "endMarkedContent" ? -1 : 1;
    }
  }
  return stray;
}

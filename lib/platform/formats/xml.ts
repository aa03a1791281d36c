import { SaxesParser } from "saxes";
import { FileFault } from "./read-zip";

/**
 * Deeper, or with more attributes, is no part of an office document; with more elements, none of a
 * list of offers.
 */
const depthLimit = 64;
const attributeLimit = 64;
const elementLimit = 1_000_000;

export interface XmlReader {
  /**
   * Elements come without their prefix, `x:row` and `row` are the same; attributes as they are
   * written.
   */
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

/**
 * Reads a part of an office document as it arrives, so that a reader can stop it by throwing.
 * @throws FileFault when it is not well-formed, declares a document type (and with it entities), or
 * nests without end
 */
export async function readXml(pieces: AsyncIterable<Uint8Array>, reader: XmlReader): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let attributes = 0;
  let elements = 0;
  const refuse = () => {
    throw new FileFault("broken");
  };
  parser.on("error", refuse);
  parser.on("doctype", refuse);
  parser.on("opentagstart", () => {
    attributes = 0;
    elements += 1;
    if (elements > elementLimit) throw new FileFault("tooLarge");
    depth += 1;
    if (depth > depthLimit) refuse();
  });
  parser.on("attribute", () => {
    attributes += 1;
    if (attributes > attributeLimit) refuse();
  });
  parser.on("opentag", (tag) => reader.open?.(localName(tag.name), tag.attributes));
  parser.on("closetag", (tag) => {
    depth -= 1;
    reader.close?.(localName(tag.name));
  });
  const { text } = reader;
  if (text) {
    parser.on("text", text);
    parser.on("cdata", text);
  }
  let decoder: TextDecoder | null = null;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    parser.write(decode(decoder, piece));
  }
  parser.write(decode(decoder ?? new TextDecoder(), undefined));
  parser.close();
}

function decode(decoder: TextDecoder, piece: Uint8Array | undefined): string {
  try {
    return decoder.decode(piece, { stream: piece !== undefined });
  } catch {
    throw new FileFault("broken");
  }
}

/**
 * UTF-8 or UTF-16, by the mark at its beginning: the only two that office documents are written in.
 */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

export function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

import PDFDocument from "pdfkit";
import { describe, expect, it } from "vitest";
import { acceptedFiles, refusedFiles } from "@/tests/support/hostile-files";
import { judgeDocument } from "./inspect";
import { acceptedTypes, pickedEndings } from "./rules";

const verdictOf = async (content: Buffer) => {
  const judged = await judgeDocument(content);
  return judged.ok ? acceptedTypes[judged.data] : judged.code;
};

it.each([...refusedFiles, ...acceptedFiles])(
  "%s is judged",
  async (_name, content, verdict) => expect(await verdictOf(content)).toBe(verdict),
  20_000,
);

it("what is accepted is what a browser proposes to choose", () => {
  expect(pickedEndings).toBe(".pdf,.jpg,.png,.webp,.docx,.odt,.jpeg");
});

async function pdfWith(options: PDFKit.PDFDocumentOptions): Promise<Buffer> {
  const document = new PDFDocument(options);
  const pieces: Buffer[] = [];
  document.on("data", (piece: Buffer) => pieces.push(piece));
  const ended = new Promise((resolve) => document.on("end", resolve));
  document.text("Bonjour").end();
  await ended;
  return Buffer.concat(pieces);
}

// RC4 of 40 and 128 bits, AES of 128 and 256.
describe.each(["1.3", "1.4", "1.5", "1.6", "1.7", "1.7ext3"] as const)("a PDF %s", (pdfVersion) => {
  it("that asks for a password is told", async () => {
    const content = await pdfWith({ pdfVersion, userPassword: "secret", ownerPassword: "autre" });
    expect(await verdictOf(content)).toBe("encrypted");
  });

  it("that only forbids to print or copy is taken", async () => {
    for (let turn = 0; turn < 5; turn++) {
      const content = await pdfWith({ pdfVersion, ownerPassword: "autre", permissions: {} });
      expect(content.includes("/Encrypt")).toBe(true);
      expect(await verdictOf(content)).toBe("pdf");
    }
  });
});

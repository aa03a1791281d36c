import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { documentFile } from "@/lib/document/queries";
import { documentSizeLimit, safeName } from "@/lib/document/rules";
import { attachDocument } from "@/lib/offer/commands/documents";
import { newDraft, newModerator, newOfferor, rowOf } from "../support/people";

const pdf = Buffer.from("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF");
const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

/** A zip with one stored or deflated file, enough for a type to be told from its content. */
function zip(name: string, content: Buffer, deflated = false): Buffer {
  const data = deflated ? deflateRawSync(content) : content;
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(deflated ? 8 : 0, 8);
  header.writeUInt32LE(data.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name), data]);
}

const refusedFiles: [string, Buffer, string][] = [
  ["vide.pdf", Buffer.alloc(0), "empty"],
  ["trop-grand.pdf", Buffer.concat([pdf, Buffer.alloc(documentSizeLimit)]), "tooLarge"],
  ["page.html", Buffer.from("<!doctype html><script>alert(1)</script>"), "wrongType"],
  ["page.pdf", Buffer.from("<!doctype html><script>alert(1)</script>"), "wrongType"],
  ["dessin.svg", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), "wrongType"],
  ["dessin.png", Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), "wrongType"],
  ["programme.pdf", Buffer.from("MZ\u0090\u0000\u0003", "latin1"), "wrongType"],
  ["script.jpg", Buffer.from("#!/bin/sh\nid"), "wrongType"],
  ["archive.docx", zip("bombe.txt", Buffer.alloc(1_000_000), true), "wrongType"],
  ["eicar.pdf", Buffer.from("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"), "wrongType"],
  ["anime.gif", Buffer.from("GIF89a"), "wrongType"],
];

describe("documents of an offer", () => {
  it.each(refusedFiles)("refuses %s", async (name, content, code) => {
    const viewer = await newOfferor();
    expect(await attachDocument(viewer, await newDraft(viewer), { name, content })).toMatchObject({ ok: false, code });
  });

  it("accepts what it says it accepts, ten at most, under a name that is safe", async () => {
    const viewer = await newOfferor();
    const offerId = await newDraft(viewer);
    expect(await attachDocument(viewer, offerId, { name: "../../etc/passwd\u202Efdp.exe", content: pdf })).toMatchObject({ ok: true, data: { name: "passwdfdp.pdf" } });
    expect(await attachDocument(viewer, offerId, { name: "photo.PNG", content: png })).toMatchObject({ ok: true, data: { name: "photo.png" } });
    const odt = zip("mimetype", Buffer.from("application/vnd.oasis.opendocument.text"));
    expect(await attachDocument(viewer, offerId, { name: "lettre.odt", content: odt })).toMatchObject({ ok: true, data: { name: "lettre.odt" } });
    for (let index = 3; index < 10; index++) await attachDocument(viewer, offerId, { name: "a.pdf", content: pdf });
    expect(await attachDocument(viewer, offerId, { name: "a.pdf", content: pdf })).toMatchObject({ code: "tooMany" });
    expect((await rowOf(offerId)).draft?.documentIds).toHaveLength(10);
  });

  it("gives a draft's document to its structure and the ARS, byte for byte, and to nobody else", async () => {
    const viewer = await newOfferor();
    const attached = await attachDocument(viewer, await newDraft(viewer), { name: "a.pdf", content: pdf });
    const id = attached.ok ? attached.data.id : "";
    expect((await documentFile(viewer, id))?.content.equals(pdf)).toBe(true);
    expect(await documentFile(await newModerator(), id)).not.toBeNull();
    expect(await documentFile(await newOfferor(), id)).toBeNull();
    expect(await documentFile({ kind: "anonymous" }, id)).toBeNull();
    expect(await attachDocument(await newOfferor(), await newDraft(viewer), { name: "a.pdf", content: pdf })).toMatchObject({ code: "notFound" });
  });

  it.each([
    ["C:\\Temp\\offre.docx", "offre.pdf"],
    ["..\u0000hidden", "document.pdf"],
    ["", "document.pdf"],
    [".htaccess", "document.pdf"],
    [`${"é".repeat(300)}.pdf`, `${"é".repeat(100)}.pdf`],
    ['"><script>.pdf', "script.pdf"],
  ])("calls %j %j", (given, expected) => {
    expect(safeName(given, "application/pdf")).toBe(expected);
  });
});

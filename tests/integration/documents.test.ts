import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { document } from "@/db/schema/document";
import { documentFile } from "@/lib/offer/documents/queries";
import { newName, safeName } from "@/lib/offer/documents/rules";
import { moveDocument, renameDocument } from "@/lib/offer/draft/commands/arrange-documents";
import {
  attachDocument,
  detachDocument,
  replaceDocument,
} from "@/lib/offer/draft/commands/documents";
import { submitOffer } from "@/lib/offer/draft/commands/submit-offer";
import { decideOffer } from "@/lib/offer/lifecycle/commands/decide-offer";
import { publicOfferByReference } from "@/lib/offer/projection/queries/public-offer";
import { db } from "@/lib/platform/database/client";
import { odt, pdf, png } from "../support/hostile-files";
import { newDraft, newModerator, newOfferor, type Offeror, rowOf } from "../support/people";

describe("documents of an offer", () => {
  it("accepts what it says it accepts, ten at most, under a name that is safe", async () => {
    const viewer = await newOfferor();
    const offerId = await newDraft(viewer);
    expect(
      await attachDocument(viewer, offerId, {
        name: "../../etc/passwd\u202Efdp.exe",
        content: pdf,
      }),
    ).toMatchObject({ ok: true, data: { name: "passwdfdp.pdf" } });
    expect(
      await attachDocument(viewer, offerId, { name: "photo.PNG", content: png }),
    ).toMatchObject({ ok: true, data: { name: "photo.png" } });
    expect(
      await attachDocument(viewer, offerId, { name: "lettre.odt", content: odt() }),
    ).toMatchObject({ ok: true, data: { name: "lettre.odt" } });
    for (let index = 3; index < 10; index++)
      await attachDocument(viewer, offerId, { name: "a.pdf", content: pdf });
    expect(await attachDocument(viewer, offerId, { name: "a.pdf", content: pdf })).toMatchObject({
      code: "tooMany",
    });
    expect((await rowOf(offerId)).draft?.documentIds).toHaveLength(10);
  });

  it(
    "gives a draft's document to its structure and the ARS, byte for byte, and to nobody " + "else",
    async () => {
      const viewer = await newOfferor();
      const attached = await attachDocument(viewer, await newDraft(viewer), {
        name: "a.pdf",
        content: pdf,
      });
      const id = attached.ok ? attached.data.id : "";
      expect((await documentFile(viewer, id))?.content.equals(pdf)).toBe(true);
      expect(await documentFile(await newModerator(), id)).not.toBeNull();
      expect(await documentFile(await newOfferor(), id)).toBeNull();
      expect(await documentFile({ kind: "anonymous" }, id)).toBeNull();
      expect(
        await attachDocument(await newOfferor(), await newDraft(viewer), {
          name: "a.pdf",
          content: pdf,
        }),
      ).toMatchObject({ code: "notFound" });
    },
  );

  it("orders, renames and replaces in the draft; at the ends of the list nothing moves", async () => {
    const viewer = await newOfferor();
    const { offerId, ids } = await withDocuments(viewer, ["a.pdf", "b.pdf", "c.pdf"]);
    const [a = "", b = "", c = ""] = ids;
    expect(await moveDocument(viewer, offerId, c, -1)).toMatchObject({ ok: true });
    expect(await moveDocument(viewer, offerId, a, -1)).toMatchObject({ ok: true });
    expect(await moveDocument(viewer, offerId, b, 1)).toMatchObject({ ok: true });
    expect(await names(offerId)).toEqual(["a.pdf", "c.pdf", "b.pdf"]);
    expect(await renameDocument(viewer, offerId, c, "Programme des séances.PDF")).toMatchObject({
      ok: true,
    });
    expect(await renameDocument(viewer, offerId, a, " ../ ")).toMatchObject({
      code: "nameMissing",
    });
    expect(
      await replaceDocument(viewer, offerId, b, { name: "photo.png", content: png }),
    ).toMatchObject({ ok: true, data: { name: "photo.png" } });
    expect(
      await replaceDocument(viewer, offerId, a, {
        name: "x.pdf",
        content: Buffer.from("<script>"),
      }),
    ).toMatchObject({ code: "wrongType" });
    expect(await names(offerId)).toEqual(["a.pdf", "Programme des séances.pdf", "photo.png"]);
    // What no revision shows is not kept: renaming a hundred times is not a hundred files.
    expect(
      await db.select({ id: document.id }).from(document).where(eq(document.offerId, offerId)),
    ).toHaveLength(3);
  });

  it("changes nothing of what the public sees before the ARS validated it", async () => {
    const viewer = await newOfferor();
    const { offerId, ids } = await withDocuments(viewer, ["a.pdf", "b.pdf", "c.pdf"]);
    await moveDocument(viewer, offerId, ids[2] ?? "", -1);
    await submitOffer(viewer, {
      offerId,
      version: (await rowOf(offerId)).version,
      publishOnApproval: true,
    });
    const moderator = await newModerator();
    const approve = async () =>
      decideOffer(moderator, {
        offerId,
        revisionId: (await rowOf(offerId)).currentRevisionId ?? "",
        decision: "approve",
        reason: "",
      });
    await approve();
    const { reference } = await rowOf(offerId);
    const shown = async () =>
      (await publicOfferByReference(reference))?.page.documents.map(({ name }) => name);
    expect(await shown()).toEqual(["a.pdf", "c.pdf", "b.pdf"]);

    await renameDocument(viewer, offerId, ids[0] ?? "", "Nouveau");
    await replaceDocument(viewer, offerId, ids[1] ?? "", { name: "photo.png", content: png });
    await detachDocument(viewer, offerId, ids[2] ?? "");
    expect(await names(offerId)).toEqual(["Nouveau.pdf", "photo.png"]);
    expect(await shown()).toEqual(["a.pdf", "c.pdf", "b.pdf"]);
    for (const id of ids)
      expect((await documentFile({ kind: "anonymous" }, id))?.content.equals(pdf)).toBe(true);

    await submitOffer(viewer, {
      offerId,
      version: (await rowOf(offerId)).version,
      publishOnApproval: true,
    });
    expect(await shown()).toEqual(["a.pdf", "c.pdf", "b.pdf"]);
    await approve();
    expect(await shown()).toEqual(["Nouveau.pdf", "photo.png"]);
    for (const id of ids) expect(await documentFile({ kind: "anonymous" }, id)).toBeNull();
  });

  it("lets nobody else arrange them, and no document of another offer", async () => {
    const viewer = await newOfferor();
    const { offerId, ids } = await withDocuments(viewer, ["a.pdf", "b.pdf"]);
    const other = await withDocuments(viewer, ["autre.pdf"]);
    const [id = ""] = ids;
    const file = { name: "x.pdf", content: pdf };
    for (const actor of [
      await newOfferor(),
      await newModerator(),
      { kind: "anonymous" } as const,
    ]) {
      expect(await moveDocument(actor, offerId, id, 1)).toMatchObject({ code: "notFound" });
      expect(await renameDocument(actor, offerId, id, "x")).toMatchObject({ code: "notFound" });
      expect(await replaceDocument(actor, offerId, id, file)).toMatchObject({ code: "notFound" });
    }
    const [foreign = ""] = other.ids;
    expect(await moveDocument(viewer, offerId, foreign, 1)).toMatchObject({ code: "notFound" });
    expect(await renameDocument(viewer, offerId, foreign, "x")).toMatchObject({ code: "notFound" });
    expect(await replaceDocument(viewer, offerId, foreign, file)).toMatchObject({
      code: "notFound",
    });
    expect(await names(offerId)).toEqual(["a.pdf", "b.pdf"]);
    expect(await names(other.offerId)).toEqual(["autre.pdf"]);
  });

  it.each([
    ["Programme", "Programme.pdf"],
    ["Programme v1.2", "Programme v1.2.pdf"],
    ["programme.pdf", "programme.pdf"],
    ["page.html", "page.html.pdf"],
    ["../../x", "x.pdf"],
    ["facture\u202Efdp", "facturefdp.pdf"],
    ["", null],
    [" . ", null],
  ])("renames to %j as %j", (typed, expected) => {
    expect(newName(typed, "application/pdf")).toBe(expected);
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

async function withDocuments(
  viewer: Offeror,
  files: string[],
): Promise<{ offerId: string; ids: string[] }> {
  const offerId = await newDraft(viewer);
  const ids: string[] = [];
  for (const name of files) {
    const attached = await attachDocument(viewer, offerId, { name, content: pdf });
    if (attached.ok) ids.push(attached.data.id);
  }
  return { offerId, ids };
}

async function names(offerId: string): Promise<string[]> {
  const rows = await db
    .select({ id: document.id, name: document.name })
    .from(document)
    .where(eq(document.offerId, offerId));
  return ((await rowOf(offerId)).draft?.documentIds ?? []).map(
    (id) => rows.find((row) => row.id === id)?.name ?? "",
  );
}

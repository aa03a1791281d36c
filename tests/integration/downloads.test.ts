import { eq } from "drizzle-orm";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { document } from "@/db/schema/document";
import { allSlots } from "@/lib/offer/availability/availability";
import { drawOffer } from "@/lib/offer/download/draw-offer";
import { offerFileName } from "@/lib/offer/download/names";
import { ownOfferDownload, publicOfferDownload } from "@/lib/offer/download/queries";
import {
  pdfResponse,
  publicPdfResponse,
  publicZipResponse,
  zipResponse,
} from "@/lib/offer/download/respond";
import { attachDocument } from "@/lib/offer/draft/commands/documents";
import { submitOffer } from "@/lib/offer/draft/commands/submit-offer";
import { decideOffer } from "@/lib/offer/lifecycle/commands/decide-offer";
import type { Viewer } from "@/lib/platform/access/policy";
import { db } from "@/lib/platform/database/client";
import { newDraft, newModerator, newOfferor, type Offeror, rowOf } from "../support/people";
import { open, rolesOf, textOf, untagged } from "../support/read-pdf";

const anonymous: Viewer = { kind: "anonymous" };
const pdf = Buffer.from("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF");

async function approvedOffer(
  owner: Offeror,
  moderator: Viewer,
  changes: Record<string, string | string[]>,
  names: string[],
): Promise<string> {
  const offerId = await newDraft(owner, changes);
  for (const name of names)
    await attachDocument(owner, offerId, {
      name,
      content: Buffer.concat([pdf, Buffer.from(`\n% ${name}`)]),
    });
  const { version } = await rowOf(offerId);
  await submitOffer(owner, { offerId, version, publishOnApproval: true });
  await decideOffer(moderator, {
    offerId,
    revisionId: (await rowOf(offerId)).currentRevisionId ?? "",
    decision: "approve",
    reason: "",
  });
  return offerId;
}

describe("an offer to save", () => {
  let owner: Offeror;
  let moderator: Viewer;
  let offerId: string;
  let reference: string;
  beforeAll(async () => {
    [owner, moderator] = [await newOfferor(), await newModerator()];
    offerId = await approvedOffer(
      owner,
      moderator,
      { title: "Prévention de l’obésité", description: "Ligne une.\nLigne deux : œufs & cœur." },
      ["programme.pdf", "Programme.pdf", "programme.pdf"],
    );
    reference = (await rowOf(offerId)).reference;
  });

  it("is a tagged PDF in French: title, headings, lists, and the slots as a table", async () => {
    const offer = await ownOfferDownload(owner, offerId);
    const content = await drawOffer(
      offer?.sheet ?? (Promise.reject(new Error("missing")) as never),
    );
    expect(content.subarray(0, 8).toString()).toBe("%PDF-1.7");
    const read = await open(content);
    const { info, metadata } = await read.getMetadata();
    expect(info).toMatchObject({
      Title: "Prévention de l’obésité",
      Language: "fr-FR",
      IsLinearized: false,
    });
    expect(metadata.get("pdfuaid:part")).toBe("1");
    expect(await read.getMarkInfo()).toMatchObject({ Marked: true });
    expect(await read.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
    const roles = Object.fromEntries(await rolesOf(read));
    // Two months: a row of titles and 14 half-days, each with its own title.
    expect(roles).toMatchObject({
      H1: 1,
      H2: 6,
      Table: 1,
      TR: 15,
      TH: 3 + 14,
      TD: 28,
      LI: 6 + 1 + 7 + 3 + 4 + 3,
    });
    expect(await untagged(read)).toEqual([]);
    const text = await textOf(read);
    for (const words of [
      "Prévention de l’obésité",
      "Ligne deux : œufs & cœur.",
      "Mars et avril : lundi matin",
      "Paul Klein",
      "Jeanne Mougin",
      `Référence ${reference}`,
      "Page 1 sur",
    ])
      expect(text).toContain(words);
  });

  it("names nobody in public, whatever the offer holds", async () => {
    const offer = await publicOfferDownload(reference);
    const read = await open(new Uint8Array(await (await publicPdfResponse(offer)).arrayBuffer()));
    const text = await textOf(read);
    expect(text).toContain("Prévention de l’obésité");
    for (const canary of ["canary-referent", "Paul Klein", "Martin", "Mougin", "03 29"])
      expect(text).not.toContain(canary);
    expect(JSON.stringify(await read.getMetadata())).not.toContain("Martin");
  });

  it("takes the longest texts and all slots without cutting a row or leaving the page", async () => {
    const title = "Éducation à la santé ".repeat(9).trim().slice(0, 150);
    const description =
      `${"anticonstitutionnellement".repeat(12)}\n${"Un paragraphe. ".repeat(20)}\n\n`
        .repeat(2)
        .slice(0, 1000);
    const offer = await ownOfferDownload(owner, offerId);
    if (!offer) throw new Error("missing");
    const [first, slots, ...others] = offer.sheet.sections;
    if (!first || !slots) throw new Error("missing");
    const sheet = {
      ...offer.sheet,
      title,
      sections: [
        {
          title: first.title,
          parts: [
            {
              kind: "facts" as const,
              facts: [["Description", description + "\nligne".repeat(120)] as const],
            },
          ],
        },
        { title: slots.title, parts: [{ kind: "slots" as const, availability: allSlots }] },
        ...others,
      ],
    };
    const read = await open(await drawOffer(sheet));
    expect(read.numPages).toBeGreaterThan(3);
    const tables = [];
    for (let number = 1; number <= read.numPages; number++) {
      const { items } = await (await read.getPage(number)).getTextContent();
      for (const item of items) {
        if (!("str" in item) || !item.str.trim()) continue;
        const [x, y] = [item.transform[4] as number, item.transform[5] as number];
        expect(x).toBeGreaterThanOrEqual(47);
        expect(x + item.width).toBeLessThanOrEqual(595.28 - 46);
        expect(y).toBeGreaterThan(28);
      }
      tables.push(
        items.filter((item) => "str" in item && /^(Lundi|Dimanche)$/.test(item.str)).length,
      );
    }
    expect(tables.filter((count) => count > 0)).toEqual([2]);
  });

  it("leaves with a name, and with headers that let nothing run", async () => {
    const response = await pdfResponse(await ownOfferDownload(owner, offerId));
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition":
        `attachment; filename="offre-${reference}-prevention-de-l-obesite.pdf"; ` +
        `filename*=UTF-8''offre-${reference}-prevention-de-l-obesite.pdf`,
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-store",
    });
  });

  it("gives all documents in one zip, alike names numbered, to whoever may see them", async () => {
    const expected = ["programme.pdf", "Programme (2).pdf", "programme (3).pdf"];
    for (const [viewer, offer] of [
      [owner, await ownOfferDownload(owner, offerId)],
      [moderator, await ownOfferDownload(moderator, offerId)],
      [anonymous, await publicOfferDownload(reference)],
    ] as const) {
      const response = await (viewer === anonymous
        ? publicZipResponse(offer)
        : zipResponse(viewer, offer));
      expect(response.headers.get("content-disposition")).toContain("attachment");
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
      expect(Object.keys(files)).toEqual(expected);
      expect(Buffer.from(files["programme.pdf"] ?? []).toString()).toContain(
        "%%EOF\n% programme.pdf",
      );
    }
  });

  it("passes over a document that is gone, and answers 404 where there is none", async () => {
    const lonely = await approvedOffer(owner, moderator, {}, []);
    expect((await zipResponse(owner, await ownOfferDownload(owner, lonely))).status).toBe(404);
    const offer = await ownOfferDownload(owner, offerId);
    if (!offer) throw new Error("missing");
    const [gone] = offer.documents;
    const without = {
      ...offer,
      documents: [
        { id: "00000000-0000-7000-8000-000000000000", name: "x.pdf" },
        ...offer.documents.filter(({ id }) => id !== gone?.id),
      ],
    };
    expect(
      Object.keys(
        unzipSync(new Uint8Array(await (await zipResponse(owner, without)).arrayBuffer())),
      ),
    ).toHaveLength(2);
    expect(
      await db.select({ id: document.id }).from(document).where(eq(document.offerId, offerId)),
    ).toHaveLength(3);
  });

  it("is nobody else's: strangers, the public and drafts get nothing", async () => {
    const stranger = await newOfferor();
    const draft = await newDraft(owner);
    const foreign = [
      ownOfferDownload(stranger, offerId),
      ownOfferDownload(anonymous, offerId),
      ownOfferDownload(owner, draft),
      ownOfferDownload(moderator, draft),
      ownOfferDownload(owner, "1 or 1=1"),
      publicOfferDownload((await rowOf(draft)).reference),
      publicOfferDownload("0000-0000"),
    ];
    expect(await Promise.all(foreign)).toEqual(foreign.map(() => null));
    expect((await pdfResponse(null)).status).toBe(404);
    expect(offerFileName("A", "b", "zip")).toBe("offre-A-b.zip");
  });
});

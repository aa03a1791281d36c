import "server-only";
import type { Viewer } from "@/lib/platform/access/policy";
import { fileResponse } from "@/lib/platform/formats/file-response";
import { zipStream } from "@/lib/platform/formats/write-zip";
import { answerOrBusy } from "@/lib/platform/load/busy";
import { inLane } from "@/lib/platform/load/in-lane";
import { ownDrawing, ownReading, publicDrawing, publicReading } from "@/lib/platform/load/lane";
import { storedOnDisk } from "@/lib/platform/load/spool";
import { keyOf, store } from "@/lib/platform/load/store";
import { dayOf } from "@/lib/platform/values/calendar-day";
import { now } from "@/lib/platform/values/clock";
import { drawOffer } from "./draw-offer";
import { offerFileName } from "./names";
import { type OfferDownload, zipEntries } from "./queries";

/** PDF and pictures of offers as anyone sees them. */
export const publicDrawings = store("publicDrawings", 48 * 1024 * 1024);

const missing = () => new Response(null, { status: 404 });

/** The offer as a PDF to save, for its structure and the ARS; 404 for whoever may not see it. */
export function pdfResponse(offer: OfferDownload | null): Promise<Response> {
  return answerOrBusy(async () => {
    if (!offer) return missing();
    const content = await ownDrawing(() => drawOffer(offer.sheet));
    return pdfFile(offer, new Uint8Array(content));
  });
}

/**
 * The same as the catalogue shows it: drawn once for all who ask, until it shows something else.
 */
export function publicPdfResponse(offer: OfferDownload | null): Promise<Response> {
  return answerOrBusy(async () => {
    if (!offer) return missing();
    const { madeAt: _, ...shown } = offer.sheet;
    const drawn = await publicDrawings(keyOf("pdf", shown, dayOf(now())), () =>
      publicDrawing(() => drawOffer(offer.sheet)),
    );
    return pdfFile(offer, drawn.body);
  });
}

function pdfFile(offer: OfferDownload, content: Uint8Array<ArrayBuffer>): Response {
  const name = offerFileName(offer.reference, offer.title, "pdf");
  return fileResponse(content, { name, mediaType: "application/pdf", size: content.length });
}

/** Its documents in one zip; 404 too when it has none. */
export function zipResponse(viewer: Viewer, offer: OfferDownload | null): Promise<Response> {
  return answerOrBusy(async () => {
    if (!offer || offer.documents.length === 0) return missing();
    return inLane(ownReading, () => zipFile(offer, zipStream(zipEntries(viewer, offer), now())));
  });
}

/**
 * The same as the catalogue shows it: put together once for all who ask, until it has other
 * documents.
 */
export function publicZipResponse(offer: OfferDownload | null): Promise<Response> {
  return answerOrBusy(async () => {
    if (!offer || offer.documents.length === 0) return missing();
    const source = () => {
      let isWhole = true;
      const entries = zipEntries({ kind: "anonymous" }, offer).map(({ name, load }) => ({
        name,
        load: async () => {
          const content = await load();
          isWhole &&= content !== null;
          return content;
        },
      }));
      return { content: zipStream(entries, now()), isWhole: () => isWhole };
    };
    const key = keyOf("zip", offer.documents);
    return inLane(publicReading, async () => zipFile(offer, await storedOnDisk(key, source)));
  });
}

function zipFile(offer: OfferDownload, content: ReadableStream<Uint8Array>): Response {
  const name = offerFileName(offer.reference, offer.title, "zip");
  return fileResponse(content, { name, mediaType: "application/zip" });
}

import "server-only";
import { now } from "@/lib/platform/clock";
import { fileResponse } from "@/lib/platform/file-response";
import type { Viewer } from "@/lib/platform/policy";
import { drawOffer } from "./draw-offer";
import { offerFileName } from "./names";
import { type OfferDownload, zipEntries } from "./queries";
import { zipStream } from "./zip";

/** The offer as a PDF to save; 404 for whoever may not see it. */
export async function pdfResponse(offer: OfferDownload | null): Promise<Response> {
  if (!offer) return new Response(null, { status: 404 });
  const content = await drawOffer(offer.sheet);
  return fileResponse(new Uint8Array(content), { name: offerFileName(offer.reference, offer.title, "pdf"), mediaType: "application/pdf", size: content.length });
}

/** Its documents in one zip; 404 too when it has none. */
export function zipResponse(viewer: Viewer, offer: OfferDownload | null): Response {
  if (!offer || offer.documents.length === 0) return new Response(null, { status: 404 });
  return fileResponse(zipStream(zipEntries(viewer, offer), now()), { name: offerFileName(offer.reference, offer.title, "zip"), mediaType: "application/zip" });
}

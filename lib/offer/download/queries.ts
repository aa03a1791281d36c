import "server-only";
import { elapsedLabel } from "@/lib/offer/availability/availability-words";
import {
  informationFacts,
  type OfferFacts,
  offerorFacts,
  publicOfferorFacts,
  referentFacts,
  siteFacts,
} from "@/lib/offer/content/facts";
import type { OfferPreview } from "@/lib/offer/content/preview";
import { type DocumentDto, documentFile } from "@/lib/offer/documents/queries";
import { sizeInWords } from "@/lib/offer/documents/size";
import { publicationInWords, validationLabels } from "@/lib/offer/lifecycle/labels";
import { publicOfferByReference, publicPreview } from "@/lib/offer/projection/queries/public-offer";
import { offerDetail } from "@/lib/offer/view/queries/offer-detail";
import type { Viewer } from "@/lib/platform/access/policy";
import { env } from "@/lib/platform/environment/env";
import type { ZipEntry } from "@/lib/platform/formats/write-zip";
import { now } from "@/lib/platform/values/clock";
import { counted } from "@/lib/platform/values/french";
import { campaignLabel } from "@/lib/reference/campaign/campaign-year";
import type { OfferSheet } from "./offer-sheet";

export interface OfferDownload {
  reference: string;
  title: string;
  sheet: OfferSheet;
  documents: readonly Pick<DocumentDto, "id" | "name">[];
}

/**
 * The current revision of an offer, for its structure and the ARS; null for everyone else, and
 * while it is a draft.
 */
export async function ownOfferDownload(
  viewer: Viewer,
  offerId: string,
): Promise<OfferDownload | null> {
  const offer = await offerDetail(viewer, offerId);
  if (!offer?.revision) return null;
  const { preview } = offer.revision;
  return download(offer.reference, preview, offerorFacts(offer), {
    lead: [offer.structure.name, preview.site.communeName],
    identity: [...identityOf(offer), validationLabels[offer.validation], publicationInWords(offer)],
  });
}

/** What the catalogue shows, from the read model alone: nothing about people. */
export async function publicOfferDownload(reference: string): Promise<OfferDownload | null> {
  const offer = await publicOfferByReference(reference);
  if (!offer) return null;
  const { page } = offer;
  return download(offer.reference, publicPreview(offer), publicOfferorFacts(page.structure), {
    lead: [page.structure.name, `${page.site.communeName} (${page.site.department})`],
    identity: [
      ...identityOf(offer),
      ...(offer.elapsed ? [elapsedLabel.toLowerCase()] : []),
      `${env.origin}/offres/${offer.reference}`,
    ],
  });
}

/** Documents of an offer for a zip, each judged again when it is read. */
export function zipEntries(viewer: Viewer, { documents }: OfferDownload): ZipEntry[] {
  return documents.map(({ id, name }) => ({
    name,
    load: async () => (await documentFile(viewer, id))?.content ?? null,
  }));
}

function identityOf(offer: { reference: string; campaign: number }): string[] {
  return [`Référence ${offer.reference}`, `campagne ${campaignLabel(offer.campaign)}`];
}

function download(
  reference: string,
  preview: OfferPreview,
  offeror: OfferFacts,
  words: { lead: string[]; identity: string[] },
): OfferDownload {
  const places = preview.places;
  const sheet: OfferSheet = {
    agencyName: env.agency.agencyName,
    accent: env.agency.accent,
    reference,
    title: preview.title,
    lead: [...words.lead, counted(places, "place", "places")].filter(Boolean).join(" · "),
    identity: words.identity.join(" · "),
    madeAt: now(),
    sections: [
      { title: "Offre", parts: [{ kind: "facts", facts: informationFacts(preview) }] },
      { title: "Horaires", parts: [{ kind: "slots", availability: preview.availability }] },
      { title: "Offreur", parts: [{ kind: "facts", facts: offeror }] },
      { title: "Terrain d’action", parts: [{ kind: "facts", facts: siteFacts(preview) }] },
      ...(preview.referent
        ? [
            {
              title: "Référent de proximité",
              parts: [{ kind: "facts" as const, facts: referentFacts(preview.referent) }],
            },
          ]
        : []),
      {
        title: "Documents",
        parts: [
          preview.documents.length === 0
            ? { kind: "note", text: "Aucun document." }
            : {
                kind: "list",
                items: preview.documents.map(({ name, size }) => `${name} (${sizeInWords(size)})`),
              },
        ],
      },
    ],
  };
  return { reference, title: preview.title, sheet, documents: preview.documents };
}

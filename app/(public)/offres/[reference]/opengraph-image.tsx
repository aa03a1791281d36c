import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { headers } from "next/headers";
import { ImageResponse } from "next/og";
import { pictureText } from "@/lib/catalogue/open-data/picture-text";
import { monthsOf } from "@/lib/offer/availability/availability";
import { monthsInWords } from "@/lib/offer/availability/availability-words";
import { publicDrawings } from "@/lib/offer/download/respond";
import { publicOfferByReference } from "@/lib/offer/projection/queries/public-offer";
import { env } from "@/lib/platform/environment/env";
import { answerOrBusy } from "@/lib/platform/load/busy";
import { publicDrawing } from "@/lib/platform/load/lane";
import { keyOf } from "@/lib/platform/load/store";
import { withETag } from "@/lib/platform/values/etag";

export const size = { width: 1200, height: 630 };
export const contentType = "image/png";
export const alt = "L’offre de stage : son titre, sa structure, sa commune et ses mois";

const font = (weight: "Regular" | "Bold") =>
  readFile(
    join(process.cwd(), `lib/platform/formats/fonts/AtkinsonHyperlegibleNext-${weight}.ttf`),
  );

interface Words {
  agencyName: string;
  accent: string;
  title: string;
  structure: string;
  place: string;
}

/**
 * What a shared address shows of an offer: drawn on the server, once until the offer says something
 * else.
 */
export default async function OfferImage({ params }: { params: Promise<{ reference: string }> }) {
  const [offer, asked] = [await publicOfferByReference((await params).reference), await headers()];
  if (!offer) return new Response(null, { status: 404 });
  const { structure, site, availability } = offer.page;
  const said = pictureText(offer.title);
  const words: Words = {
    agencyName: pictureText(`Service sanitaire · ${env.agency.agencyName}`),
    accent: env.agency.accent,
    title: said.length > 90 ? `${said.slice(0, 88)}…` : said,
    structure: pictureText(structure.name).slice(0, 60),
    place: pictureText(
      `${site.communeName} (${site.department}) · ${monthsInWords(monthsOf(availability))}`,
    ),
  };
  return answerOrBusy(async () => {
    const { body, tag } = await publicDrawings(keyOf("picture", words), () =>
      publicDrawing(() => drawn(words)),
    );
    // Not for long: an offer may be suspended.
    return withETag(asked, tag, { mediaType: contentType, seconds: 300 }, body);
  });
}

async function drawn({ agencyName, accent, title, structure, place }: Words): Promise<Uint8Array> {
  const [regular, bold] = await Promise.all([font("Regular"), font("Bold")]);
  const picture = new ImageResponse(
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        justifyContent: "space-between",
        width: "100%",
        height: "100%",
        padding: 72,
        background: "#ffffff",
        color: "#15232b",
        borderLeft: `28px solid ${accent}`,
      }}
    >
      <div style={{ display: "flex", fontSize: 30, color: "#52646d" }}>{agencyName}</div>
      <div
        style={{
          display: "flex",
          fontSize: title.length > 50 ? 60 : 76,
          fontWeight: 700,
          lineHeight: 1.15,
        }}
      >
        {title}
      </div>
      <div style={{ display: "flex", flexDirection: "column", fontSize: 36 }}>
        <div style={{ display: "flex" }}>{structure}</div>
        <div style={{ display: "flex", color: "#52646d" }}>{place}</div>
      </div>
    </div>,
    {
      ...size,
      fonts: [
        { name: "Portail", data: regular, weight: 400 },
        { name: "Portail", data: bold, weight: 700 },
      ],
    },
  );
  return new Uint8Array(await picture.arrayBuffer());
}

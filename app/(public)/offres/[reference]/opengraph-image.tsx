import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ImageResponse } from "next/og";
import { publicOfferByReference } from "@/lib/catalogue/queries/offer";
import { monthsOf } from "@/lib/offer/availability";
import { monthsInWords } from "@/lib/offer/availability-words";
import { pictureText } from "@/lib/open-data/picture-text";
import { env } from "@/lib/platform/env";

export const size = { width: 1200, height: 630 };
export const contentType = "image/png";
export const alt = "L’offre de stage : son titre, sa structure, sa commune et ses mois";

const font = (weight: "Regular" | "Bold") => readFile(join(process.cwd(), `lib/download/fonts/AtkinsonHyperlegibleNext-${weight}.ttf`));

/** What a shared address shows of an offer, drawn on the server. */
export default async function OfferImage({ params }: { params: Promise<{ reference: string }> }) {
  const [offer, regular, bold] = await Promise.all([publicOfferByReference((await params).reference), font("Regular"), font("Bold")]);
  if (!offer) return new Response(null, { status: 404 });
  const { structure, site, availability } = offer.page;
  const said = pictureText(offer.title);
  const title = said.length > 90 ? `${said.slice(0, 88)}…` : said;
  return new ImageResponse(
    (
      <div style={{ display: "flex", flexDirection: "column", justifyContent: "space-between", width: "100%", height: "100%", padding: 72, background: "#ffffff", color: "#15232b", borderLeft: `28px solid ${env.agency.accent}` }}>
        <div style={{ display: "flex", fontSize: 30, color: "#52646d" }}>{pictureText(`Service sanitaire · ${env.agency.agencyName}`)}</div>
        <div style={{ display: "flex", fontSize: title.length > 50 ? 60 : 76, fontWeight: 700, lineHeight: 1.15 }}>{title}</div>
        <div style={{ display: "flex", flexDirection: "column", fontSize: 36 }}>
          <div style={{ display: "flex" }}>{pictureText(structure.name).slice(0, 60)}</div>
          <div style={{ display: "flex", color: "#52646d" }}>{pictureText(`${site.communeName} (${site.department}) · ${monthsInWords(monthsOf(availability))}`)}</div>
        </div>
      </div>
    ),
    {
      ...size,
      fonts: [
        { name: "Portail", data: regular, weight: 400 },
        { name: "Portail", data: bold, weight: 700 },
      ],
      // Robots of other sites show it there. Not for long: an offer may be suspended.
      headers: { "Cross-Origin-Resource-Policy": "cross-origin", "Cache-Control": "public, max-age=300" },
    },
  );
}

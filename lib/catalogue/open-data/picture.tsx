import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { headers } from "next/headers";
import { ImageResponse } from "next/og";
import { publicDrawings } from "@/lib/offer/download/respond";
import { env } from "@/lib/platform/environment/env";
import { answerOrBusy } from "@/lib/platform/load/busy";
import { publicDrawing } from "@/lib/platform/load/lane";
import { keyOf } from "@/lib/platform/load/store";
import { withETag } from "@/lib/platform/values/etag";
import { pictureText } from "./picture-text";

export const pictureSize = { width: 1200, height: 630 };
export const pictureType = "image/png";

const font = (weight: "Regular" | "Bold") =>
  readFile(
    join(process.cwd(), `lib/platform/formats/fonts/AtkinsonHyperlegibleNext-${weight}.ttf`),
  );

interface Words {
  title: string;
  /** Two lines below it. */
  lines: readonly [string, string];
}

/**
 * What a shared address shows (Open Graph): drawn on the server, once until it says something else.
 */
export async function pictureResponse({ title, lines }: Words): Promise<Response> {
  const asked = await headers();
  const words: Drawn = {
    agencyName: pictureText(`Service sanitaire · ${env.agency.agencyName}`),
    accent: env.agency.accent,
    title: shortened(pictureText(title), 90),
    // Two lines of the picture: a long name and the place behind it.
    lines: [shortened(pictureText(lines[0]), 110), pictureText(lines[1])],
  };
  return answerOrBusy(async () => {
    const { body, tag } = await publicDrawings(keyOf("picture", words), () =>
      publicDrawing(() => drawn(words)),
    );
    // Not for long: an offer may be suspended.
    return withETag(asked, tag, { mediaType: pictureType, seconds: 300 }, body);
  });
}

const shortened = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 2)}…` : text;

interface Drawn extends Words {
  agencyName: string;
  accent: string;
}

async function drawn({ agencyName, accent, title, lines }: Drawn): Promise<Uint8Array> {
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
        <div style={{ display: "flex" }}>{lines[0]}</div>
        <div style={{ display: "flex", color: "#52646d" }}>{lines[1]}</div>
      </div>
    </div>,
    {
      ...pictureSize,
      fonts: [
        { name: "Portail", data: regular, weight: 400 },
        { name: "Portail", data: bold, weight: 700 },
      ],
    },
  );
  return new Uint8Array(await picture.arrayBuffer());
}

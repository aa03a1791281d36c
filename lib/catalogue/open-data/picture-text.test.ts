import { readFileSync } from "node:fs";
import { ImageResponse } from "next/og";
import { createElement } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { pictureText } from "./picture-text";

const fonts = (["Regular", "Bold"] as const).map((weight) => ({
  name: "Portail",
  data: readFileSync(`lib/platform/formats/fonts/AtkinsonHyperlegibleNext-${weight}.ttf`),
  weight: weight === "Bold" ? (700 as const) : (400 as const),
}));

afterEach(() => vi.unstubAllGlobals());

describe("the text of an offer's picture", () => {
  it("keeps French as it is written", () => {
    const text = "L’œuvre « Bien manger à l’école » : 12 € — été, Noël, garçon…";
    expect(pictureText(text)).toBe(text);
  });

  it("drops what the font has no sign for, and says the rest in letters it has", () => {
    expect(pictureText("Bouger 🏃🏽‍♀️ et dormir 😴 !")).toBe("Bouger et dormir !");
    expect(pictureText("𝐒𝐭𝐚𝐠𝐞 ① → été ; ĉu ? 日本 שלום\u202e")).toBe("Stage 1 -> été ; cu ?");
    expect(pictureText("1️⃣ Dépistage ✅ ©")).toBe("1 Dépistage");
    expect(pictureText(`coupé${"😀".slice(0, 1)}`)).toBe("coupé");
    expect(pictureText("🩺")).toBe("");
  });

  it("is drawn without asking anybody for a font or a picture, whatever it was", async () => {
    const asked: string[] = [];
    const own = fetch;
    vi.stubGlobal("fetch", (address: string | URL) => {
      // Its own program for the layout.
      if (String(address).startsWith("data:")) return own(address);
      asked.push(String(address));
      return Promise.reject(new Error("no network"));
    });
    const everything = Array.from({ length: 0x30000 }, (_, code) => String.fromCodePoint(code)).map(
      pictureText,
    );
    const kept = [...new Set(everything.join(""))].join(" ");
    expect(kept.length).toBeGreaterThan(400);
    expect(kept).not.toMatch(/\p{Surrogate}/u);
    for (const fontWeight of [400, 700]) {
      const image = new ImageResponse(
        createElement("div", { style: { display: "flex", fontWeight } }, kept),
        { width: 1200, height: 630, fonts },
      );
      expect((await image.arrayBuffer()).byteLength).toBeGreaterThan(1000);
    }
    expect(asked).toEqual([]);
  });
});
